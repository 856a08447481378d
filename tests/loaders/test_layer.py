"""A layer never loses the way back to the text it was made from."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.parts.layer import Layer


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and edits of it, in order."""
    text = draw(st.text(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [(a, b, draw(st.sampled_from(["", " ", "xy"]))) for a, b in pairs]


@given(edited_texts())
def test_every_character_keeps_a_place_in_the_source_and_places_never_go_back(case: tuple[str, list]) -> None:
    text, edits = case
    layer = Layer.of(text).edited(edits)
    assert len(layer.offsets) == len(layer.text)
    assert list(layer.offsets) == sorted(layer.offsets)
    assert all(0 <= offset < max(len(text), 1) for offset in layer.offsets)


def test_a_character_that_was_kept_is_the_source_character_at_its_place() -> None:
    layer = Layer.of("Joaquin [X El Chapo  ] Guzman").edited([(8, 11, ""), (19, 22, "")])
    assert layer.text == "Joaquin El Chapo Guzman"
    assert all("Joaquin [X El Chapo  ] Guzman"[o] == c for o, c in zip(layer.offsets, layer.text, strict=True))


def test_an_edit_that_overlaps_the_one_before_is_left_out() -> None:
    assert Layer.of("abcdef").edited([(1, 4, "-"), (2, 5, "+")]).text == "a-ef"


def test_a_span_of_the_source_that_was_cut_out_is_nowhere_in_the_text() -> None:
    layer = Layer.of("keep drop keep").edited([(5, 10, "")])
    assert layer.span(5, 8) is None
    assert layer.span(0, 3) == (0, 4)
