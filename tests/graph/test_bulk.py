"""Filling an empty store at once: the same graph as writing it, and all of it or nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from archive import archive
from conftest import START_SECONDS, free_port
from dump import dump, empty
from extractions import archives
from hypothesis import given, settings
from small import small

from graph.bolt import Bolt
from graph.bulk import staging as module
from graph.bulk import tally
from graph.bulk.chunk import chunk_of
from graph.bulk.gathered import Gathered
from graph.bulk.staging import staging
from graph.bulk.tally import Marked, count_pairs
from graph.comention import pairs_of, places
from graph.document import content_hash, document_id
from graph.extraction import Extraction
from graph.load import Load
from graph.local import swap
from graph.local.home import Home
from graph.local.server import LocalServer
from graph.passage import Redaction
from graph.settings import Settings
from graph.writer import Writer

MARKS = """
MATCH (n:Store|Load|Act)
RETURN properties(n {.*, at: CASE WHEN n:Act THEN 'then' ELSE n.at END, stamp: null}) AS p ORDER BY labels(n), n.id
"""
LONG = (
    "SEMAR and the DEA were seen in Cuernavaca by the Embassy on the very day that Villarreal left Monterrey for good.",
    "Nobody at SEDENA would say whether the Zetas or the Sinaloa Cartel had been told of it beforehand, and by whom.",
)
LOAD = Load("load-a", "2026-11-20T10:00:00Z")


@pytest.mark.usefixtures("summed")
@settings(max_examples=50, deadline=None)
@given(documents=archives(most=6))
def test_pairs_counted_at_once_are_those_counted_one_by_one(documents):
    """By arrays and by sets, passages, paragraphs, documents and dates come out the same."""
    ids = sorted({entity.id for x in documents for entity in x.entities})
    dates = sorted({x.document.written for x in documents if x.document.written})
    marked = []
    for told, x in zip(chunk_of(documents).told, documents, strict=True):
        units, date = told.units, x.document.written
        numbers = np.array([ids.index(id_) for id_ in units.entities], dtype=np.int64)
        arrays = [np.array(each, dtype=np.int64) for each in (units.within, units.widths, units.named)]
        marked.append(Marked(numbers, *arrays, dates.index(date) if date else -1))
    expected: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    spans = defaultdict(list)
    for x in documents:
        for both, n in pairs_of(places(x)).items():
            expected[both].update(passages=n.passages, paragraphs=n.paragraphs, documents=1)
            spans[both] += [dates.index(x.document.written)] if x.document.written else []
    pairs = count_pairs(marked, len(ids))
    found = list(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))
    assert found == sorted(found)
    for n, (a, b) in enumerate(found):
        sums = expected.pop((ids[a], ids[b]))
        assert (pairs.passages[n], pairs.paragraphs[n], pairs.documents[n]) == (
            sums["passages"], sums["paragraphs"], sums["documents"],
        )  # fmt: skip
        both = spans[ids[a], ids[b]]
        assert (pairs.earliest[n], pairs.latest[n]) == (min(both, default=-1), max(both, default=-1))
    assert not expected


@pytest.fixture(scope="module", params=[1, 2_000_000])
def summed(request) -> Iterator[None]:
    """Summed after every document, or once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tally, "AT_ONCE", request.param)
        yield


@pytest.mark.parametrize("done", range(5))
def test_a_swap_cut_off_anywhere_is_finished_by_the_next_start(tmp_path, done, monkeypatch):
    """Once the new store is marked as whole nothing of the old one is left; before that, nothing is changed."""
    home = Home(tmp_path)
    for where, text in ((home.path, "old"), (home.incoming, "new")):
        for part in swap.PARTS:
            (where / part).mkdir(parents=True)
            (where / part / "store").write_text(text)
    swap.finish(home)
    assert [(home.path / part / "store").read_text() for part in swap.PARTS] == ["old", "old"]
    swap.begin(home)
    steps = iter(range(done))

    def step(function):
        def work(*arguments, **options):
            if next(steps, None) is None:
                raise KeyboardInterrupt
            return function(*arguments, **options)

        return work

    with monkeypatch.context() as patch:
        patch.setattr(swap.shutil, "rmtree", step(swap.shutil.rmtree))
        patch.setattr(Path, "rename", step(Path.rename))
        with pytest.raises(KeyboardInterrupt):
            swap.finish(home)
    swap.finish(home)
    assert [(home.path / part / "store").read_text() for part in swap.PARTS] == ["new", "new"]
    swap.finish(home)
    assert not swap.is_begun(home)


