"""Counting who is named with whom."""

from itertools import combinations

from extractions import extractions
from hypothesis import given

from graph.comention import PairCount, pair, pairs_of, paragraphs_of, places
from graph.passage import CO_MENTIONING


@given(extractions("content", "path"))
def test_pairs_are_those_of_every_two_mentions_that_share_a_passage_or_a_paragraph(extraction):
    """The counts are those of comparing every mention with every other."""
    passages = {p.ordinal: p for p in extraction.passages}
    together = {"passages": set(), "paragraphs": set()}
    for m, n in combinations(extraction.mentions, 2):
        one, other = passages[m.passage], passages[n.passage]
        if m.entity == n.entity or not {one.part, other.part} <= CO_MENTIONING:
            continue
        if one.ordinal == other.ordinal:
            together["passages"].add((*pair(m.entity, n.entity), one.ordinal))
        if one.block == other.block:
            together["paragraphs"].add((*pair(m.entity, n.entity), one.block))
    expected = {
        (a, b): PairCount(
            passages=sum(t[:2] == (a, b) for t in together["passages"]),
            paragraphs=sum(t[:2] == (a, b) for t in together["paragraphs"]),
        )
        for a, b, _ in together["paragraphs"]
    }
    assert pairs_of(places(extraction)) == expected


@given(extractions("content", "path"))
def test_no_pair_is_counted_oftener_than_its_ends(extraction):
    """A pair's paragraphs are at most those of either entity, and a passage in common is a paragraph in common."""
    total, naming = paragraphs_of(places(extraction))
    for (a, b), n in pairs_of(places(extraction)).items():
        assert a < b
        assert 1 <= n.paragraphs <= min(naming[a], naming[b]) <= total
        assert (n.passages == 0) or n.paragraphs >= 1


def test_two_names_of_one_paragraph_in_different_sentences_make_a_pair_by_paragraph_only():
    """Passages 0 and 1 are one paragraph; passage 2 is another, where both stand together twice."""
    named = [(0, 0, "abl"), (1, 0, "semar"), (2, 1, "semar"), (2, 1, "abl"), (2, 1, "abl")]
    assert pairs_of(named) == {("abl", "semar"): PairCount(passages=1, paragraphs=2)}
    assert paragraphs_of(named) == (2, {"abl": 2, "semar": 2})
