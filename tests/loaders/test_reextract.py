"""Reading stored texts again, on a real Neo4j."""

from dataclasses import replace
from pathlib import Path

import pytest
from dump import clear, dump

from graph.bolt import Bolt
from graph.entity import Kind
from graph.errors import ConfigurationError
from graph.extraction import Extraction
from graph.judgement import Decision
from graph.judging.judge import Judge, Word
from graph.settings import plug_recognisers
from graph.writer import Writer
from loaders.extract import extract
from loaders.reextract import reextract


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The two samples, read by the extractor of today; one of them from bytes that are no UTF-8."""
    samples = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in samples]
    raws = [texts[0].encode(), texts[1].encode("cp1252", errors="ignore") + b"\nCaf\xe9.\n"]
    return [extract(raw, path.name) for raw, path in zip(raws, samples, strict=True)]


def older(extraction: Extraction) -> Extraction:
    """What an extractor would have found that misses one entity, and takes officials for people."""
    missed = max(extraction.entities, key=lambda e: sum(m.entity == e.id for m in extraction.mentions)).id
    return replace(
        extraction,
        entities=tuple(
            replace(e, kind=Kind.PERSON if e.kind is Kind.OFFICIAL else e.kind)
            for e in extraction.entities
            if e.id != missed
        ),
        mentions=tuple(m for m in extraction.mentions if m.entity != missed),
        relations=tuple(r for r in extraction.relations if missed not in {r.subject, r.object}),
    )


@pytest.mark.timeout(300)  # the server plans every query of loading, judging and reading once
def test_what_an_older_extractor_missed_is_found_and_what_was_judged_stays(bolt: Bolt, extractions) -> None:
    """The store comes out as if today's extractor had read it and the same had been judged."""
    writer = Writer(bolt)
    writer.prepare()

    def made(documents: list[Extraction]) -> None:
        clear(bolt)
        writer.add(documents)
        Judge(bolt, "Ana").judge(Word(Decision.RENAME, "felipe-calderon", value="El Presidente"))

    made(extractions)
    writer.refresh()
    expected = graph(bolt)
    unchanged = reextract(bolt, writer, dry_run=True)
    assert (unchanged.documents, unchanged.changed, unchanged.unreadable) == (2, 0, [])
    made([older(x) for x in extractions])
    foreseen = reextract(bolt, writer, dry_run=True)
    assert reextract(bolt, writer) == foreseen
    assert graph(bolt) == expected
    assert (foreseen.changed, foreseen.removed) == (2, 0)
    assert foreseen.added > 5
    assert any(kinds[1:] == ("person", "official") for kinds in foreseen.kinds)
    assert bolt.read("MATCH (:Load)-[:BROUGHT]->(d:Document) RETURN count(d) AS n") == [{"n": 2}]


def test_a_text_is_read_again_with_the_recognisers_of_the_user(bolt: Bolt, extractions, tmp_path, monkeypatch) -> None:
    """What only they find is no mention that today's extractor would leave out; one that is missing is told at once."""
    monkeypatch.setenv("TRAMA_RECOGNISERS", "")
    own = tmp_path / "own.py"
    own.write_text(
        "import re\nfrom graph.entity import Kind\nfrom graph.mention import Method\n"
        "from loaders.names.span import Span\n"
        "def recognise(view):\n    return [Span(m.start(), m.end(), Method.MODEL, 0.9, kind=Kind.ORGANIZATION)\n"
        "            for m in re.finditer('drug trafficking', view.shown)]\n",
        encoding="utf-8",
    )
    clear(bolt)
    writer = Writer(bolt)
    writer.prepare()
    writer.add(extractions)
    plug_recognisers([f"{own}:recognise"])
    changes = reextract(bolt, writer, dry_run=True)
    assert "drug-trafficking" in changes.appeared
    assert changes.added > 0
    plug_recognisers([f"{own}:nothing"])
    with pytest.raises(ConfigurationError, match="nothing"):
        reextract(bolt, writer, dry_run=True)


def graph(bolt: Bolt) -> tuple[list[str], list[str]]:
    """All of the store but the judgement, which knows when it was made."""
    nodes, edges = dump(bolt)
    return [node for node in nodes if "'Judgement'" not in node], edges