def hostile() -> Extraction:
    """A document that tries to break out of its row, out of its file and out of its array."""
    x = small('a "quoted",\npath;|.txt', "SEMAR and the DEA were seen in Cuernavaca.", 'The Embassy said "no",\x00 \\.')
    digest = content_hash(b"hostile")
    document = replace(
        x.document, id=document_id(digest), hash=digest, subject='"', tags=("A;B", "C,D"), marking="\r\n"
    )
    marked = replace(x.passages[0], redactions=(Redaction(0, 4), Redaction(5, 9, "B1")), paragraph=7)
    bare = replace(x.passages[1], redactions=(Redaction(1, 2),))
    names = tuple(replace(e, name=f'{e.name} "{n}", ¶', known=False) for n, e in enumerate(x.entities))
    return replace(x, document=document, passages=(marked, bare), entities=names)


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> Settings:
    """A store of its own, never started."""
    return Settings(home=tmp_path_factory.mktemp("bulk"))


@pytest.fixture(scope="module")
def server(own) -> Iterator[LocalServer]:
    """Its server."""
    made = LocalServer(own, port=free_port(), start_seconds=START_SECONDS)
    yield made
    made.stop()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_store_is_filled_with_the_graph_that_writing_makes_of_it(own, server, monkeypatch):
    """Node for node, edge for edge, property for property; also where the store was used before and is empty again."""
    forms = [small(f"{n}.txt", *LONG, f"Page {n}.") for n in range(3)]
    documents = [*archive(40), hostile(), small("empty.txt"), *forms]
    with staging(own, server) as place:
        gathered = Gathered(place.files)
        with ThreadPoolExecutor(2) as pool:
            for some in (documents[30:], documents[:30]):
                gathered.add(chunk_of(some))
            assert gathered.finish(LOAD, place.revision, pool) > 0
        place.make()
        address = place.swap()
    with Bolt(address) as bolt:
        writer = Writer(bolt)
        writer.prepare()
        filled, marks = dump(bolt), bolt.read(MARKS)
        empty(bolt)
        writer.prepare()
        writer.add(documents, LOAD)
        writer.refresh()
        assert bolt.read("MATCH (d:Version)-[:VERSION_OF]->(:Document) RETURN count(d) AS n") == [{"n": 2}]
        assert filled == dump(bolt)
        assert marks == bolt.read(MARKS)
        with staging(own, server) as place:
            assert place is None  # it holds something
        for x in documents:
            writer.delete(x.document.id)
        writer.refresh()
        bolt.run("MATCH (n:Load|Act) DELETE n")
        bolt.run("MATCH (s:Store) REMOVE s.acts")
        revision = bolt.read("MATCH (s:Store) RETURN s.revision AS n")[0]["n"]
        monkeypatch.setattr(module, "GOING", 0.2)
        with staging(own, server) as place:
            assert place is None  # somebody is connected: this test
    with staging(own, server) as place:
        assert place.revision == revision
        fill(place, documents)
        with Bolt(server.start()) as bolt:
            Writer(bolt).add(documents[:1])
        assert place.swap() is None  # somebody wrote meanwhile
    with Bolt(server.start()) as bolt:
        assert bolt.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 1}]
        empty(bolt)
    with staging(own, server) as place:
        fill(place, documents)
        port = server.status().uri
        with Bolt(place.swap()) as bolt:
            Writer(bolt).prepare()
            assert dump(bolt) == filled
    assert server.status().uri == port
    assert not Home(own.store_home).incoming.exists()


def fill(place, documents) -> None:
    """Make a store of the documents."""
    gathered = Gathered(place.files)
    gathered.add(chunk_of(documents))
    gathered.finish(LOAD, place.revision, None)
    place.make()
