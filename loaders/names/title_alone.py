"""Names that are nothing but a title or an ordinary word."""

from collections.abc import Iterable

from graph.entity import PEOPLE, Kind
from graph.mention import Method
from graph.passage import Part
from loaders.names.lexicon import AGENCY_HEADS, AGENCY_WORDS, COMMON, JOBS, ORGANIZATION_WORDS, TITLES
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.view import View
from loaders.names.words import fold_phrase

_OF_BODIES = AGENCY_WORDS | AGENCY_HEADS | ORGANIZATION_WORDS


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
    if len(folds) == 1:
        return False
    ordinary = not span.names and not span.entity and folds[-1] in JOBS | TITLES and COMMON.issuperset(folds[:-1])
    return ordinary or folds[-1] in {"secretary", "minister", "president", "ambassador", "governor"}


def is_body_by_words(surface: str) -> bool:
    """Whether a word of a name is one of bodies' names."""
    return not _OF_BODIES.isdisjoint(fold_phrase(surface).split())


def is_ordinary(thing: Thing) -> bool:
    """Whether a thing is no more than one ordinary word with a capital (`the Department`), which nobody is known by."""
    if thing.known is not None or thing.id or thing.human or thing.name.isupper() or thing.kind == Kind.PLACE:
        return False
    return thing.name.casefold() in COMMON
