"""What changed: every number against plain counting over the documents that were loaded."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from archive import as_counts, counted
from loads import DOCUMENTS, LOADS, Ask, asking

from graph.analysis.changes import changes
from graph.analysis.loads import loads
from graph.analysis.span import Span
from graph.bolt import Address, Bolt
from graph.errors import InputError
from graph.extraction import Extraction
from graph.load import Load
from graph.writer import Writer


@pytest.fixture(scope="module")
def ask(bolt: Bolt, address: Address) -> Iterator[Ask]:
    """Something that asks a store of forty documents, which came in three loads."""
    with asking(bolt, address) as ask:
        yield ask


@pytest.mark.parametrize(
    ("since", "old"),
    [(None, 35), ("load-c", 35), ("2026-11-22", 35), ("load-b", 24), ("2026-11-20T10:00:01Z", 24), ("load-a", 0),
     ("2026-11-23", 40), ("2026-11-21T12:00:00+02:00", 24)],
)  # fmt: skip
@pytest.mark.parametrize(("entity", "kind"), [(None, None), ("abl", None), (None, "cartel"), ("abl", "agency")])
def test_changes_are_what_the_new_documents_add(
    ask: Ask, since: str | None, old: int, entity: str | None, kind: str | None
) -> None:
    """From a load or a moment of loading on: new entities, new links, links that got stronger, before and after."""
    found = ask(lambda b: changes(b, since=since, entity=entity, kind=kind, limit=500))
    check_changes(found, DOCUMENTS[:old], DOCUMENTS[old:], entity, kind)


@pytest.mark.parametrize("dated", ["2009", "2010", "2009-12", "2010-02-03", "2016"])
def test_changes_since_a_date_are_those_of_documents_that_are_surely_later(ask: Ask, dated: str) -> None:
    """Undated documents, and those whose year only is known where a month is asked for, are old ones."""
    low = Span(dated, dated).low
    new = [x for x in DOCUMENTS if (w := x.document.written) and Span(w, w).low >= low]
    found = ask(lambda b: changes(b, dated=dated, limit=500))
    check_changes(found, [x for x in DOCUMENTS if x not in new], new, None, None)


def check_changes(
    found: Any,
    old: list[Extraction],
    new: list[Extraction],
    entity: str | None,
    kind: str | None,
    *,
    everything: list[Extraction] | None = None,
) -> None:
    """Compare with counting the documents."""
    assert (found.old_documents, found.new_documents) == (len(old), len(new))
    kinds = {e.id: e.kind for x in DOCUMENTS for e in x.entities}
    before, gained, after = counted(old), counted(new), counted(everything or DOCUMENTS)

    def asked(both: tuple[str, str]) -> bool:
        others = [id_ for id_ in both if id_ != entity]
        return (entity is None or entity in both) and (kind is None or any(kinds[id_] == kind for id_ in others))

    wanted = {both for both in gained if asked(both)}
    assert {(i.a.id, i.b.id) for i in found.new.items} == {both for both in wanted if both not in before}
    assert {(i.a.id, i.b.id) for i in found.stronger.items} == {both for both in wanted if both in before}
    for link in (*found.new.items, *found.stronger.items):
        both = link.a.id, link.b.id
        assert as_counts(link.before) == (before[both] if both in before else Counter(documents=0))
        assert as_counts(link.after) == after[both]
    names_old = {e.id for x in old for e in x.entities}
    names_new = {e.id for x in new for e in x.entities} - names_old
    linked = {id_ for both in after if entity in both for id_ in both} - {entity}
    expected = {n for n in names_new if (kind is None or kinds[n] == kind) and (entity is None or n in linked)}
    assert {e.id for e in found.entities.items} == expected
    assert found.entities.total == len(expected)


def test_what_is_no_load_and_no_date_is_told(ask: Ask) -> None:
    for wrong in ({"since": "yesterday"}, {"dated": "soon"}, {"since": "load-a", "dated": "2009"}):
        with pytest.raises(InputError):
            ask(lambda b, w=wrong: changes(b, **w))


def test_loads_are_remembered_in_their_order(ask: Ask) -> None:
    """Each once, however many batches it had."""
    rows = ask(loads).items
    assert [(row.id, row.at, row.added, row.documents) for row in rows] == [
        (load.id, load.at, len(documents), len(documents)) for load, documents in reversed(LOADS)
    ]
    assert [row.revision for row in rows] == sorted((row.revision for row in rows), reverse=True)


def test_a_load_that_adds_nothing_leaves_no_trace(ask: Ask, bolt: Bolt) -> None:
    Writer(bolt).add(DOCUMENTS[:3], Load("load-d", "2026-11-24T10:00:00Z"))
    assert "load-d" not in {row.id for row in ask(loads).items}


def test_a_deleted_document_leaves_its_load(ask: Ask, bolt: Bolt) -> None:
    """The load remembers how many it added; the document comes back with a load of its own. Last, as it changes all."""
    writer = Writer(bolt)
    last = DOCUMENTS[-1]
    writer.delete(last.document.id)
    writer.refresh()
    assert next((r.added, r.documents) for r in ask(loads).items) == (5, 4)
    check_changes(ask(lambda b: changes(b, since="load-c", limit=500)), DOCUMENTS[:35], DOCUMENTS[35:-1], None, None,
                  everything=DOCUMENTS[:-1])  # fmt: skip
    writer.add([last])
    writer.refresh()
    check_changes(ask(lambda b: changes(b, limit=500)), DOCUMENTS[:-1], [last], None, None)
