"""A refresh that another writer comes between leaves the rest to that writer's own."""

import pytest
from dump import clear, dump
from small import small

from graph import refresh as refreshing
from graph.bolt import Bolt
from graph.refresh import refresh
from graph.writer import Writer

FIRST = small("a.txt", "SEMAR and the DEA were seen in Cuernavaca by the Embassy.")
SECOND = small("b.txt", "SEMAR and the Zetas were seen in Monterrey by the Embassy.")


def is_stale(bolt: Bolt) -> bool:
    row = bolt.read("MATCH (s:Store) RETURN s.revision AS revision, s.refreshed AS refreshed")[0]
    return bool(row["revision"] != row["refreshed"])


def test_what_was_weighed_of_a_past_state_is_not_written(bolt: Bolt, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store stays marked, and the next refresh ends where a single load would."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add([FIRST, SECOND])
    writer.refresh()
    expected = dump(bolt)
    clear(bolt)
    writer.add([FIRST])
    weigh = refreshing.weigh

    def slowly(incidence):
        writer.add([SECOND])
        return weigh(incidence)

    monkeypatch.setattr(refreshing, "weigh", slowly)
    refresh(bolt)
    assert is_stale(bolt)
    assert not bolt.read("MATCH ()-[r:CO_MENTIONED]->() WHERE r.llr IS NOT NULL RETURN r")
    monkeypatch.undo()
    refresh(bolt)
    assert not is_stale(bolt)
    assert dump(bolt) == expected


def test_links_are_written_in_batches_without_loss(bolt: Bolt, monkeypatch: pytest.MonkeyPatch) -> None:
    """And documents are read in batches; however small, the graph is the same."""
    clear(bolt)
    writer = Writer(bolt)
    writer.add([FIRST, SECOND])
    writer.refresh()
    expected = dump(bolt)
    monkeypatch.setattr(refreshing, "WEIGHED_AT_ONCE", 1)
    monkeypatch.setattr(refreshing, "READ_AT_ONCE", 1)
    bolt.run("MATCH ()-[r:CO_MENTIONED]->() SET r.llr = null, r.observed = -1.0")
    bolt.run("MATCH (s:Store) SET s.revision = s.revision + 1")
    refresh(bolt)
    assert dump(bolt) == expected
