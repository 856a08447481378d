"""Who drafted, cleared or approved a cable, as its last lines say it: `A/S Hill has cleared this message`."""

import re
from collections.abc import Iterable, Iterator

from graph.entity import PEOPLE
from graph.passage import Part
from graph.relation import DOCUMENT, Relation, RelationKind
from loaders.names.job_titles import only_titles
from loaders.names.thing import Thing
from loaders.names.view import View

_VERB = r"(?P<verb>drafted|cleared|reviewed|approved)"
_THIS = r"this (?:message|cable|telegram|report|document)"
_ACTIVE = re.compile(rf"(?: \([^()]*\))?(?: has| have)?(?: also| already)? {_VERB}(?: on)? {_THIS}\b", re.IGNORECASE)
_PASSIVE = re.compile(rf"\b{_THIS} (?:was|has been) (?:also )?{_VERB}(?:/coordinated)? (?:by|with) ", re.IGNORECASE)
_AND = re.compile(r",? and (?P<titles>[^,;:()\n]{0,40})|, (?P<more>[^,;:()\n]{0,40})")
_PARTS = frozenset([Part.BODY, Part.HEADING, Part.HEADER])


def clearance_notes(view: View, things: Iterable[Thing]) -> Iterator[Relation]:
    """Yield what sentences say of who drafted, cleared, reviewed or approved the document they stand in."""
    placed: dict[int, list[tuple[int, int, Thing]]] = {}
    for thing in things:
        for span in thing.spans if thing.kind in PEOPLE else ():
            placed.setdefault(view.passage(span.start), []).append((span.start, span.end, thing))
    for number, passage in enumerate(view.reading.passages):
        if passage.part not in _PARTS or number not in placed or "this" not in passage.text.lower():
            continue
        begin, end = view.reading.starts[number], view.reading.starts[number] + len(passage.text)
        people = sorted(placed[number], key=lambda p: p[0])
        for _, stop, thing in people:
            if match := _ACTIVE.match(view.shown, stop, end):
                yield _relation(thing, match["verb"], number)
        for match in _PASSIVE.finditer(view.shown, begin, end):
            yield from (_relation(thing, match["verb"], number) for thing in _named_after(view, match.end(), people))


def _named_after(view: View, at: int, people: list[tuple[int, int, Thing]]) -> Iterator[Thing]:
    """Give the people who, with titles before them, are named from `at` on, as far as their list goes."""
    first = True
    for start, stop, thing in people:
        if start < at:
            continue
        gap = view.shown[at:start]
        another = _AND.fullmatch(gap)
        titles = gap if first else (another["titles"] or another["more"] or "") if another else None
        if titles is None or not only_titles(titles.removesuffix("'s ")):
            return
        yield thing
        at, first = stop, False


def _relation(thing: Thing, verb: str, passage: int) -> Relation:
    return Relation(thing.id, RelationKind(verb.lower()), DOCUMENT, "", passage)
