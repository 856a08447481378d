"""Sentences end where a reader would say they do."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.parts.layer import Layer
from loaders.parts.repair import repaired
from loaders.parts.sentences import sentences


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met Mr. Smith. They spoke.", 2),
        ("Gen. Mora and Dr. J. Robert Manzanares met Amb. Wood.", 1),
        ("Since 1996, U.S. Embassy Mexico City has kept it.", 1),
        ("It came from the U.S. The Embassy agreed.", 2),
        ('He shouted "Stop!" Then he left.', 2),
        ("A. The High Commissioner reported it.", 1),
        ("1. The first point stands.", 1),
        ("Does Post agree? Yes! It does.", 3),
        ("levels. --Egypt has reservations.", 2),
        ("It fell 3.5 percent to 4.2.", 1),
        ("", 0),
    ],
)
def test_sentences_are_told_from_abbreviations(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.text(alphabet="aA. ?!\"'\n-1é(", max_size=120))
def test_sentences_stand_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    spans = list(sentences(text))
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    inside = sum(len("".join(text[a:b].split())) for a, b in spans)
    assert inside == len("".join(text.split()))


@pytest.mark.parametrize(
    ("tokenised", "shown"),
    [
        ("Mexico 's drug problem , he said .", "Mexico's drug problem, he said."),
        ('worked with Joaquin " El Chapo " Guzman .', 'worked with Joaquin "El Chapo" Guzman.'),
        ("( SEMAR ) forces", "(SEMAR) forces"),
        ("reasons 1.4 ( b ) and ( d ) .", "reasons 1.4 (b) and (d)."),
        ("Brazil , s law", "Brazil's law"),
        ("hard\n  line   breaks", "hard line breaks"),
    ],
)
def test_tokenised_punctuation_is_repaired(tokenised: str, shown: str) -> None:
    assert repaired(Layer.of(tokenised), tokenised=True).text == shown


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        ("the organi-\nzation", "the organization"),
        ("the govern-\n   ment of Guate-\nmala", "the government of Guatemala"),
        ("a well-\nknown man", "a well-known man"),
        ("a counter-\nintuitive step", "a counter-intuitive step"),
        ("the Dallas-\narea", "the Dallas-area"),
        ("two - \nthree", "two - three"),
    ],
)
def test_a_word_broken_at_a_line_end_is_joined_and_a_written_hyphen_is_kept(broken: str, shown: str) -> None:
    assert repaired(Layer.of(broken), tokenised=False, hyphenated=True).text == shown


@given(st.text(alphabet="ab ,.'\"()s\n\t\\-¶\x00", max_size=120), st.booleans())
def test_repair_keeps_the_order_of_places(text: str, tokenised: bool) -> None:
    layer = repaired(Layer.of(text), tokenised=tokenised, hyphenated=not tokenised)
    assert list(layer.offsets) == sorted(layer.offsets)
    for character, offset in zip(layer.text, layer.offsets, strict=True):
        assert (
            character == text[offset]
            or text[offset].isspace()
            or (character, text[offset]) == ("'", ",")
            or character == " "
        )
