"""Significance against hand-computed cases and the textbook's formulas."""

from math import isclose, log, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, false_discovery_control, fisher_exact, hypergeom

from graph.significance import (
    expected_count,
    false_discovery,
    hypergeometric_tail,
    log_likelihood_ratio,
    normalised_pmi,
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Give lawful counts: together, first, second, total, with at least one paragraph in common."""
    together = draw(st.integers(1, 500))
    only_first, only_second, neither = (draw(st.integers(0, 10_000)) for _ in range(3))
    return together, together + only_first, together + only_second, together + only_first + only_second + neither


def entropy(*counts: int) -> float:
    """Shannon's entropy of counts times their sum, in nats."""
    total = sum(counts)
    return -sum(n * log(n / total) for n in counts if n)


@given(tables())
def test_llr_is_twice_the_mutual_information_of_the_table(table):
    """G² = 2 (H(rows) + H(columns) - H(cells)), Dunning's own second form, each entropy times the total."""
    n, x, y, total = table
    cells = (n, x - n, y - n, total - x - y + n)
    expected = 2 * (entropy(x, total - x) + entropy(y, total - y) - entropy(*cells))
    assert isclose(abs(log_likelihood_ratio(*table)), expected, rel_tol=1e-6, abs_tol=1e-6 * total)


@given(tables())
def test_llr_is_negative_just_where_two_meet_less_than_by_chance(table):
    """The sign is that of observed against expected; equal counts in either order give the same."""
    n, x, y, total = table
    value = log_likelihood_ratio(*table)
    assert value == pytest.approx(log_likelihood_ratio(n, y, x, total), abs=1e-6)
    if n * total < x * y:
        assert value <= 1e-6 * total
    else:
        assert value >= -1e-6 * total


@given(tables())
def test_npmi_is_pmi_over_self_information(table):
    """Bouma's formula in bits, and its bounds."""
    n, x, y, total = table
    value = normalised_pmi(*table)
    assert -1 - 1e-9 <= value <= 1 + 1e-9
    if n < total:
        pmi = log2(n / total) - log2(x / total) - log2(y / total)
        assert value == pytest.approx(pmi / -log2(n / total), abs=1e-9)


def test_a_hand_computed_table():
    """Of 100 paragraphs 10 name the one, 10 the other, 5 both; expected 1, 9, 9, 81.

    2 (5 ln 5 + 5 ln(5/9) + 5 ln(5/9) + 85 ln(85/81)) = 12.5330; ln 5 / ln 20 = 0.53724.
    """
    assert log_likelihood_ratio(5, 10, 10, 100) == pytest.approx(12.5330, abs=5e-5)
    assert normalised_pmi(5, 10, 10, 100) == pytest.approx(0.53724, abs=5e-5)


def test_chance_never_and_always():
    """Independence gives 0 and 0, never together -1, only together 1; a pair in every paragraph says nothing."""
    assert log_likelihood_ratio(1, 10, 10, 100) == pytest.approx(0)
    assert normalised_pmi(1, 10, 10, 100) == pytest.approx(0)
    assert normalised_pmi(0, 10, 10, 100) == -1
    assert normalised_pmi(7, 7, 7, 100) == pytest.approx(1)
    assert normalised_pmi(100, 100, 100, 100) == 0
    assert log_likelihood_ratio(100, 100, 100, 100) == 0


@pytest.mark.parametrize(
    ("g2", "cells"),
    [
        (270.72, (110, 2442, 111, 29114)),
        (263.90, (29, 13, 123, 31612)),
        (256.84, (31, 23, 139, 31584)),
        (167.23, (10, 0, 3, 31764)),
    ],
)
def test_dunnings_own_examples(g2, cells):
    """The bigrams `the swiss`, `can be`, `previous year` and `mineral water` of his table 1."""
    both, only_first, only_second, neither = cells
    numbers = (both, both + only_first, both + only_second, both + only_first + only_second + neither)
    assert log_likelihood_ratio(*numbers) == pytest.approx(g2, abs=0.005)


@given(tables())
def test_llr_is_scipys_g_statistic(table):
    """Where scipy has one: no margin is empty."""
    n, x, y, total = table
    if x < total and y < total:
        cells = [[n, x - n], [y - n, total - x - y + n]]
        expected = chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
        assert abs(log_likelihood_ratio(*table)) == pytest.approx(expected, rel=1e-6, abs=1e-6 * total)


def test_boumas_fixed_points():
    """His orientation values: 1 for a pair that only comes together, 0 for independence, -1 for never."""
    for frequency in (1, 10, 1000):
        assert normalised_pmi(frequency, frequency, frequency, 100_000) == pytest.approx(1)
    assert normalised_pmi(20, 200, 100, 1000) == pytest.approx(0)
    assert normalised_pmi(0, 200, 100, 1000) == -1


def test_a_hand_computed_tail():
    """5 of 10 drawn, 4 of 10 marked: P(X >= 3) = (C(4,3) C(6,2) + C(4,4) C(6,1)) / C(10,5) = 66 / 252."""
    assert hypergeometric_tail(3, 5, 4, 10) == pytest.approx(66 / 252)
    assert hypergeometric_tail(0, 5, 4, 10) == 1
    assert hypergeometric_tail(5, 5, 4, 10) == 0
    assert expected_count(5, 4, 10) == 2


@given(tables())
def test_the_tail_is_scipys(table):
    """Its hypergeometric distribution's, and Fisher's exact test to one side."""
    n, x, y, total = table
    value = hypergeometric_tail(*table)
    assert value == pytest.approx(hypergeom.sf(n - 1, total, x, y), rel=1e-7, abs=1e-12)
    exact = fisher_exact([[n, x - n], [y - n, total - x - y + n]], alternative="greater").pvalue
    assert value == pytest.approx(exact, rel=1e-7, abs=1e-12)


def test_a_tail_far_below_what_a_table_would_show_keeps_its_size():
    """0 stands only for what is below the smallest number there is."""
    assert hypergeometric_tail(120, 120, 120, 30_000) == pytest.approx(
        float(hypergeom.sf(119, 30_000, 120, 120)), rel=1e-7
    )
    assert hypergeometric_tail(600, 600, 600, 30_000) == 0


def test_arrays_give_what_numbers_give():
    """Every function, element by element."""
    rng = np.random.default_rng(1)
    n, a, b, c = (rng.integers(1, 300, 200) for _ in range(4))
    table = (n, n + a, n + b, n + a + b + c)
    for function in (log_likelihood_ratio, normalised_pmi, hypergeometric_tail):
        each = [float(function(*map(int, row))) for row in zip(*table, strict=True)]
        assert np.allclose(function(*table), each, rtol=1e-12)


def test_hand_computed_false_discovery():
    """Of p = 0.01, 0.04, 0.03, 0.5 times 4 by rank: 0.04, 0.16 / 3 twice, 0.5; ten tests make it 10 / 4 times that."""
    p = np.array([0.01, 0.04, 0.03, 0.5])
    assert false_discovery(p, 4) == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert false_discovery(p, 10) == pytest.approx([0.1, 0.4 / 3, 0.4 / 3, 1.0])
    assert len(false_discovery(np.zeros(0), 0)) == 0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50), st.integers(0, 30))
def test_false_discovery_is_scipys_with_the_rest_at_one(p, others):
    """Tests that are not given count as ones of p = 1."""
    expected = false_discovery_control([*p, *[1.0] * others])[: len(p)]
    assert false_discovery(np.array(p), len(p) + others) == pytest.approx(expected)
