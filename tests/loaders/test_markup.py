"""Markup comes out of a text; what the tagger said stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.parts.layer import Layer
from loaders.parts.markup import unmark


def tags(source: str) -> list[tuple[str, str]]:
    """The labels and inner texts of a source's tags."""
    found = unmark(Layer.of(source))
    return [(tag.label, found.layer.text[tag.start : tag.end]) for tag in found.tags]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("in [LOC Mexico City  ] .", "in Mexico City .", [("LOC", "Mexico City")]),
        ("[ORG Office of [PER Smith  ]  ] x", "Office of Smith x", [("PER", "Smith"), ("ORG", "Office of Smith")]),
        ("[LOC Mexico\nCity  ] x", "Mexico\nCity x", [("LOC", "Mexico\nCity")]),
        ("[PER never closed", "never closed", []),
        ("stray  ] close", "stray close", []),
        ("[ where she ] spoke", "[ where she ] spoke", []),
        ("[where she] spoke", "[where she] spoke", []),
        ("[ORG   ] x", " x", []),
    ],
)
def test_bracket_tags_are_taken_out_however_they_are_written(
    source: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert unmark(Layer.of(source)).layer.text == text
    assert tags(source) == expected


def test_links_and_paragraph_anchors_leave_their_text() -> None:
    source = "TAGS: <a href='/tag/MX_0.html'>MX</a> <a id='par1' href='#par1'>¶</a>1 . text"
    assert unmark(Layer.of(source)).layer.text == "TAGS: MX ¶1 . text"


def test_a_mail_address_in_angle_brackets_is_no_markup() -> None:
    assert unmark(Layer.of("Sullivan <a.b@state.gov>")).layer.text == "Sullivan <a.b@state.gov>"


def test_an_entity_is_decoded_and_keeps_its_place() -> None:
    layer = unmark(Layer.of("AT&amp;T &unknown; Jos&eacute; x")).layer
    assert layer.text == "AT&T &unknown; José x"
    assert layer.offsets[layer.text.index("T ")] == "AT&amp;T ".index("T ")


@given(
    st.lists(
        st.sampled_from(["[PER ", "[ORG ", "  ]", "]", "<pre>", "&amp;", "&", "a", " ", "\n", "¶", "é"]), max_size=60
    )
)
def test_any_mixture_of_brackets_is_read_without_losing_a_place(pieces: list[str]) -> None:
    source = "".join(pieces)
    found = unmark(Layer.of(source))
    assert list(found.layer.offsets) == sorted(found.layer.offsets)
    for character, offset in zip(found.layer.text, found.layer.offsets, strict=True):
        assert source[offset] == character or source.startswith("&amp;", offset)
    assert all(0 <= tag.start < tag.end <= len(found.layer.text) for tag in found.tags)
