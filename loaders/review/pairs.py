"""A pair to review, with all that is looked at before it is judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.bolt import Bolt
from graph.judgement import Decision
from graph.judging.answer import Effect, Side
from graph.judging.reading import of_two, sides
from loaders.review.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be the same: how likely (0 to 1), why, what each is, what joining them would do."""

    left: Side
    right: Side
    score: float
    reasons: list[str]
    effect: Effect


def shown(bolt: Bolt, some: Sequence[Candidate]) -> list[Pair]:
    """Return candidates as they are looked at; one whose entity went meanwhile is left out."""
    known = sides(bolt, sorted({e.id for c in some for e in (c.first, c.second)}))
    return [
        Pair(left, right, c.score, list(c.reasons), of_two(bolt, Decision.SAME, left, right))
        for c in some
        if (left := known.get(c.first.id)) and (right := known.get(c.second.id))
    ]
