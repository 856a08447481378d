"""How far a co-mention is more than chance: of `total` units `first` name the one, `second` the other, `together` both.

A unit is a passage or a paragraph (`graph.analysis.incidence`). Every function takes numbers or arrays of numbers of
one length, and gives the same; counts may be fractions where units weigh less than 1, save for `hypergeometric_tail`.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, xlogy

Floats: TypeAlias = NDArray[np.float64]
Counts: TypeAlias = Floats | NDArray[np.int64] | float

TINY = 1e-17
"""A term of a tail smaller than this share of its sum changes no digit of it."""


def expected_count(first: Counts, second: Counts, total: Counts) -> Floats:
    """Return in how many units two independent entities would stand together: first * second / total."""
    return _plain(np.asarray(first, dtype=float) * second / total)


def log_likelihood_ratio(together: Counts, first: Counts, second: Counts, total: Counts) -> Floats:
    """Return the log-likelihood ratio G² of two entities' co-occurrence, signed by its direction.

    The 2x2 table's G² = 2 Σ O ln(O/E) is that of Dunning (1993), "Accurate Methods for the Statistics of Surprise and
    Coincidence", Computational Linguistics 19(1). It is negative where the two stand together less often than chance
    would have them.
    """
    n, x, y, t = (np.asarray(count, dtype=float) for count in (together, first, second, total))
    table = ((n, x * y), (x - n, x * (t - y)), (y - n, (t - x) * y), (t - x - y + n, (t - x) * (t - y)))
    g2 = np.zeros_like(n + x)
    for observed, expected in table:
        # Fractions may miss 0 by a rounding; a cell that nothing was observed in adds nothing.
        seen = np.where((observed > t * 1e-12) & (expected > 0), observed, 0.0)
        g2 = g2 + 2 * xlogy(seen, np.where(seen > 0, seen * t / np.where(expected > 0, expected, 1.0), 1.0))
    return _plain(np.where(n * t >= x * y, g2, -g2))


def normalised_pmi(together: Counts, first: Counts, second: Counts, total: Counts) -> Floats:
    """Return two entities' normalised pointwise mutual information, from -1 (never together) to 1 (only together).

    Bouma (2009), "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL: ln(p(x,y) / p(x)p(y))
    divided by -ln p(x,y). A pair that stands in every unit carries no information: 0.
    """
    n, x, y, t = (np.asarray(count, dtype=float) for count in (together, first, second, total))
    never, always = n <= 0, n >= t
    some = np.where(never | always, 0.5 * t, n)
    value = np.log(some * t / (x * y)) / -np.log(some / t)
    return _plain(np.where(never, -1.0, np.where(always, 0.0, value)))


def hypergeometric_tail(together: Counts, first: Counts, second: Counts, total: Counts) -> Floats:
    """Return the probability that chance puts two entities together in `together` units or more (whole counts).

    `first` units drawn from `total`, of which `second` are marked, hold X marked ones: P(X >= together), Fisher's exact
    test to one side. Summed from the term at `together` upwards by the ratio of neighbouring terms, or where chance
    expects more than was seen, 1 less what lies below; about 1e-9 of its size is uncertain. 0 is below 1e-308.
    """
    given = np.broadcast_arrays(*(np.asarray(count, dtype=float) for count in (together, first, second, total)))
    n, x, y, t = (np.atleast_1d(count).astype(float) for count in given)
    above = n * t > x * y
    tail = np.empty_like(n)
    tail[above] = _sum_of_terms(n[above], x[above], y[above], t[above], up=True)
    tail[~above] = 1 - _sum_of_terms(n[~above] - 1, x[~above], y[~above], t[~above], up=False)
    tail = np.clip(tail, 0.0, 1.0)
    return _plain(tail.reshape(given[0].shape))


def false_discovery(p: Floats, tests: int) -> Floats:
    """Return q-values: the least false-discovery rate at which each test is still called a discovery.

    Benjamini & Hochberg (1995), "Controlling the False Discovery Rate", JRSS B 57(1): p times `tests` divided by its
    rank, made monotone from the largest down. `tests` counts those too whose p is 1 and is not given.
    """
    order = np.argsort(p, kind="stable")
    scaled = np.asarray(p, dtype=float)[order] * tests / np.arange(1, len(order) + 1)
    q = np.empty_like(scaled)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q


def _sum_of_terms(start: Floats, x: Floats, y: Floats, t: Floats, *, up: bool) -> Floats:
    """Sum the hypergeometric probabilities from `start` to the end of the support, all away from the mode."""
    low, high = np.maximum(0.0, x + y - t), np.minimum(x, y)
    inside = (start >= low) & (start <= high)
    i = np.where(inside, start, low)
    term = np.where(inside, np.exp(_log_choose(x, i) + _log_choose(t - x, y - i) - _log_choose(t, y)), 0.0)
    total = term.copy()
    rest = np.flatnonzero(term > 0)
    while rest.size:
        at, a, b, c = i[rest], x[rest], y[rest], t[rest]
        if up:
            ratio = (a - at) * (b - at) / ((at + 1) * (c - a - b + at + 1))
        else:
            ratio = at * (c - a - b + at) / ((a - at + 1) * (b - at + 1))
        term[rest] *= ratio
        total[rest] += term[rest]
        i[rest] += 1 if up else -1
        rest = rest[term[rest] > total[rest] * TINY]
    return total


def _plain(value: Floats) -> Floats:
    """Return an array of no dimension as the number that it is."""
    return value[()]


def _log_choose(n: Floats, k: Floats) -> Floats:
    return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))
