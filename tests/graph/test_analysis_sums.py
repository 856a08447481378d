"""The formulas behind the analyses of time, against cases computed by hand and implementations of their own."""

from collections import Counter
from itertools import product
from math import comb, log

import numpy as np
import pytest
from archive import archive, counted
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.automaton import can_burst, stretches
from graph.analysis.keyness import keyness
from graph.analysis.tally import Names, Tally
from graph.comention import places
from graph.significance import log_likelihood_ratio


def test_a_burst_computed_by_hand() -> None:
    """p0 = 8/50, p1 = 16/50: 4 in 10 saves 4 ln 2 + 6 ln(0.68/0.84) = 1.5047, and an entry costs ln 5 = 1.6094."""
    (found,) = stretches([0, 0, 4, 4, 0], [10] * 5)
    assert (found.first, found.last) == (2, 3)
    assert found.weight == pytest.approx(2 * (4 * log(2) + 6 * log(0.68 / 0.84)))
    assert stretches([0, 0, 4, 0, 0], [10] * 5, gamma=2) == []


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), min_size=1, max_size=7),
    st.sampled_from([1.5, 2.0, 3.0]),
    st.sampled_from([0.0, 0.5, 1.0, 2.0]),
)
@settings(max_examples=150, deadline=None)
def test_bursts_are_the_cheapest_of_all_sequences_of_states(
    steps: list[tuple[int, int]], scale: float, gamma: float
) -> None:
    """An implementation of its own: Kleinberg's costs, binomial coefficients and all, over every sequence there is."""
    r, d = [hit for hit, _ in steps], [hit + miss for hit, miss in steps]
    if not can_burst(sum(r), sum(d), scale):
        assert stretches(r, d, scale, gamma) == []
        return
    rates = (sum(r) / sum(d), scale * sum(r) / sum(d))

    def sigma(state: int, t: int) -> float:
        return -log(comb(d[t], r[t]) * rates[state] ** r[t] * (1 - rates[state]) ** (d[t] - r[t]))

    def cost(states: tuple[int, ...]) -> float:
        entries = sum(now > before for before, now in zip((0, *states), states, strict=False))
        return entries * gamma * log(len(steps)) + sum(sigma(state, t) for t, state in enumerate(states))

    found = stretches(r, d, scale, gamma)
    states = tuple(int(any(s.first <= t <= s.last for s in found)) for t in range(len(steps)))
    assert cost(states) == pytest.approx(min(cost(each) for each in product((0, 1), repeat=len(steps))))
    for each in found:
        steps_of = range(each.first, each.last + 1)
        assert each.weight == pytest.approx(sum(sigma(0, t) - sigma(1, t) for t in steps_of))


def test_keyness_is_the_log_likelihood_of_a_table_of_two_bodies() -> None:
    """For rare things it comes near Dunning's G² of the whole table; by hand 1 against 9 in equal bodies is 7.36."""
    (by_hand,) = keyness(np.array([1]), np.array([9]), 1000, 1000)
    assert by_hand == pytest.approx(2 * (log(1 / 5) + 9 * log(9 / 5)))
    (rare,) = keyness(np.array([20]), np.array([3]), 50_000, 70_000)
    assert -rare == pytest.approx(log_likelihood_ratio(20, 50_000, 23, 120_000), rel=1e-3)
    assert list(keyness(np.array([5]), np.array([5]), 100, 100)) == [0.0]
    assert list(keyness(np.array([5]), np.array([5]), 0, 100)) == [0.0]


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_tallies_count_pairs_as_links_do(seed: int) -> None:
    """Sums over documents, looked up by key, are those of `pairs_of`."""
    documents = archive(5, seed)
    names = Names()
    tally = Tally(names)
    for x in documents:
        tally.add(places(x))
    sums = tally.sums()
    found = {
        names.pair(int(key)): Counter(passages=int(p), paragraphs=int(q), documents=int(d))
        for key, p, q, d in zip(sums.keys, *sums.counts, strict=True)
    }
    assert found == counted(documents)
    absent = np.array([names.key("nobody", "no one")])
    assert sums.of(absent).tolist() == [[0], [0], [0]]
