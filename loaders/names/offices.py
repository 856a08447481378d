"""Offices by symbol: INR/TNC is part of INR, which is part of the Department of State."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.entity import Kind
from graph.name import slug
from graph.relation import Relation, RelationKind
from loaders.names.gazetteer import Gazetteer
from loaders.names.known import Known, Strength
from loaders.names.thing import Thing

_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Za-z-]{1,8})+|[A-Z]\([A-Z]{1,3}\)")
_DEEPEST = 6
STATE = "us-department-of-state"


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Parents that were not named themselves, and who is part of whom."""

    parents: tuple[Thing, ...]
    relations: tuple[Relation, ...]


def hierarchy(gazetteer: Gazetteer, things: Iterable[Thing]) -> Hierarchy:
    """Return the agencies above the offices that a document names by symbol, and the part_of relations."""
    named = {t.id: t for t in things}
    parents: dict[str, Thing] = {}
    relations: dict[tuple[str, str], Relation] = {}

    def above(child: str, known: Known | None, symbol: str) -> None:
        parent = gazetteer.entities.get(known.parent) if known and known.parent else None
        if parent is None and known is None and symbol:
            parent = _bureau(gazetteer, symbol)
        name, ident = (parent.name, parent.id) if parent else ("", "")
        if not parent and known is None and "/" in symbol:
            name = symbol.rsplit("/", 1)[0]
            ident = slug(name)
        if not ident or ident == child or (child, ident) in relations:
            return
        relations[child, ident] = Relation(child, RelationKind.PART_OF, ident)
        if ident not in named and ident not in parents:
            parents[ident] = Thing(name=name, kind=parent.kind if parent else Kind.AGENCY, known=parent, id=ident)
        above(ident, parent, "" if parent else name)

    for thing in list(named.values()):
        if thing.kind != Kind.AGENCY:
            continue
        symbol = thing.name if thing.known is None and _SYMBOL.fullmatch(thing.name) else ""
        office = symbol or (thing.known and under_state(gazetteer, thing.known))
        if office:
            above(thing.id, thing.known, symbol)
        elif thing.known and thing.known.parent in named:
            relations[thing.id, thing.known.parent] = Relation(thing.id, RelationKind.PART_OF, thing.known.parent)
    return Hierarchy(tuple(parents.values()), tuple(relations.values()))


def _bureau(gazetteer: Gazetteer, symbol: str) -> Known | None:
    """Return the known agency that a symbol's longest prefix stands for (`PRM/MCE`: PRM; `D(S)`: D)."""
    prefix = symbol
    while "/" in prefix or "(" in prefix:
        prefix = re.sub(r"[/(][^/(]*$", "", prefix)
        for name in gazetteer.meanings(prefix):
            if name.known.kind == Kind.AGENCY and (name.strength > Strength.WEAK or len(prefix) == 1):
                return name.known
    return None


def under_state(gazetteer: Gazetteer, known: Known) -> bool:
    """Whether a body is an office of the Department of State, at whatever depth."""
    seen = 0
    while known.parent and seen < _DEEPEST:
        if known.parent == STATE:
            return True
        above = gazetteer.entities.get(known.parent)
        if above is None:
            return False
        known, seen = above, seen + 1
    return False
