"""Judgements on a real Neo4j: the graph is a function of the set of documents and of the judgements that stand."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from dump import clear, dump
from extractions import archives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judgements import words
from small import small

from graph.bolt import Bolt
from graph.errors import ConflictError, InputError, NotFoundError
from graph.extraction import Extraction
from graph.judgement import Decision
from graph.judging.judge import Judge, Word
from graph.judging.reading import Judgements, effect
from graph.writer import Writer

pytestmark = pytest.mark.timeout(300)  # the first of them waits until the server has planned every query
on_a_real_store = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def writer(bolt: Bolt) -> Writer:
    """A writer of an empty store."""
    made = Writer(bolt)
    made.prepare()
    return made


def graph(bolt: Bolt) -> tuple[list[str], list[str]]:
    """All of the store but the judgements themselves."""
    nodes, edges = dump(bolt)
    return [node for node in nodes if not node.startswith("(['Judgement']")], edges


def judge_some(bolt: Bolt, data: st.DataObject, most: int) -> list[str]:
    """Make judgements one after the other, each of what the store holds by then."""
    made = []
    for _ in range(data.draw(st.integers(1, most))):
        some = words(bolt)
        if some is None:
            break
        made.append(Judge(bolt, "Ana").judge(data.draw(some)).judgement.id)
    return made


@on_a_real_store
@given(documents=archives(least=1, most=3), data=st.data())
def test_what_is_judged_and_taken_back_was_never_judged(writer, bolt, documents, data):
    """Whatever was judged: once it is all taken back, in any order, the graph is as it was."""
    clear(bolt)
    writer.add(documents)
    writer.refresh()
    expected = graph(bolt)
    made = judge_some(bolt, data, 4)
    there = {row["id"] for row in bolt.read("MATCH (e:Entity) RETURN e.id AS id")}
    kept = Judgements(bolt)
    for judgement in kept.every:
        if judgement.decision in {Decision.SAME, Decision.NOT_A_NAME}:
            assert kept.now(judgement.left_id) in {None, *there}
    if data.draw(st.booleans()):
        writer.refresh()
    for id_ in data.draw(st.permutations(made)):
        Judge(bolt, "Ben").undo(id_)
    writer.refresh()
    assert graph(bolt) == expected


@on_a_real_store
@given(documents=archives(least=2, most=4), data=st.data())
def test_documents_and_judgements_make_one_graph_in_any_order(writer, bolt, documents, data):
    """Documents that come, go, or come again after a judgement are judged as if they had been there."""
    clear(bolt)
    writer.add(documents)
    made = judge_some(bolt, data, 4)
    for id_ in made:
        if data.draw(st.booleans()):
            Judge(bolt, "Ben").undo(id_)
    writer.refresh()
    expected = dump(bolt)
    for document in data.draw(st.lists(st.sampled_from(documents), unique_by=lambda x: x.document.id)):
        writer.delete(document.document.id)
    if data.draw(st.booleans()):
        writer.refresh()
    for document in data.draw(st.permutations(documents)):
        writer.add([document])
    writer.refresh()
    assert dump(bolt) == expected


COUNTED = """
MATCH (e:Entity)
RETURN e.id AS id, e.mentions AS mentions, e.documents AS documents, e.paragraphs AS paragraphs,
  COLLECT { MATCH (e)-[r:CO_MENTIONED]->(o:Entity) RETURN [o.id, properties(r)] ORDER BY o.id } AS links
ORDER BY id
"""


@on_a_real_store
@given(documents=archives(least=2, most=4), data=st.data())
def test_what_is_judged_the_same_counts_as_if_the_documents_said_so(writer, bolt, documents, data):
    """Every count, date and significance is that of documents that name one thing where they named two."""
    clear(bolt)
    writer.add(documents)
    ids = sorted({e.id for x in documents for e in x.entities})
    if len(ids) < 2:
        return
    one, other = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    made = Judge(bolt, "Ana").judge(Word(Decision.SAME, one, other, value=one))
    writer.refresh()
    judged = bolt.read(COUNTED)
    assert made.judgement.value == one
    clear(bolt)
    writer.add(renamed(documents, other, one))
    writer.refresh()
    assert judged == bolt.read(COUNTED)


def renamed(documents: Sequence[Extraction], old: str, new: str) -> list[Extraction]:
    """The documents, with another id for one of their entities."""
    return [
        replace(
            x,
            entities=tuple(replace(e, id=new) if e.id == old else e for e in x.entities),
            mentions=tuple(replace(m, entity=new) if m.entity == old else m for m in x.mentions),
            relations=(),
        )
        for x in documents
    ]


def test_judgements_and_loads_at_once_take_turns(writer, bolt):
    """Whoever comes first, the store holds what both made of it, and no judgement's number twice."""
    clear(bolt)
    writer.add(
        [small("a.txt", "SEMAR and the DEA met.", "Zetas in Monterrey."), small("b.txt", "The Embassy of SEMAR.")]
    )
    words = [
        Word(Decision.SAME, "semar", "dea", value="semar"),
        Word(Decision.RENAME, "semar", value="Marina"),
        Word(Decision.NOT_A_NAME, "zetas"),
    ]
    with ThreadPoolExecutor(4) as pool:
        judging = [pool.submit(Judge(bolt, "Ana").judge, word) for word in words]
        loading = pool.submit(writer.add, [small("c.txt", "SEMAR told Zetas.")])
        assert sorted(done.result().judgement.n for done in judging) == [1, 2, 3]
        loading.result()
    writer.refresh()
    rows = bolt.read("MATCH (e:Entity) RETURN e.id AS id, e.name AS name, e.mentions AS n ORDER BY id")
    assert [(row["id"], row["name"], row["n"]) for row in rows] == [
        ("embassy", "Embassy", 1), ("monterrey", "Monterrey", 1), ("semar", "Marina", 4),
    ]  # fmt: skip
    assert not bolt.read("MATCH (e:Entity {id: 'semar'})-[r:CO_MENTIONED]-(e) RETURN r")


