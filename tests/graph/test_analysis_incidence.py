"""Which passages count: versions and repetitions once, mere lists for less."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from extractions import archives
from hypothesis import given, settings
from hypothesis import strategies as st
from units import units, weights

from graph.analysis.fingerprint import fingerprint, words
from graph.analysis.incidence import Incidence, Incidences, list_weight
from graph.analysis.units import Named
from graph.analysis.weighing import rows, weigh
from graph.extraction import Extraction
from graph.passage import CO_MENTIONING

RAID = "SEMAR units killed Arturo Beltrán Leyva in Cuernavaca last night."
TAGGED = "[ SEMAR ] units  killed [ARTURO BELTRAN LEYVA] in [Cuernavaca] last night ."


def built(documents: dict[str, Sequence[Named]]) -> Incidences:
    made = Incidences()
    for id_, passages in sorted(documents.items()):
        made.add(id_, passages)
    return made


def together(incidence: Incidence, a: str, b: str) -> float:
    i, j = sorted((incidence.entities.index(a), incidence.entities.index(b)))
    return float(incidence.together()[i, j])


def test_a_tagged_passage_and_its_twin_are_one_text():
    """Brackets, case, accents, white space and punctuation do not make another; a word does."""
    assert fingerprint([words(RAID)], "a") == fingerprint([words(TAGGED)], "b")
    assert fingerprint([words(RAID)], "a") != fingerprint([words(RAID + " Twice")], "a")
    assert words("Zürich_2009,\u00a0(S//NF)") == "zurich 2009 s nf"


def test_a_short_text_is_told_apart_by_document():
    """`Comment.` stands in every cable; four words say nothing of their own, five do."""
    assert fingerprint(["comment end of it"], "a") != fingerprint(["comment end of it"], "b")
    assert fingerprint(["comment end of it"], "a") == fingerprint(["comment end of it"], "a")
    assert fingerprint(["comment is the end of it"], "a") == fingerprint(["comment is the end of it"], "b")


def test_twins_count_once_and_name_what_either_names():
    """In the second the place was found and the man missed."""
    made = built({"a": [(0, RAID, ["abl", "semar"])], "b": [(7, TAGGED, ["cuernavaca", "semar"])]})
    for incidence in (made.passages(), made.paragraphs()):
        assert incidence.entities == ("abl", "cuernavaca", "semar")
        assert incidence.cells.toarray().tolist() == [[1, 1, 1]]
        assert incidence.total == 1


def test_a_paragraph_is_the_same_however_it_is_cut_into_sentences():
    """Its fingerprint is that of all its text, that which names nobody too."""
    one = [(0, "He met SEMAR. Nobody saw it, they said.", ["semar"])]
    two = [(3, "He met SEMAR.", ["semar"]), (3, "Nobody saw it, they said.", [])]
    assert built({"a": one, "b": two}).paragraphs().total == 1
    other = [(3, "He met SEMAR.", ["semar"]), (3, "Everybody saw it, they said.", [])]
    assert built({"a": one, "b": other}).paragraphs().total == 2


def test_who_names_nobody_is_no_unit():
    """As in every count of the store."""
    made = built({"a": [(0, "It rained all day in the capital.", [])]})
    assert (made.passages().total, made.paragraphs().total) == (0, 0)


def test_a_mere_list_counts_for_less_and_is_marked():
    """Of 15 names each gets 14 links of 7 / 14; eight names are no list yet."""
    names = [f"guest-{n:02}" for n in range(15)]
    said = "Present at the table were the following fifteen gentlemen."
    made = built({"a": [(0, said, names)], "b": [(0, "A met B in the house.", names[:2])]})
    passages = made.passages()
    assert passages.lists.tolist() == [True, False]
    assert together(passages, *names[:2]) == 1.5
    assert together(passages, *names[1:3]) == 0.5
    weighed = weigh(passages)
    assert weighed.lists[0] == 0.5
    assert set(weighed.lists[1:]) == {1.0}
    assert list_weight(np.array([1, 2, 8, 9, 15])).tolist() == [1, 1, 1, 7 / 8, 0.5]


def test_a_paragraph_weighs_as_its_longest_list():
    """Whoever stands in its other sentences is no better known by it; many short sentences are no list."""
    names = [f"guest-{n:02}" for n in range(15)]
    listed = built({"a": [(0, "A list of fifteen names follows here.", names), (0, "SEMAR came.", ["semar"])]})
    assert together(listed.paragraphs(), "guest-00", "semar") == 0.5
    told = built({"a": [(0, f"Then came {name}.", [name]) for name in names]})
    assert together(told.paragraphs(), "guest-00", "guest-14") == 1


def test_a_hand_computed_link():
    """Of 4 paragraphs 2 name the one, 3 the other, 2 both: 1.5 expected, P = C(3,2) C(1,0) / C(4,2) = 1/2."""
    said = [["a", "b"], ["a", "b"], ["b"], ["c"]]
    passages = [(n, f"This is what paragraph {n} says.", ids) for n, ids in enumerate(said)]
    weighed = weigh(built({"d": passages}).paragraphs())
    assert (weighed.first.tolist(), weighed.second.tolist()) == ([0], [1])
    assert (weighed.observed[0], weighed.expected[0]) == (2, 1.5)
    assert weighed.p[0] == pytest.approx(0.5)
    assert weighed.q[0] == 1  # three pairs could have met: 0.5 * 3 / 1


@settings(max_examples=60, deadline=None)
@given(archives(most=5), st.data())
def test_links_are_weighed_as_plain_sets_weigh_them(documents, data):
    """Also where a document's twin finds other names in it."""
    twins = [replace(x, document=replace(x.document, id=x.document.id[::-1])) for x in documents[:2]]
    twins = [replace(x, mentions=x.mentions[: data.draw(st.integers(0, len(x.mentions)))]) for x in twins]
    made = written([*documents, *twins])
    expected = weights([*documents, *twins])
    assert set(made) == set(expected)
    for pair, values in made.items():
        assert {name: w for name, w in values.items() if w is not None} == pytest.approx(expected[pair], abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(archives(most=4))
def test_units_are_what_plain_sets_say(documents):
    """As many, and as heavy."""
    made = built({x.document.id: passages_of(x) for x in documents})
    for incidence, expected in zip((made.passages(), made.paragraphs()), units(documents), strict=True):
        assert incidence.total == pytest.approx(sum(weight for _, weight, _ in expected))
        assert incidence.cells.nnz == sum(len(names) for names, _, _ in expected)


def passages_of(x: Extraction) -> list[Named]:
    return [
        (p.block, p.text, sorted({m.entity for m in x.mentions if m.passage == p.ordinal}))
        for p in x.passages
        if p.part in CO_MENTIONING
    ]


NAMES = [
    "observed", "expected", "llr", "npmi", "p", "q", "observed_passage", "llr_passage", "npmi_passage", "q_passage",
    "lists",
]  # fmt: skip


def written(documents: list[Extraction]) -> dict[tuple[str, str], dict[str, float | None]]:
    made = built({x.document.id: passages_of(x) for x in documents})
    paragraphs, passages = made.paragraphs(), made.passages()
    return {
        (first, second): dict(zip(NAMES, values, strict=True))
        for first, links in rows(weigh(paragraphs), weigh(passages), paragraphs.entities)
        for second, values in links.items()
    }
