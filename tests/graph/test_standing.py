"""What judgements make of source entities: pure, whatever order they come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.judgement import Decision, Judgement, Key, Source, Undone, parse_key
from graph.judging.about import keys_about
from graph.judging.standing import Settled, Standing

DOCUMENT = "66420096590d3577"
A, B, C = (Key(entity=id_) for id_ in ("abl", "arturo", "barbas"))
ABL, ARTURO, BARBAS = (
    Source(DOCUMENT, name, "trafficker", id_)
    for name, id_ in (("abl", "abl"), ("arturo beltran leyva", "arturo"), ("el barbas", "barbas"))
)
ZAPATA, OTHER_ZAPATA = (
    Source(document, "zapata", "official", f"zapata-{document[:8]}") for document in (DOCUMENT, "0" * 16)
)


def same(n: int, left: Key, right: Key, into: Key, *, rule: bool = False) -> Judgement:
    """A judgement that two keys are one entity."""
    return Judgement(n, Decision.SAME, (left,), (right,), value=into.entity, rule=rule)


def apart(n: int, left: Key, right: Key, *, rule: bool = False) -> Judgement:
    """A judgement that two keys are two entities."""
    return Judgement(n, Decision.NOT_SAME, (left,), (right,), rule=rule)


def entities(*judgements: Judgement) -> list[str | None]:
    """Where ABL, Arturo and El Barbas end."""
    standing = Standing(judgements)
    return [standing.settle(source).entity for source in (ABL, ARTURO, BARBAS)]


def test_sameness_goes_on_and_the_newest_says_the_id():
    """Whoever says that A is B and B is C says that A is C."""
    assert entities(same(1, A, B, into=B), same(2, B, C, into=C)) == ["barbas", "barbas", "barbas"]


def test_the_newer_word_outweighs_the_older():
    """What is said to be two after it was said to be one is two."""
    first, second = same(1, A, B, into=B), apart(2, A, B)
    assert entities(first, second) == ["abl", "arturo", "barbas"]
    assert Standing([first, second]).overruled == {"judgement-1"}
    assert entities(first, second, same(3, A, B, into=A)) == ["abl", "abl", "barbas"]


def test_a_person_outweighs_a_rule_whoever_came_last():
    """No rule joins what a person keeps apart, not even by way of a third."""
    word, rules = apart(1, A, C), [same(2, A, B, into=B, rule=True), same(3, B, C, into=C, rule=True)]
    assert entities(word, *rules) == ["abl", "barbas", "barbas"]


def test_what_is_taken_back_was_never_said():
    """A judgement undone has no effect."""
    gone = Judgement(1, Decision.SAME, (A,), (B,), value="arturo", undone=Undone("2026-11-24T10:00:00Z", "Ana"))
    assert entities(gone) == ["abl", "arturo", "barbas"]


def test_two_zapatas_stay_two():
    """What is said of one document's bare surname does not reach another document's."""
    key, *_ = keys_about([ZAPATA], Standing())
    standing = Standing([Judgement(1, Decision.SAME, (key,), (B,), value="arturo")])
    assert standing.settle(ZAPATA).entity == "arturo"
    assert standing.settle(OTHER_ZAPATA).entity == OTHER_ZAPATA.id


def test_a_judgement_outlives_an_extractor_that_gives_another_id():
    """An id that was nothing but the name is known by the name as well."""
    old, new = (Source(DOCUMENT, "juan perez", "person", id_) for id_ in ("juan-perez", "juan-perez-minister"))
    standing = Standing([Judgement(1, Decision.RENAME, keys_about([old], Standing()), value="Juan Pérez Gil")])
    assert standing.settle(new) == Settled("juan-perez-minister", name="Juan Pérez Gil")


def test_what_is_split_off_is_ruled_by_its_own_key():
    """The most specific key rules, whatever is said of the whole; a later word on the whole leaves it alone."""
    part = Judgement(2, Decision.SPLIT, (ABL.found_by[0],), value="abl-j2")
    assert entities(same(1, A, B, into=B), part) == ["abl-j2", "arturo", "barbas"]
    assert entities(same(1, A, B, into=B), part, same(3, B, C, into=C)) == ["abl-j2", "barbas", "barbas"]


def test_what_is_struck_out_takes_nothing_with_it():
    """A rule that joined a name to what is none leaves the name alone."""
    struck = Judgement(2, Decision.NOT_A_NAME, (A,))
    assert entities(same(1, A, B, into=A, rule=True), struck) == [None, "arturo", "barbas"]


@given(st.data())
def test_the_order_in_which_judgements_are_read_leaves_no_trace(data):
    """Standing is a function of the set of judgements."""
    keys = [A, B, C, *ABL.found_by, *ARTURO.found_by, *ZAPATA.found_by]
    some = st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True).map(tuple)
    judgements = [
        Judgement(n, data.draw(st.sampled_from(Decision)), data.draw(some), data.draw(some),
                  value=data.draw(st.sampled_from(["abl", "arturo", "person"])), rule=data.draw(st.booleans()))
        for n in range(1, data.draw(st.integers(1, 6)) + 1)
    ]  # fmt: skip
    one, other = Standing(judgements), Standing(data.draw(st.permutations(judgements)))
    assert (one.rulings, one.overruled) == (other.rulings, other.overruled)


@given(st.sampled_from([A, *ZAPATA.found_by, *ABL.found_by]))
def test_a_key_is_read_back_from_its_text(key):
    """What the store keeps of a key is the whole of it."""
    assert parse_key(key.text) == key


@pytest.mark.parametrize("text", ["", "entity:", "name:people:", "source::people:zapata", "who:abl"])
def test_what_is_no_key_is_told(text):
    """A text that no key was written as is named."""
    with pytest.raises(InputError, match="no key"):
        parse_key(text)
