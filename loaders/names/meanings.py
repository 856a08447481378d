"""What the names of a span may mean: the helpers of settling."""

from collections.abc import Sequence
from dataclasses import replace

from graph.entity import PEOPLE
from loaders.names.known import Known, Name, Strength
from loaders.names.propagate import is_person
from loaders.names.span import Span
from loaders.names.spelling import FULL, parts, spoken
from loaders.names.view import View

_FEW = 5
"""How many bare surnames there are, at least, for each full name of a relative in passing."""


def unmeant(span: Span, names: Sequence[Name], *, sure: bool) -> Span:
    """Return a span whose known names are not meant: still a name, and a person's where only people bear it."""
    if sure:
        return span
    people = span.tag != "LOC" and all(n.known.kind in PEOPLE for n in names)
    return replace(span, names=(), tag="PER" if people else span.tag)


def presides(known: Known) -> bool:
    """Whether a person is a President of the United States, whose surname every cable writes without more."""
    return known.country == "US" and any(p.title == "President" for p in known.posts)


def strongly(names: Sequence[Name]) -> dict[Known, None]:
    """Return the entities that some of the names mean without more."""
    return {n.known: None for n in names if n.strength > Strength.WEAK}


def bearers(view: View, spans: Sequence[Span]) -> dict[str, bool]:
    """Return the last surnames of the people whom the document names in full: bare, they mean those people.

    Each with whether the full names are a relative's in passing: few beside the bare ones, and brought in only after
    the bare surname.
    """
    full: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    for span in spans:
        folds = parts(spoken(view.shown[span.start : span.end]))
        if len(folds) >= FULL and is_person(span):
            full.setdefault(folds[-1], []).append(span.start)
        elif len(folds) == 1:
            bare.setdefault(folds[0], []).append(span.start)
    return {
        key: len(places) * _FEW < len(bare.get(key, ())) and min(bare[key]) < min(places)
        for key, places in full.items()
    }
