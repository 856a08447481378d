"""Which stretches of a text are names: found, settled, and followed to where else they stand in it."""

from collections.abc import Iterable

from loaders.names.propagate import propagate
from loaders.names.recognise import Recogniser, keep, recognise
from loaders.names.settle import settle
from loaders.names.span import Span
from loaders.names.view import View


def spans_of(view: View, asked: Iterable[Recogniser]) -> list[Span]:
    """Return the names of a reading in the order of the text, not overlapping, as those who are asked find them."""
    spans = settle(view, recognise(view, asked))
    return settle(view, keep(propagate(view, spans), spans))
