"""What stands around an entity in its documents, and what two entities' surroundings say of their being one."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.review.known import Known

BESIDE = 3
"""Names beside both from which on they tell something."""
COMPANY = 5
"""Names beside both from which on they tell much."""
_SHARE = 0.25
_FAR = 12
"""Years between the last naming of one and the first of the other that make it less likely that they are one."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whom an entity is named with (id, name; the strongest first), who wrote most of its documents, in which years."""

    beside: tuple[tuple[str, str], ...] = ()
    origins: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How much two entities' surroundings add to their likeness (or take from it), the reasons in words, and whether
    it is much: posts at one office, or the same company.
    """

    score: float
    reasons: tuple[str, ...]
    much: bool


def agreement(a: Known, b: Known, near: Surroundings, far: Surroundings, names: Mapping[str, str]) -> Agreement:
    """Compare what stands around two entities: posts, neighbours, the posts that wrote of them, the years."""
    score, reasons, much = 0.0, [], False
    offices = sorted(set(a.offices) & set(b.offices))
    if offices:
        score, much = 0.25, True
        reasons.append(f"both hold a post at {names.get(offices[0], offices[0])}")
    one, other = dict(near.beside), dict(far.beside)
    shared = [id_ for id_ in one if id_ in other and id_ not in {a.id, b.id}]
    least = min(len(one), len(other))
    if len(shared) >= BESIDE and len(shared) >= _SHARE * least:
        score += 0.25
        some = ", ".join(one[id_] for id_ in shared[:BESIDE])
        reasons.append(f"{len(shared)} names stand beside both: {some}{', …' if len(shared) > BESIDE else ''}")
        much = much or (len(shared) >= COMPANY and len(shared) >= 2 * _SHARE * least)
    if wrote := sorted(set(near.origins) & set(far.origins)):
        score += 0.05
        reasons.append(f"{wrote[0]} wrote of both")
    if apart := _apart(near, far):
        score, much = score - 0.15, False
        reasons.append(f"{apart} years lie between them")
    return Agreement(score, tuple(reasons), much)


def _apart(a: Surroundings, b: Surroundings) -> int:
    """Return the years between two that are never named in the same decade or so, else 0."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    years = max(a.first - b.last, b.first - a.last)
    return years if years >= _FAR else 0
