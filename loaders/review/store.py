"""The review of one store: the pairs to look at, less those that are decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.bolt import Bolt
from graph.comention import pair
from graph.judgement import Decision
from graph.judging.reading import Judgements
from graph.query import query
from loaders.review.candidates import Around, Candidate, candidates
from loaders.review.known import Known
from loaders.review.surroundings import Surroundings

ALIASES = 4
ORIGINS = 3
NEIGHBOURS = 60
"""Neighbours of an entity that are compared, the strongest first."""


@dataclass(frozen=True, slots=True)
class State:
    """What tells whether documents came, went or were read again: only then are the pairs sought anew."""

    documents: int
    loaded: int | None
    read_again: int | None


@dataclass(frozen=True, slots=True)
class Review:
    """The pairs that were found in a state of the store."""

    state: State
    found: tuple[Candidate, ...]


def state(bolt: Bolt) -> State:
    """Return the state of the store's documents."""
    return State(**bolt.read(query("review_state"))[0])


def look(bolt: Bolt) -> Review:
    """Compare all entities of the store: seconds for ten thousands of them."""
    now = state(bolt)
    rows = bolt.read(query("review_entities"), aliases=ALIASES)[0]["entities"]
    entities = [
        Known(id_, name, kind, tuple(aliases), mentions, documents, links, tuple(offices), listed)
        for id_, name, kind, aliases, mentions, documents, links, offices, listed in rows
    ]

    def around(ids: Sequence[str]) -> Around:
        found = bolt.read(query("review_around"), ids=list(ids), limit=NEIGHBOURS, origins=ORIGINS)
        return {
            row["id"]: Surroundings(
                tuple((id_, name) for id_, name in row["around"]), tuple(row["origins"]), row["first"], row["last"]
            )
            for row in found
        }

    return Review(now, tuple(candidates(entities, around)))


def undecided(bolt: Bolt, review: Review, kind: str | None = None, *, unsure: bool = False) -> list[Candidate]:
    """Return the pairs that nobody has decided; with `unsure` only those that somebody left open."""
    kept = Judgements(bolt)
    decided = kept.decided(Decision.NOT_SAME, Decision.SAME)
    open_ = kept.decided(Decision.UNSURE)
    some = []
    for candidate in review.found:
        a, b = candidate.first.id, candidate.second.id
        both = pair(a, b)
        gone = kept.now(a) != a or kept.now(b) != b
        if gone or both in decided or (both in open_) != unsure:
            continue
        if kind is None or kind in {candidate.first.kind, candidate.second.kind}:
            some.append(candidate)
    return some
