"""Whom a bare surname means because of the office that its only bearer then held."""

from collections.abc import Sequence

from graph.document import DocumentKind
from graph.mention import Method
from graph.passage import CO_MENTIONING
from loaders.names.known import Known
from loaders.names.lexicon import COMMON, GIVEN
from loaders.names.span import Span
from loaders.names.view import View
from loaders.names.words import fold_phrase


def noted(view: View, span: Span, people: Sequence[Known]) -> list[Known]:
    """Return the only one of a rare surname, who held office then in a country that the document names.

    A mail names no country: its writers know whom they mean.
    """
    fold = fold_phrase(view.shown[span.start : span.end])
    cable = view.reading.document.kind == DocumentKind.CABLE
    if len(people) != 1 or (cable and view.year is None) or fold in COMMON or fold in GIVEN:
        return []
    known = people[0]
    if known.country == "US" or span.method == Method.STRUCTURE:
        return []
    return [known] if _serves(view, known) and (not cable or view.nations[known.country]) else []


def colleague(view: View, span: Span, people: Sequence[Known]) -> list[Known]:
    """Return the one American official of a surname who was in office when a mail or memo was written."""
    if view.reading.document.kind == DocumentKind.CABLE or view.year is None:
        return []
    fold = fold_phrase(view.shown[span.start : span.end])
    if fold in COMMON or fold in GIVEN or view.part(span.start) not in CO_MENTIONING:
        return []
    serving = [k for k in people if k.country == "US" and _serves(view, k)]
    return serving if len(serving) == 1 else []


def _serves(view: View, known: Known) -> bool:
    return any(p.years.first and p.years.holds(view.year) for p in known.posts)
