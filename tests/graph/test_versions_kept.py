"""A store with two forms of one text: one counts, both are kept, and answers say so."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from dump import clear, dump
from small import small

from graph.bolt import Address, AsyncBolt, Bolt
from graph.ledger import Ledger
from graph.reader import Reader
from graph.verdict import Opinion
from graph.writer import Writer

T = TypeVar("T")

RAID = [
    "SEMAR units killed Beltrán Leyva in Cuernavaca last night after a fight of two hours with grenades and rifles.",
    "The DEA had told SEMAR where he was, and SEMAR went, as an officer of the DEA told us over lunch this morning.",
]
FULL = small("cables/09MEXICO3573.txt", *RAID, "Nobody else has claimed the deed so far.")
TWIN = small("tagged/09MEXICO3573.txt", *[line.replace(", ", " , ") for line in FULL.text.split("\n")])
OTHER = small("cables/10MEXICO1.txt", "SEMAR met the DEA in Cuernavaca, and Calderón was told of it afterwards.")


@pytest.fixture(scope="module")
def writer(bolt: Bolt) -> Writer:
    """A store with a cable, its twin, and another cable."""
    made = Writer(bolt)
    made.prepare()
    made.add([OTHER, TWIN])
    made.add([FULL])
    made.refresh()
    return made


@pytest.fixture
def ask(writer: Writer, address: Address) -> Iterator[Callable[[Callable[[Reader], Coroutine[Any, Any, T]]], T]]:
    """Ask a reader of the store."""
    assert writer.size().versions
    with asyncio.Runner() as runner:
        bolt = AsyncBolt(address)
        yield lambda question: runner.run(question(Reader(bolt)))
        runner.run(bolt.close())


FORMS = {x.document.id: x for x in (FULL, TWIN)}
FIRST, SECOND = sorted(FORMS)


def test_evidence_is_shown_once_and_says_where_else_it_stands(ask):
    """At every scope, with counts that agree."""
    for scope in ("passage", "paragraph", "document"):
        items = ask(lambda r, s=scope: r.evidence("semar", "cuernavaca", scope=s)).items
        shown = sorted((e.document.id, [v.id for v in e.also]) for e in items)
        assert shown == sorted([(OTHER.document.id, []), (FIRST, [SECOND])])
    near = ask(lambda r: r.neighbours("semar", scope="document")).items
    assert {n.entity.id: n.weight.documents for n in near}["cuernavaca"] == 2
    assert ask(lambda r: r.entity("semar")).documents == 2


def test_a_document_names_its_other_forms(ask):
    """The one that counts names its versions, a version the one that counts for it."""
    first, second = (ask(lambda r, i=id_: r.document(i)) for id_ in (FIRST, SECOND))
    assert (first.version_of, [v.id for v in first.versions]) == (None, [SECOND])
    assert (second.version_of.id, second.versions) == (FIRST, [])
    assert second.passages[0].mentions
    stats = ask(lambda r: r.stats())
    assert (stats.documents, stats.versions) == ({"cable": 3}, 1)


def test_who_is_named_by_a_version_alone_is_kept_and_counts_nothing(writer, bolt, ask):
    """What the reading of the form that counts missed is not lost, nor is it evidence."""
    clear(bolt)
    seen = FORMS[FIRST]
    missed = replace(
        seen,
        mentions=tuple(m for m in seen.mentions if m.entity != "dea"),
        entities=tuple(e for e in seen.entities if e.id != "dea"),
    )
    writer.add([missed, FORMS[SECOND]])
    writer.refresh()
    counts = (
        "e.name AS name, e.mentions AS mentions, e.documents AS documents, COUNT { (e)-[:CO_MENTIONED]-() } AS links"
    )
    row = bolt.read("MATCH (e:Entity {id: 'dea'}) RETURN " + counts)
    assert row == [{"name": "DEA", "mentions": 0, "documents": 0, "links": 0}]
    assert "dea" not in {e.id for e in ask(lambda r: r.entities("DEA")).items}
    assert "dea" not in {e.id for e in ask(lambda r: r.entities()).items}
    assert ask(lambda r: r.entity("dea")).name == "DEA"
    writer.delete(SECOND)
    assert not bolt.read("MATCH (e:Entity {id: 'dea'}) RETURN e")


def test_when_the_one_that_counts_goes_another_form_counts(writer, bolt):
    """Its names, links and dates are as though it had stood there alone."""
    clear(bolt)
    writer.add([OTHER, FORMS[FIRST]])
    writer.add([FORMS[SECOND]])
    writer.delete(FIRST)
    writer.refresh()
    left = dump(bolt)
    clear(bolt)
    writer.add([OTHER, FORMS[SECOND]])
    writer.refresh()
    assert dump(bolt) == left


def test_who_is_near_through_another_form_of_a_changed_text_alone_is_settled_too(writer, bolt):
    """Of one text's two documents, parted into other words, the one that it is compared by may come last."""
    told = [f"SEMAR word{n} sentence{n} number{n} which nothing{n} else{n} repeats{n} here." for n in range(20)]
    parted = small("cables/1.txt", *told)
    misread = small("cables/2.txt", *[line.replace("nothing9", "nothng9") for line in told])
    joined = (small(f"cables/joined{n}.txt", *["".join(line.split()) for line in told]) for n in range(100))
    first = next(x for x in joined if x.document.id < parted.document.id)
    clear(bolt)
    writer.add([parted, misread])
    assert _versions(bolt) == {misread.document.id: parted.document.id}
    writer.add([first])
    assert _versions(bolt) == {parted.document.id: first.document.id}
    writer.delete(first.document.id)
    assert _versions(bolt) == {misread.document.id: parted.document.id}


def _versions(bolt: Bolt) -> dict[str, str]:
    found = bolt.read("MATCH (d:Version) RETURN d.id AS id, head([(d)-[:VERSION_OF]->(o) | o.id]) AS of")
    return {row["id"]: row["of"] for row in found}


def test_a_verdict_on_a_sentence_of_what_became_a_version_stands_on_the_same_sentence_of_what_counts(writer, bolt, ask):
    """It was said of the sentence, not of the file: obeyed, the sentence does not count in the other form either."""
    clear(bolt)
    writer.add([FORMS[SECOND], OTHER])
    writer.refresh()
    Ledger(bolt).judge("semar", "cuernavaca", Opinion.DENIAL, at=(SECOND, 0))
    writer.add([FORMS[FIRST]])
    writer.refresh()
    assert _versions(bolt) == {SECOND: FIRST}
    shown = ask(lambda r: r.evidence("semar", "cuernavaca")).items
    assert [(e.document.id, [v.verdict for v in e.verdicts]) for e in shown if e.verdicts] == [
        (FIRST, [Opinion.DENIAL])
    ]
    obeyed = ask(lambda r: r.evidence("semar", "cuernavaca", obey=True)).items
    assert [e.document.id for e in obeyed] == [OTHER.document.id]
    assert {n.entity.id: n.weight.passages for n in ask(lambda r: r.neighbours("semar", obey=True)).items}[
        "cuernavaca"
    ] == 1
    bolt.run("MATCH (v:Verdict) DELETE v")
