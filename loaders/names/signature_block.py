"""The block under a mail: a name, then lines with his title, office and agency (`Luis CdeBaca / Office to … / …`)."""

from collections.abc import Iterable, Iterator

from graph.document import DocumentKind
from graph.entity import PEOPLE, Kind
from graph.passage import Part
from graph.relation import Relation, RelationKind
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.trim import title_length
from loaders.names.view import View

_LINES = 5
_LONGEST_LINE = 12
_LEAST_SHARE = 0.4
"""How much of a line an agency's name takes, at least, for the line to be its."""


def signature_blocks(view: View, things: Iterable[Thing]) -> Iterator[Relation]:
    """Yield works_at relations that blocks of short lines under a person's name state; a cable has none."""
    if view.reading.document.kind == DocumentKind.CABLE:
        return
    placed: dict[int, list[tuple[Thing, Span]]] = {}
    for thing in things:
        for span in thing.spans:
            placed.setdefault(view.passage(span.start), []).append((thing, span))
    for passage, found in sorted(placed.items()):
        person = next((t for t, s in found if t.kind in PEOPLE and _is_line(view, passage, s)), None)
        if person is None:
            continue
        for line in _below(view, placed, passage):
            size = len(view.reading.passages[line].text)
            for thing, span in placed.get(line, []):
                if thing.kind == Kind.AGENCY and span.end - span.start >= _LEAST_SHARE * size:
                    yield Relation(person.id, RelationKind.WORKS_AT, thing.id, "", line)


def _below(view: View, placed: dict[int, list[tuple[Thing, Span]]], passage: int) -> Iterator[int]:
    """Give the short lines under a name, until the next person's or running text."""
    for below in range(passage + 1, min(passage + 1 + _LINES, len(view.reading.passages))):
        line = view.reading.passages[below]
        if line.part not in {Part.BODY, Part.HEADING} or len(line.text.split()) > _LONGEST_LINE:
            return
        if any(t.kind in PEOPLE and _is_line(view, below, s) for t, s in placed.get(below, [])):
            return
        yield below


def _is_line(view: View, passage: int, span: Span) -> bool:
    """Whether a passage is nothing but one person's full name, titles before it aside."""
    begin = view.reading.starts[passage]
    text = view.reading.passages[passage].text
    if " " not in view.shown[span.start : span.end] or text[span.end - begin :].strip(" .,|"):
        return False
    words = view.words
    first = words.before(begin) + 1
    i = words.before(span.start) + 1
    return i == first or title_length(words, first, i + 1) >= i - first
