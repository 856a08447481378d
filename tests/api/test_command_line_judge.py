"""Judging from the command line, run as a user runs it, on a real Neo4j."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli import run
from graph.bolt import Address, Bolt
from graph.writer import Writer
from loaders.extract import extract
from loaders.pipeline import load
from loaders.review.store import state

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module", autouse=True)
def _loaded(address: Address, bolt: Bolt, tmp_path_factory: pytest.TempPathFactory) -> None:  # noqa: ARG001
    """Two notes that spell one man in two ways."""
    folder: Path = tmp_path_factory.mktemp("notes")
    for n, name in enumerate(["Genaro Quiroz Luna", "Genaro Quiroz"]):
        text = f"Subject: Police\n\n{name} met Ambassador Tony Garza in Monterrey. {name} spoke of the DEA.\n"
        (folder / f"note{n}.txt").write_text(text, encoding="utf-8")
    load([folder], Writer(bolt))


def _said(capfd: Captured, *words: str, code: int = 0) -> tuple[str, str]:
    capfd.readouterr()
    assert run(list(words)) == code
    return capfd.readouterr()


def test_a_pair_is_reviewed_by_keys_and_taken_back(capfd: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both sides are shown with their sentences; `s` joins them, `z` takes it back, what is left open waits no more."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\nz\nu\n"))
    out, err = _said(capfd, "review")
    assert "[Genaro Quiroz Luna] met Ambassador" in out
    assert "If they are the same: One entity with" in out
    assert "judgement-1 is taken back." in err
    assert _said(capfd, "review", "--list", "9")[0] == ""
    assert "genaro-quiroz-luna" in _said(capfd, "review", "--unsure", "--list", "9")[0]
    kept = [json.loads(line) for line in _said(capfd, "judgements", "--json")[0].splitlines()]
    assert [(row["decision"], row["undone"] is None) for row in kept] == [("unsure", True), ("same", False)]


def test_a_name_is_judged_in_one_line(capfd: Captured) -> None:
    """Joined, renamed, and both taken back; wrong use is told with exit code 2."""
    _said(capfd, "judge", "same", "Genaro Quiroz", "Genaro Quiroz Luna", "--reason", "one man")
    _said(capfd, "judge", "rename", "Genaro Quiroz", "El Güero")
    out = _said(capfd, "cypher", "MATCH (e:Entity) WHERE e.name = 'El Güero' RETURN e.documents", "--format", "csv")[0]
    assert out.splitlines()[1] == "2"
    assert "Genaro Quiroz is called El Güero" in _said(capfd, "judgements")[0]
    for id_ in ("judgement-4", "judgement-3"):
        assert "taken back" in _said(capfd, "judge", "undo", id_)[1]
    assert "no entity" in _said(capfd, "judge", "rename", "El Güero", "X", code=1)[1].casefold()
    assert "what beside" in _said(capfd, "judge", "same", "Genaro Quiroz", code=2)[1]


def test_links_are_weighed_also_where_somebody_breaks_off(
    capfd: Captured, monkeypatch: pytest.MonkeyPatch, bolt: Bolt
) -> None:
    """By Ctrl-C, after a judgement."""

    class BrokenOff(io.StringIO):
        def __iter__(self) -> Iterator[str]:
            yield "s\n"
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", BrokenOff())
    _said(capfd, "review", "--unsure", code=130)
    [standing, _] = [json.loads(line) for line in _said(capfd, "judgements", "--standing", "--json")[0].splitlines()]
    assert standing["decision"] == "same"
    [store] = bolt.read("MATCH (s:Store) RETURN s.revision AS revision, s.refreshed AS refreshed")
    assert store["revision"] == store["refreshed"]
    _said(capfd, "judge", "undo", standing["id"])


def test_only_a_kind_that_there_is_can_be_asked_for(capfd: Captured) -> None:
    """A word that is none would find no pair, and say so as if there were none."""
    assert "agency" in _said(capfd, "review", "--kind", "agencies", "--list", "9", code=2)[1]


def test_pairs_are_sought_anew_when_texts_were_read_again(bolt: Bolt, tmp_path: Path) -> None:
    """Though no document came or went."""
    file = tmp_path / "again.txt"
    file.write_text("Subject: Police\n\nAmbassador Tony Garza spoke of the DEA in Monterrey.\n", encoding="utf-8")
    writer = Writer(bolt)
    load([file], writer)
    before = state(bolt)
    [path] = [
        row["path"] for row in bolt.read("MATCH (d:Document) WHERE d.path ENDS WITH 'again.txt' RETURN d.path AS path")
    ]
    writer.rewrite([extract(file.read_bytes(), path)])
    assert state(bolt) != before
    writer.refresh()


def test_a_rule_joins_one_name_in_one_company_and_people_have_the_last_word(
    capfd: Captured, bolt: Bolt, tmp_path: Path
) -> None:
    """What the rule joined is told as the rule's; all of it is taken back at once; what a person took back stays so."""
    for name in ("Pedro Salas de la Torre", "Pedro Salas Torre"):
        text = f"Subject: Police\n\n{name} met Ambassador Tony Garza, the DEA, the FBI, SEDENA and the PGR in Sonora.\n"
        (tmp_path / f"{name[12:14]}.txt").write_text(text, encoding="utf-8")
    load([tmp_path], Writer(bolt))
    assert "Pedro Salas" in _said(capfd, "review", "--by-rule", "--list", "9")[0]
    assert "1 pairs joined" in _said(capfd, "review", "--by-rule")[1]
    [made] = [json.loads(row) for row in _said(capfd, "judgements", "--standing", "--json")[0].splitlines()[:1]]
    assert (made["rule"], made["by"]) == (True, "one name in one company")
    assert "names stand beside both" in made["why"]
    assert "1 judgements of the rule taken back" in _said(capfd, "review", "--undo-rule")[1]
    assert "1 pairs joined" in _said(capfd, "review", "--by-rule")[1]
    again = json.loads(_said(capfd, "judgements", "--standing", "--json")[0].splitlines()[0])["id"]
    _said(capfd, "judge", "undo", again, "--reason", "two men")
    assert "0 pairs joined" in _said(capfd, "review", "--by-rule")[1]