def test_what_cannot_be_judged_is_told(writer, bolt):
    """Unknown entities, a thing and itself, no kind, no name, all of an entity split off, undone twice."""
    clear(bolt)
    writer.add([small("a.txt", "SEMAR and the DEA met.")])
    judge = Judge(bolt, "Ana")
    with pytest.raises(NotFoundError, match="no entity 'nobody'"):
        judge.judge(Word(Decision.RENAME, "nobody", value="Nobody"))
    for word in (
        Word(Decision.SAME, "semar", "semar"),
        Word(Decision.SAME, "semar", "dea", value="fbi"),
        Word(Decision.KIND, "semar", value="navy"),
        Word(Decision.RENAME, "semar", value=" "),
        Word(Decision.SPLIT, "semar"),
        Word(Decision.SPLIT, "semar", sources=("semar",)),
        Word(Decision.UNSURE, "semar", "dea", why="x" * 2001),
    ):
        with pytest.raises(InputError):
            judge.judge(word)
    assert not bolt.read("MATCH (j:Judgement) RETURN j")
    made = judge.judge(Word(Decision.SAME, "semar", "dea", why="one and the same office"))
    judge.undo(made.judgement.id, "I misread")
    with pytest.raises(ConflictError, match="taken back already"):
        judge.undo(made.judgement.id)
    with pytest.raises(NotFoundError, match="judgement-9"):
        judge.undo("judgement-9")
    acts = bolt.read(
        "MATCH (a:Act) WHERE a.what STARTS WITH 'judgement' RETURN a.what AS what, a.who AS who ORDER BY a.n"
    )
    assert [(row["what"], row["who"]) for row in acts] == [("judgement.made", "Ana"), ("judgement.undone", "Ana")]


def test_what_was_split_off_is_known_by_what_it_became(writer, bolt):
    """It is the same as another, struck out, or part of the whole again, where that was said of it."""
    clear(bolt)
    writer.add([small("a.txt", "SEMAR met the DEA."), small("b.txt", "SEMAR and SEDENA met.")])
    one = small("b.txt", "SEMAR and SEDENA met.").document.id
    judge = Judge(bolt, "Ana")
    split = judge.judge(Word(Decision.SPLIT, "semar", documents=(one,))).judgement
    assert Judgements(bolt).now(split.right_id) == split.right_id
    same = judge.judge(Word(Decision.SAME, split.right_id, "sedena", value="sedena")).judgement
    assert Judgements(bolt).now(split.right_id) == "sedena"
    assert Judgements(bolt).now("semar") == "semar"
    judge.undo(same.id)
    struck = judge.judge(Word(Decision.NOT_A_NAME, split.right_id)).judgement
    assert Judgements(bolt).now(split.right_id) is None
    judge.undo(struck.id)
    judge.undo(split.id)
    assert Judgements(bolt).now(split.right_id) == "semar"


def test_a_preview_of_a_split_counts_no_version(writer, bolt):
    """Its figures are those that the entities show."""
    clear(bolt)
    lines = [f"SEMAR word{n} sentence{n} number{n} which nothing{n} else{n} repeats{n} here." for n in range(4)]
    twins = [small("a.txt", *lines), small("tagged/a.txt", *lines)]
    other = small("b.txt", "SEMAR and the DEA met.")
    writer.add([*twins, other])
    shown = effect(bolt, Word(Decision.SPLIT, "semar", documents=tuple(x.document.id for x in twins)))
    assert (shown.documents, shown.mentions) == (1, 4)
