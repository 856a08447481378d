"""One document whose names are moved: what it counted before, and what it counts afterwards."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.bolt import Row
from graph.comention import Pair, PairCount, Place, pairs_of, paragraphs_of

Own = tuple[str, str]
"""A source entity within its document: its name, and the id that extraction gave it."""
Where = Mapping[Own, str | None]
"""The entity of each source entity of a document; None where it is struck out."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one document adds to entities and pairs."""

    mentions: Counter[str]
    documents: Counter[str]
    paragraphs: Counter[str]
    pairs: dict[Pair, PairCount]
    naming: int
    """How many of its paragraphs name anything."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document states of its entities: roles (entity, type, title), posts (official, agency, title), parents."""

    roles: frozenset[tuple[str, str, str]]
    posts: frozenset[tuple[str, str, str]]
    parents: frozenset[tuple[str, str]]

    def dumped(self) -> str:
        """Return it as the store keeps it."""
        return json.dumps([sorted(self.roles), sorted(self.posts), sorted(self.parents)], ensure_ascii=False)


def loaded(text: str) -> Stated:
    """Return what `Stated.dumped` wrote."""
    roles, posts, parents = json.loads(text)
    return Stated(*(frozenset(tuple(each) for each in some) for some in (roles, posts, parents)))


class Affected:
    """A document as `judge_documents` reads it."""

    def __init__(self, row: Row) -> None:
        self.id: str = row["id"]
        self.date: str | None = row["date"]
        self._counts: bool = row["counts"]
        self.before: dict[Own, str | None] = {(name, id_): entity for name, id_, entity, _ in row["names"]}
        self._mentions: dict[Own, int] = {(name, id_): n for name, id_, _, n in row["names"]}
        self._places: list[list[Any]] = row["places"]
        kept = row["relations"]
        self.stated = (
            loaded(kept)
            if kept
            else Stated(*(frozenset(tuple(each) for each in row[word]) for word in ("roles", "posts", "parents")))
        )
        """The relations by the ids that extraction gave: kept aside, or where no name was moved yet, as they stand."""

    def counts(self, where: Where) -> Counts:
        """Count what the document adds when its source entities are where `where` says: a version adds nothing."""
        mentions: Counter[str] = Counter()
        for own, entity in where.items():
            if entity is not None:
                mentions[entity] += self._mentions[own]
        places: list[Place] = [
            (passage, block, entity)
            for passage, block, name, id_, _ in self._places
            if (entity := where[name, id_]) is not None
        ]
        naming, paragraphs = paragraphs_of(places)
        if not self._counts:
            return Counts(Counter(), Counter(), Counter(), {}, naming)
        return Counts(mentions, Counter(dict.fromkeys(mentions, 1)), paragraphs, pairs_of(places), naming)

    def state(self, where: Where) -> Stated:
        """Return the relations between entities, when source entities are where `where` says.

        What extraction said of an id is said of its source entity with most mentions. An end that is struck out takes
        the relation with it, and so does a join of both ends: nothing is part of itself.
        """
        of: dict[str, str | None] = {}
        for (_, id_), entity in sorted(where.items(), key=lambda own: (self._mentions[own[0]], own[0])):
            of[id_] = entity
        return Stated(
            frozenset((e, word, title) for s, word, title in self.stated.roles if (e := of[s]) is not None),
            frozenset((*ends, title) for a, b, title in self.stated.posts if (ends := _ends(of, a, b))),
            frozenset(ends for a, b in self.stated.parents if (ends := _ends(of, a, b))),
        )


def _ends(of: Mapping[str, str | None], a: str, b: str) -> tuple[str, str] | None:
    first, second = of[a], of[b]
    if first is None or second is None or (first == second and a != b):
        return None
    return first, second


def moved(where: Where) -> bool:
    """Whether any source entity is elsewhere than where extraction put it."""
    return any(entity != id_ for (_, id_), entity in where.items())
