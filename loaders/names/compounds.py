"""Places and people that only make part of another name: `Geneva Conventions`, `Euro-Atlantic`, `Medvedev-Putin`."""

from dataclasses import replace

from graph.entity import PEOPLE, Kind
from loaders.names.known import Known
from loaders.names.lexicon import GIVEN, PLACES, PREFIXES, TREATY_WORDS
from loaders.names.span import Span
from loaders.names.view import View
from loaders.names.words import fold_phrase

_HYPHENS = frozenset(["-", "‐", "/"])
_PAIR = 2


def is_part(view: View, span: Span) -> bool:
    """Whether a place only begins a treaty's name (`Copenhagen Accord`) or ends an adjective (`Euro-Atlantic`)."""
    if not _is_place(view, span):
        return False
    words = view.words
    j = words.before(span.end) + 1
    i = words.before(span.start) + 1
    if i and words.folds[i - 1] in PREFIXES and words.gap(i - 1) in _HYPHENS:
        return True
    if j >= len(words) or words.gap(j - 1) != " " or words.folds[j] not in TREATY_WORDS:
        return False
    after = words.texts[j + 1] if j + 1 < len(words) and words.gap(j) == " " else ""
    return words.texts[j][0].isupper() and words.texts[j][1:].islower() and not after[:1].isupper()


def _is_place(view: View, span: Span) -> bool:
    if span.names:
        return all(n.known.kind == Kind.PLACE for n in span.names)
    return span.kind == Kind.PLACE or span.tag == "LOC" or fold_phrase(view.shown[span.start : span.end]) in PLACES


def halves(view: View, span: Span) -> list[Span]:
    """Return a span, or the two of a hyphened pair of surnames of people who were in office then (`Medvedev-Putin`)."""
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    if span.names or span.entity or j - i != _PAIR or words.gap(i) != "-" or not GIVEN.isdisjoint(words.folds[i:j]):
        return [span]
    first, second = _serving(view, words.folds[i]), _serving(view, words.folds[i + 1])
    if not first or not second or not first.isdisjoint(second):
        return [span]
    return [replace(span, end=words.ends[i]), replace(span, start=words.starts[i + 1])]


def _serving(view: View, fold: str) -> set[str]:
    """Return the people known by that surname alone who held an office in the document's year."""

    def serves(known: Known) -> bool:
        return any(p.years.first and p.years.holds(view.year) for p in known.posts)

    people = (n.known for n in view.gazetteer.names.get(fold, ()) if n.known.kind in PEOPLE)
    return {k.id for k in people if view.year is not None and serves(k)}
