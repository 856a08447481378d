"""Writing to a real Neo4j: the graph is a function of the set of documents."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Thread

import pytest
from dump import clear, dump, empty
from extractions import archives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from units import weights

from graph.bolt import Bolt
from graph.comention import pairs_of, paragraphs_of, places
from graph.errors import ConfigurationError, NotFoundError
from graph.extraction import Extraction
from graph.likeness import said
from graph.signature import signature
from graph.versions import versions
from graph.writer import Writer

on_a_real_store = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def writer(bolt: Bolt) -> Writer:
    """A writer of an empty store."""
    made = Writer(bolt)
    made.prepare()
    return made


def graph_of(writer: Writer, bolt: Bolt, documents: Sequence[Extraction]) -> tuple[list[str], list[str]]:
    """The graph that these documents make when they come in one batch."""
    clear(bolt)
    writer.add(documents)
    writer.refresh()
    return dump(bolt)


def told(x: Extraction) -> list[tuple[str, str]]:
    return [(passage.part, passage.text) for passage in x.passages]


def versions_among(documents: Sequence[Extraction]) -> dict[str, str]:
    """Which of some documents are versions of which, told from all of them at once."""
    by_id = {x.document.id: x for x in documents}
    return versions(
        {id_: signature(id_, told(x)) for id_, x in by_id.items()},
        lambda id_: said(dict(by_id[id_].document.numbers).get("cable", ""), told(by_id[id_])),
    )


@on_a_real_store
@given(documents=archives(most=5), data=st.data())
def test_order_and_batching_and_loading_twice_leave_no_trace(writer, bolt, documents, data):
    """Whatever the order, the batches and the repetitions, the same documents make the same graph."""
    expected = graph_of(writer, bolt, documents)
    again = data.draw(st.lists(st.sampled_from(documents), max_size=3)) if documents else []
    order = data.draw(st.permutations([*documents, *again]))
    clear(bolt)
    while order:
        size = data.draw(st.integers(1, len(order)))
        writer.add(order[:size])
        order = order[size:]
        if data.draw(st.booleans()):
            writer.refresh()
    writer.refresh()
    assert dump(bolt) == expected


@on_a_real_store
@given(documents=archives(most=3), others=archives("other", least=1, most=3), refreshing=st.booleans())
def test_a_deleted_document_leaves_no_trace(writer, bolt, documents, others, refreshing):
    """Adding documents and deleting them again is as good as never having had them."""
    expected = graph_of(writer, bolt, documents)
    clear(bolt)
    others = [replace(x, document=replace(x.document, path=f"other/{n}")) for n, x in enumerate(others)]
    writer.add([*others, *documents])
    if refreshing:
        writer.refresh()
    for other in others:
        writer.delete(other.document.id)
    writer.refresh()
    assert dump(bolt) == expected


@on_a_real_store
@given(documents=archives(least=1, most=4), old=archives("old", most=4), in_one_batch=st.booleans())
def test_a_changed_document_takes_the_place_of_its_old_self(writer, bolt, documents, old, in_one_batch):
    """A new document at an old one's path leaves nothing of the old one, whether they come together or apart."""
    old = old[: len(documents)]
    expected = graph_of(writer, bolt, documents)
    clear(bolt)
    if in_one_batch:
        written = writer.add([*old, *documents])
    else:
        writer.add(old)
        written = writer.add(documents)
    writer.refresh()
    assert set(written.replaced) == {x.document.path for x in old}
    assert set(written.added) == {x.document.id for x in documents}
    assert dump(bolt) == expected


@on_a_real_store
@given(documents=archives(most=4))
def test_edges_and_margins_are_what_counting_the_documents_gives(writer, bolt, documents):
    """Every link carries the sums of `pairs_of`, and the significance that sets of distinct units give.

    A version of another document, which the store knows as such, adds nothing to either.
    """
    graph_of(writer, bolt, documents)
    silent = versions_among(documents)
    rows = bolt.read("MATCH (d:Version)-[:VERSION_OF]->(o:Document) RETURN d.id AS id, o.id AS of")
    assert {row["id"]: row["of"] for row in rows} == silent
    documents = [x for x in documents if x.document.id not in silent]
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    dates = defaultdict(list)
    margins: Counter[str] = Counter()
    for x in documents:
        margins.update(paragraphs_of(places(x))[1])
        for both, n in pairs_of(places(x)).items():
            pairs[both].update(passages=n.passages, paragraphs=n.paragraphs, documents=1)
            dates[both] += [x.document.written] if x.document.written else []
    rows = bolt.read("MATCH (a)-[r:CO_MENTIONED]->(b) RETURN a.id AS a, b.id AS b, properties(r) AS r")
    assert {(row["a"], row["b"]) for row in rows} == set(pairs)
    for row in bolt.read("MATCH (e:Entity) RETURN e.id AS id, e.paragraphs AS paragraphs"):
        assert row["paragraphs"] == margins[row["id"]]
    significance = weights(documents)
    for row in rows:
        both, edge = (row["a"], row["b"]), row["r"]
        counted = pairs[both]
        assert {name: edge[name] for name in ("passages", "paragraphs", "documents")} == {"passages": 0, **counted}
        assert edge.get("first") == min(dates[both], default=None)
        assert edge.get("last") == max(dates[both], default=None)
        names = {"passages", "paragraphs", "documents", "first", "last"}
        found = {name: value for name, value in edge.items() if name not in names}
        assert found == pytest.approx(significance[both], abs=1e-9)


