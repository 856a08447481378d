"""Names that are nothing but a title."""

from collections.abc import Iterable

from graph.entity import PEOPLE
from graph.mention import Method
from graph.passage import Part
from loaders.names.lexicon import TITLES
from loaders.names.span import Span
from loaders.names.view import View
from loaders.names.words import fold_phrase


def names_only(view: View, spans: Iterable[Span]) -> list[Span]:
    """Return the spans that are more than a title."""
    return [s for s in spans if not _title_alone(view, s)]


def _title_alone(view: View, span: Span) -> bool:
    """Whether a span is nothing but a title, or an agency's name turned into one (`Public Security Secretary`)."""
    if span.method == Method.STRUCTURE or view.part(span.start) == Part.CLEARANCE:
        return False
    folds = fold_phrase(view.shown[span.start : span.end]).split()
    if all(f in TITLES for f in folds):
        return True
    if span.names and {n.known.kind for n in span.names} & PEOPLE:
        return False
    return len(folds) > 1 and folds[-1] in {"secretary", "minister", "president", "ambassador", "governor"}
