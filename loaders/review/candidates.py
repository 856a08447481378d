"""Pairs of entities that may be the same, for people to look at: likely by name, or by name and surroundings.

Nothing is merged here. A bare surname or an acronym is never enough: something of what stands around both must agree.
The same store gives the same pairs, in the same order: those on which most links hang first.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.name import fold
from loaders.review.blocking import pairs
from loaders.review.known import Known
from loaders.review.likeness import ENOUGH, likeness
from loaders.review.surroundings import Surroundings, agreement

KEPT = 2_000
"""Pairs that are kept for looking at."""
LOOKED_AT = 6_000
"""Pairs whose surroundings are looked at."""

Around = Mapping[str, Surroundings]
"""What stands around entities, by id."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be the same: how likely, from 0 to 1, and why. The first is the one with more links.

    `exact`: their names are the same but for accents, order and small words. `much`: so much of what stands around them
    agrees.
    """

    first: Known
    second: Known
    score: float
    reasons: tuple[str, ...]
    exact: bool = False
    much: bool = False


def candidates(entities: Sequence[Known], around: Callable[[Sequence[str]], Around]) -> list[Candidate]:
    """Return the pairs to look at. `around` is asked once for the surroundings of those whose names are alike."""
    entities = _without_common_aliases(entities)
    alike = []
    for a, b in pairs(entities):
        found = likeness(a, b)
        if found:
            first, second = sorted((a, b), key=lambda e: (-e.links, -e.mentions, e.id))
            alike.append(Candidate(first, second, found.score, found.reasons, found.exact))
    alike = sorted(alike, key=_order)[:LOOKED_AT]
    beside = around(sorted({e.id for c in alike for e in (c.first, c.second)}))
    names = {e.id: e.name for e in entities}
    judged = [_in_surroundings(candidate, beside, names) for candidate in alike]
    return sorted((c for c in judged if c.score >= ENOUGH), key=_order)[:KEPT]


def _without_common_aliases(entities: Sequence[Known]) -> list[Known]:
    """Leave out aliases that more than two entities bear: every country has its `Foreign Ministry`."""
    bearers = Counter(alias for e in entities for alias in {fold(name) for name in e.names})
    return [
        replace(e, aliases=tuple(alias for alias in e.aliases if bearers[fold(alias)] <= 2))  # noqa: PLR2004
        for e in entities
    ]


def _order(candidate: Candidate) -> tuple[int, float, str, str]:
    return -candidate.second.links, -candidate.score, candidate.first.id, candidate.second.id


def _in_surroundings(candidate: Candidate, around: Around, names: Mapping[str, str]) -> Candidate:
    """Add what posts, neighbours, places and years say."""
    a, b = candidate.first, candidate.second
    found = agreement(a, b, around.get(a.id, Surroundings()), around.get(b.id, Surroundings()), names)
    score = round(max(0.0, min(candidate.score + found.score, 1.0)), 3)
    return replace(candidate, score=score, reasons=(*candidate.reasons, *found.reasons), much=found.much)