@on_a_real_store
@given(documents=archives(least=1, most=3))
def test_a_store_gives_back_what_was_written(writer, bolt, documents):
    """Source texts, passages, mentions and relations are stored as they were found."""
    graph_of(writer, bolt, documents)
    for x in documents:
        row = bolt.read(
            "MATCH (d:Document {id: $id})-[:READ_FROM]->(s) "
            "RETURN s.content AS content, d.date AS date, d.cable AS cable, d.subject AS subject, "
            "COUNT { (d)-[:HAS]->(:Passage) } AS passages, COUNT { (d)-[:HAS]->()-[:MENTIONS]->(:Entity) } AS mentions",
            id=x.document.id,
        )[0]
        assert zlib.decompress(row["content"]).decode() == x.text
        assert row["date"] == (x.document.date.value if x.document.date else None)
        assert row["cable"] == dict(x.document.numbers).get("cable")
        assert row["subject"] == x.document.subject
        assert (row["passages"], row["mentions"]) == (len(x.passages), len(x.mentions))
    counted = sum(row["mentions"] for row in bolt.read("MATCH (e:Entity) RETURN e.mentions AS mentions"))
    silent = versions_among(documents)
    assert counted == sum(len(x.mentions) for x in documents if x.document.id not in silent)
    assert not bolt.read("MATCH (e:Stale) RETURN e")


@on_a_real_store
@given(documents=archives(least=2, most=4))
def test_a_load_cut_off_before_its_refresh_is_healed_by_the_next(writer, bolt, documents):
    """Batches without a refresh leave whole documents; whoever refreshes next, in another process too, finishes."""
    expected = graph_of(writer, bolt, documents)
    clear(bolt)
    writer.add(documents[:1])
    next_one = Writer(bolt)
    next_one.prepare()
    next_one.add(documents)
    next_one.refresh()
    assert dump(bolt) == expected


@on_a_real_store
@given(documents=archives(least=2, most=5))
def test_two_loads_at_once_take_turns(writer, bolt, documents):
    """Two writers with the same documents in opposite order end in the graph of one."""
    expected = graph_of(writer, bolt, documents)
    clear(bolt)
    failures: list[BaseException] = []

    def work(order: Iterable[Extraction]) -> None:
        try:
            for x in order:
                writer.add([x])
            writer.refresh()
        except BaseException as error:  # noqa: BLE001 (a thread's failure is the test's)
            failures.append(error)

    threads = [Thread(target=work, args=(order,)) for order in (documents, documents[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert dump(bolt) == expected


@given(documents=archives(least=1, most=1))
@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_revision_rises_with_every_change_and_with_nothing_else(writer, bolt, documents):
    """An unchanged store keeps its revision, so that what was answered from it stays right."""

    def revision() -> int:
        return int(bolt.read("MATCH (s:Store) RETURN s.revision AS revision")[0]["revision"])

    clear(bolt)
    writer.prepare()
    seen = [revision()]
    for change in (
        lambda: writer.add(documents),
        writer.refresh,
        lambda: writer.delete(documents[0].document.id),
        writer.refresh,
    ):
        change()
        seen.append(revision())
    assert seen == sorted(set(seen))
    writer.add([])
    writer.refresh()
    writer.prepare()
    assert revision() == seen[-1]


@given(documents=archives(least=2, most=2))
@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
def test_known_tells_which_contents_are_stored(writer, bolt, documents):
    """Only hashes of stored documents come back."""
    graph_of(writer, bolt, documents[:1])
    assert writer.known({x.document.path: x.document.hash for x in documents}) == {documents[0].document.path}
    assert writer.known({}) == set()


def test_a_new_store_may_be_prepared_by_several_at_once(bolt):
    """A service and a first load start together: there is one Store node, and everybody goes on."""
    for _ in range(3):
        empty(bolt)
        with ThreadPoolExecutor(3) as pool:
            for done in [pool.submit(Writer(bolt).prepare) for _ in range(3)]:
                done.result()
        assert bolt.read("MATCH (s:Store) RETURN count(s) AS n") == [{"n": 1}]


def test_deleting_what_is_not_there_is_told(writer):
    """An unknown document's id is named in the error."""
    with pytest.raises(NotFoundError, match="no document 'nosuch'"):
        writer.delete("nosuch")


def test_a_store_of_a_newer_trama_is_refused(writer, bolt):
    """A newer schema is neither read nor changed, whichever way writing begins."""
    clear(bolt)
    bolt.run("CREATE (:Store {id: 'store', schema: 2, revision: 7, refreshed: 6})")
    for action in (writer.prepare, writer.refresh, lambda: writer.add([])):
        with pytest.raises(ConfigurationError, match="newer Trama"):
            action()
    clear(bolt)


@pytest.mark.usefixtures("writer")
def test_indexes_are_there(bolt):
    """Searching needs the full-text indexes, looking up the unique ids."""
    indexes = {row["name"]: row for row in bolt.run("SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state")}
    assert indexes["entity_names"]["properties"] == ["name", "aliases"]
    assert indexes["passage_text"]["type"] == "FULLTEXT"
    assert {row["state"] for row in indexes.values()} == {"ONLINE"}
    unique = {label for row in bolt.run("SHOW CONSTRAINTS YIELD labelsOrTypes") for label in row["labelsOrTypes"]}
    assert unique >= {"Document", "SourceText", "Passage", "Entity", "Store", "Load", "Act", "Remark", "Judgement"}
