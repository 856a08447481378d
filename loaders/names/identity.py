"""Identifiers: the same thing gets the same one in every document, and a name too weak to tell gets its document's."""

from collections.abc import Iterable

from graph.entity import PEOPLE, Kind
from graph.name import slug
from graph.passage import Part
from loaders.names.lexicon import AGENCY_WORDS, COMMON, FUNCTION, ORGANIZATION_WORDS
from loaders.names.spelling import FULL, parts
from loaders.names.thing import Thing
from loaders.names.view import View

_DIGITS = 8
_LONG_ENOUGH = 5
_SHORT_NAME = 4
_ABROAD = frozenset(["world", "international", "european", "african", "united", "nations", "un", "eu", "global"])
_INSTITUTIONAL = AGENCY_WORDS | ORGANIZATION_WORDS | FUNCTION


def identify(view: View, things: Iterable[Thing]) -> None:
    """Give every thing of a document its identifier."""
    taken = {t.id for t in things if t.id}
    for thing in things:
        if thing.id:
            continue
        name = slug(thing.name)
        if _everywhere(thing):
            nation = view.gazetteer.nations.get(view.country)
            name = f"{name}-{nation.id if nation else view.reading.document.id[:_DIGITS]}"
        if thing.weak or _cannot_travel(view, thing):
            name = f"{name}-{_signer(view, thing) or view.reading.document.id[:_DIGITS]}"
        if name in taken:
            name = f"{name}-{thing.kind or Kind.PERSON}"
        while name in taken:
            name += "-x"
        taken.add(name)
        thing.id = name


def _everywhere(thing: Thing) -> bool:
    """Whether a body's name is made of ordinary words alone, so that every country may have one (`Popular Party`)."""
    if thing.kind not in {Kind.AGENCY, Kind.ORGANIZATION} or thing.known is not None:
        return False
    words = thing.name.casefold().split()
    if thing.kind == Kind.ORGANIZATION and words[-1] != "party":
        return False
    return (
        1 < len(words) <= _SHORT_NAME
        and all(w in COMMON or w in _INSTITUTIONAL for w in words)
        and _ABROAD.isdisjoint(words)
    )


def _cannot_travel(view: View, thing: Thing) -> bool:
    """Whether the name alone cannot be followed into another document: a bare surname, an unknown acronym."""
    words = parts(thing.name)
    if thing.kind in PEOPLE:
        return len(words) < FULL
    if thing.kind == Kind.PLACE or len(words) > 1 or "/" in thing.name or "(" in thing.name:
        return False
    surfaces = [view.shown[s.start : s.end] for s in thing.spans]
    formal = any(view.part(s.start) in {Part.CLEARANCE, Part.ADDRESS, Part.HEADER} for s in thing.spans)
    return (
        thing.name.isupper() and len(thing.name) <= _LONG_ENOUGH and not formal and all(s.isupper() for s in surfaces)
    )


def _signer(view: View, thing: Thing) -> str:
    """Return the post's id for one who signed by surname alone: the same signer at the same post is the same."""
    if view.post and any(view.part(s.start) in {Part.SIGNATURE, Part.HEADER} for s in thing.spans):
        return view.post.id
    return ""
