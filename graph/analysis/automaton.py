"""Bursts in a stream of batches, by the two-state automaton of Kleinberg.

Kleinberg (2002), "Bursty and Hierarchical Structure in Streams", KDD, section 4 (batched arrivals). At step t, d_t
documents come, r_t of them relevant. In its base state the stream emits relevant ones at the rate p0 = Σr / Σd, in a
burst at p1 = s·p0. Being in state i costs

    σ(i, t) = -ln( C(d_t, r_t) · p_i^r_t · (1 - p_i)^(d_t - r_t) )

and entering a burst costs γ·ln n, n being the number of steps; leaving it is free. The stream begins in the base state.
The cheapest sequence of states (Viterbi's) says where the bursts are, and the weight of one is what it saves:
Σ (σ(0, t) - σ(1, t)) over its steps, before what entering it cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

SCALE = 2.0
"""s: in a burst, documents are relevant at least about twice as often as over the whole time."""

GAMMA = 1.0
"""γ: how dear it is to enter a burst; Kleinberg's own choice."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A burst from step `first` to step `last`, both included."""

    first: int
    last: int
    weight: float


def can_burst(relevant: int, total: int, scale: float = SCALE) -> bool:
    """Tell whether a burst is possible; it is not where its rate would reach one."""
    return relevant > 0 and relevant * scale < total


def stretches(
    relevant: Sequence[int], totals: Sequence[int], scale: float = SCALE, gamma: float = GAMMA
) -> list[Stretch]:
    """Return the bursts of a stream, in order; `relevant` and `totals` are r and d, step by step.

    Where both states cost the same, the base state is taken.
    """
    if not can_burst(sum(relevant), sum(totals), scale):
        return []
    savings = _savings(relevant, totals, scale)
    states = _cheapest(savings, gamma * log(len(savings)))
    found: list[Stretch] = []
    start: int | None = None
    for step, state in enumerate([*states, False]):
        if state and start is None:
            start = step
        elif not state and start is not None:
            found.append(Stretch(start, step - 1, sum(savings[start:step])))
            start = None
    return found


def _savings(relevant: Sequence[int], totals: Sequence[int], scale: float) -> list[float]:
    """Return σ(0, t) - σ(1, t), step by step; the binomial coefficients cancel out."""
    base = sum(relevant) / sum(totals)
    burst = scale * base
    hit, miss = log(scale), log(1 - burst) - log(1 - base)
    return [r * hit + (d - r) * miss for r, d in zip(relevant, totals, strict=True)]


def _cheapest(savings: Sequence[float], entry: float) -> list[bool]:
    """Return the sequence of states, True in a burst, whose savings less the price of its entries are greatest."""
    calm, bursting = 0.0, float("-inf")
    came: list[tuple[bool, bool]] = []
    for saving in savings:
        from_burst = bursting > calm
        stays = bursting > calm - entry
        came.append((from_burst, stays))
        calm, bursting = max(calm, bursting), max(bursting, calm - entry) + saving
    state = bursting > calm
    states = []
    for from_burst, stays in reversed(came):
        states.append(state)
        state = stays if state else from_burst
    return states[::-1]
