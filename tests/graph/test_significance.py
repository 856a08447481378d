"""Significance against hand-computed cases and the textbook's formulas."""

from math import isclose, log, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.significance import log_likelihood_ratio, normalised_pmi


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
