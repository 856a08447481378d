"""Who works where, as running text says it: `ATF spokesman Tom Crowley`, `who worked at the U.S. Embassy`."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from graph.entity import PEOPLE, Kind
from graph.passage import CO_MENTIONING
from graph.relation import Relation, RelationKind
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.view import View

_JOB = (
    r"spokes(?:man|woman|person)|(?:special )?agent|officer|(?:deputy |country )?director|chief(?: of staff)?|head"
    r"|commander|administrator|commissioner|(?:(?:deputy )?assistant )?secretary|undersecretary|attorney|inspector"
    r"|analyst|official|representative|attache|counselor|chairman|president|minister|general counsel|coordinator|envoy"
    r"|poloff|econoff|prosecutor|advis[eo]r|deputy|sergeant|captain|colonel|general|lieutenant|admiral"
)
_RANK = r"(?:acting|deputy|senior|former|chief|regional|special|assistant|principal)"
_BEFORE = re.compile(rf"['’]?s?\)? ((?:{_RANK} )*(?:{_JOB})),? $", re.IGNORECASE)
"""What stands between an agency and a person before whom his job there is named."""
_AFTER = re.compile(
    rf"(?:,| \(|,? who (?:is|was)) (?:the |a |an )?((?:[\w-]+ ){{0,3}}?(?:{_JOB})(?: \w+)?) (?:of|at|for|in|with)"
    r" (?:the )?$",
    re.IGNORECASE,
)
"""What stands between a person and the agency named after his job there."""
_WHO = re.compile(r",? (?:who|both of whom) (?:\w+ )?work(?:s|ed|ing)? (?:at|for|in) (?:the )?$", re.IGNORECASE)
_AND = re.compile(r",? and (?:(?:agent|officer|spokesman) )?$")
_AND_TITLE = re.compile(r"and (agent|officer|spokesman|spokeswoman|detective) $")
_LONGEST = 70


Placed = tuple[Thing, Span]


def employment(view: View, things: Iterable[Thing]) -> Iterator[Relation]:
    """Yield works_at relations that running text states between a person and an agency of one passage."""
    agencies = _by_passage(view, things, {Kind.AGENCY})
    for passage, people in _by_passage(view, things, PEOPLE).items():
        if passage not in agencies or view.reading.passages[passage].part not in CO_MENTIONING:
            continue
        for person, span in people:
            for agency, other in agencies[passage]:
                title = _title(view, span, other)
                if title is not None:
                    yield Relation(person.id, RelationKind.WORKS_AT, agency.id, title, passage)
        yield from _shared(view, passage, people, agencies[passage])


def _by_passage(view: View, things: Iterable[Thing], kinds: Container[Kind]) -> dict[int, list[Placed]]:
    """Return the things of some kinds with their spans, in the order of the text, by passage."""
    placed: dict[int, list[Placed]] = {}
    for span, thing in sorted(((s, t) for t in things if t.kind in kinds for s in t.spans), key=lambda p: p[0].start):
        placed.setdefault(view.passage(span.start), []).append((thing, span))
    return placed


def _title(view: View, person: Span, agency: Span) -> str | None:
    shown = view.shown
    if 0 < person.start - agency.end < _LONGEST:
        between = shown[agency.end : person.start]
        before = _BEFORE.fullmatch(between)
        if before:
            return before.group(1)
    gap = shown[person.end : agency.start] if 0 < agency.start - person.end < _LONGEST else None
    if gap is None:
        return None
    after = _AFTER.fullmatch(gap)
    if after:
        return after.group(1)
    return "" if _WHO.fullmatch(gap) else None


def _shared(view: View, passage: int, people: list[Placed], agencies: list[Placed]) -> Iterator[Relation]:
    """Yield what `X agent A … and agent B …` and `A and B, who worked at X` say of the second person named."""
    shown = view.shown
    for (one, a), (two, b) in pairwise(people):
        between = shown[a.end : b.start]
        title = _AND_TITLE.search(between)
        for agency, other in agencies:
            first = _title(view, a, other)
            if title and first is not None and title.group(1) in first:
                yield Relation(two.id, RelationKind.WORKS_AT, agency.id, title.group(1), passage)
            near = 0 < other.start - b.end < _LONGEST
            if near and _AND.fullmatch(between) and _WHO.fullmatch(shown[b.end : other.start]):
                yield Relation(one.id, RelationKind.WORKS_AT, agency.id, "", passage)
