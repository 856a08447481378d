"""What verdicts take from the weights of a real store, where they are obeyed, counted anew from the documents."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from archive import archive
from dump import clear

from graph.bolt import Address, AsyncBolt, Bolt
from graph.comention import Pair, pair, pairs_of
from graph.judgement import Decision
from graph.judging.judge import Judge, Word
from graph.ledger import Ledger
from graph.passage import CO_MENTIONING
from graph.reader import Reader
from graph.reading import remarks
from graph.reading.remarks import VerdictsWanted
from graph.verdict import AGAINST, Opinion
from graph.writer import Writer

DOCUMENTS = archive(40)
Said = dict[Pair, dict[str, set[int]]]
Ask = Callable[[Callable[[Reader], Awaitable[Any]]], Any]


@pytest.fixture(scope="module")
def store(bolt: Bolt) -> Bolt:
    """The store with all the documents, and no verdict."""
    clear(bolt)
    writer = Writer(bolt)
    writer.prepare()
    writer.add(DOCUMENTS)
    writer.refresh()
    return bolt


@pytest.fixture(scope="module")
def ask(store: Bolt, address: Address) -> Iterator[Ask]:  # noqa: ARG001 - it fills the store
    """Asks a reader."""
    with asyncio.Runner() as runner:
        connection = AsyncBolt(address)
        reader = Reader(connection)

        async def answer(question: Callable[[Reader], Awaitable[Any]]) -> Any:
            return await question(reader)

        yield lambda question: runner.run(answer(question))
        runner.run(connection.close())


def counted(struck: Said, edges: dict[Pair, Opinion]) -> dict[Pair, Counter[str]]:
    """Count every link from the documents, as though struck passages did not name the pair."""
    sums: dict[Pair, Counter[str]] = defaultdict(Counter)
    for x in DOCUMENTS:
        blocks = {p.ordinal: p.block for p in x.passages if p.part in CO_MENTIONING}
        named = sorted({(m.passage, blocks[m.passage], m.entity) for m in x.mentions if m.passage in blocks})
        for both in {pair(a[2], b[2]) for a in named for b in named if a[2] != b[2]}:
            gone = struck.get(both, {}).get(x.document.id, set())
            kept = [place for place in named if place[2] in both and place[0] not in gone]
            if edges.get(both) in AGAINST or len({place[2] for place in kept}) < 2:
                continue
            sums[both]["named"] += 1
            for n in pairs_of(kept).values():
                sums[both].update(passages=n.passages, paragraphs=n.paragraphs, documents=1)
    return sums


def given(bolt: Bolt, die: random.Random) -> tuple[Said, dict[Pair, Opinion]]:
    """Give verdicts by a seeded die, and return what they speak against."""
    bolt.run("MATCH (v:Verdict) DELETE v")
    ledger = Ledger(bolt)
    struck: Said = defaultdict(lambda: defaultdict(set))
    edges: dict[Pair, Opinion] = {}
    for x in die.sample(DOCUMENTS, 15):
        for p in x.passages:
            named = sorted({m.entity for m in x.mentions if m.passage == p.ordinal})
            if p.part in CO_MENTIONING and len(named) > 1:
                both = pair(*die.sample(named, 2))
                opinion = die.choice(sorted(Opinion))
                ledger.judge(*both, opinion, at=(x.document.id, p.ordinal))
                if opinion in AGAINST:
                    struck[both][x.document.id].add(p.ordinal)
    for both in die.sample(sorted(counted({}, {})), 4):
        edges[both] = die.choice(sorted(Opinion))
        ledger.judge(*both, edges[both])
    return struck, edges


def test_obeyed_verdicts_make_the_weights_of_documents_without_what_they_strike(store: Bolt, ask: Ask) -> None:
    """Networks and neighbours at every scope, page by page in their order, equal a count from the documents."""
    struck, edges = given(store, random.Random(1))  # noqa: S311 - no secret
    expected = counted(struck, edges)
    ids = sorted({id_ for both in counted({}, {}) for id_ in both})
    network = ask(lambda reader: reader.network(ids, obey=True))
    assert {
        (e.source, e.target): (e.weight.passages, e.weight.paragraphs, e.weight.documents) for e in network.edges
    } == {both: (n["passages"], n["paragraphs"], n["documents"]) for both, n in expected.items() if n["paragraphs"]}
    strengths = [e.weight.passages for e in network.edges]
    assert strengths == sorted(strengths, reverse=True)
    for edge in network.edges:
        both = pair(edge.source, edge.target)
        assert edge.verdicts.edge == edges.get(both)
        assert (edge.weight.llr is None) == bool(struck.get(both))
    for id_ in ids:
        for scope, count in [("passage", "passages"), ("paragraph", "paragraphs"), ("document", "named")]:
            found: dict[str, int] = {}
            cursor = None
            while cursor or not found:
                page = ask(lambda r, c=cursor, s=scope, i=id_: r.neighbours(i, scope=s, limit=5, cursor=c, obey=True))
                for each in page.items:
                    weight = each.weight
                    found[each.entity.id] = {"passage": weight.passages, "paragraph": weight.paragraphs}.get(
                        scope, weight.documents
                    )
                cursor = page.next
                if not cursor:
                    break
            links = {a if b == id_ else b: n[count] for (a, b), n in expected.items() if id_ in (a, b) and n[count]}
            assert found == links
            assert list(found.values()) == sorted(found.values(), reverse=True)


def test_a_network_reaches_only_over_what_is_left(store: Bolt, ask: Ask) -> None:
    """Its hops take the strongest of the links as obeyed verdicts leave them."""
    struck, edges = given(store, random.Random(3))  # noqa: S311 - no secret
    expected = counted(struck, edges)
    links = {a if b == "dea" else b: n["passages"] for (a, b), n in expected.items() if "dea" in (a, b)}
    strongest = sorted(links.values(), reverse=True)[:3]
    near = ask(lambda reader: reader.network(["dea"], limit=4, obey=True)).nodes[1:]
    assert [links[each.id] for each in near] == strongest


def test_evidence_carries_verdicts_and_leaves_out_what_they_strike(store: Bolt, ask: Ask) -> None:
    """As shown, each sentence has the verdicts on it; as obeyed, those spoken against are gone, the rest unchanged."""
    struck, edges = given(store, random.Random(4))  # noqa: S311 - no secret
    both = max(struck, key=lambda each: sum(map(len, struck[each].values())) if each not in edges else -1)
    shown = ask(lambda reader: reader.evidence(*both, limit=500)).items
    obeyed = ask(lambda reader: reader.evidence(*both, limit=500, obey=True)).items
    gone = {(e.document.id, e.passage) for e in shown} - {(e.document.id, e.passage) for e in obeyed}
    assert gone == {(document, passage) for document, places in struck[both].items() for passage in places}
    assert gone == {(e.document.id, e.passage) for e in shown if {v.verdict for v in e.verdicts} & AGAINST}
    assert [e for e in shown if not {v.verdict for v in e.verdicts} & AGAINST] == obeyed
    wider = ask(lambda reader: reader.evidence(*both, scope="document", limit=500)).items
    assert {(v.document, v.passage) for e in wider for v in e.verdicts if v.verdict in AGAINST} == gone
    edge = next(each for each in edges if edges[each] in AGAINST)
    nothing = ask(lambda reader: reader.evidence(*edge, obey=True))
    assert (nothing.items, nothing.note) == ([], f"A verdict stands on this edge: {edges[edge]}.")


def test_a_verdict_on_a_sentence_follows_its_mentions_to_another_entity(store: Bolt, ask: Ask) -> None:
    """Where a judgement moved them; a verdict on the whole edge does not, for the new edge has other sentences too."""
    store.run("MATCH (v:Verdict) DELETE v")
    ledger = Ledger(store)
    x, p = next(
        (x, p)
        for x in DOCUMENTS
        for p in x.passages
        if p.part in CO_MENTIONING and {"abl", "dea"} <= {m.entity for m in x.mentions if m.passage == p.ordinal}
    )
    ledger.judge("abl", "dea", Opinion.DENIAL, at=(x.document.id, p.ordinal))
    ledger.judge("abl", "dea", Opinion.DENIAL)
    ledger.note(["abl"], "Who is it?")
    Judge(store, "ana").judge(Word(Decision.SAME, "abl", "sinaloa", value="sinaloa"))
    shown = ask(lambda reader: reader.evidence("sinaloa", "dea", limit=500)).items
    obeyed = ask(lambda reader: reader.evidence("sinaloa", "dea", limit=500, obey=True)).items
    assert [(e.document.id, e.passage) for e in shown if e.verdicts] == [(x.document.id, p.ordinal)]
    assert obeyed == [e for e in shown if not e.verdicts] != []
    listed = ask(lambda reader: remarks.verdicts(reader._bolt, VerdictsWanted(of=("dea", "sinaloa"))))
    assert len(listed.items) == 2
    assert [n.about for n in ask(lambda reader: remarks.notes(reader._bolt, ["sinaloa"])).items] == [["abl"]]
