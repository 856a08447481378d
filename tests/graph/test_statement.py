"""The words of a Cypher text: found in time that grows with the text, whoever wrote it."""

import time

import pytest

from graph.guard import check_text
from graph.statement import calls, clauses, split_mode

LONG = {
    "digits and letters": "1a" * 10_000,
    "dots": "a . " * 5_000,
    "a name and dots": "a" + " ." * 9_999,
    "escaped quotes without an end": "'" + "\\'" * 9_999,
    "comments without an end": "/* " * 6_666,
    "quoted names": "`a``b" * 4_000,
    "calls": "CALL " * 4_000,
    "white space": ("a" + " " * 99 + "(") * 200,
    "combining marks": "a" + "\u0300\u0316" * 9_999,
    "settings of a prefix": "CYPHER " + "1a=1 " * 3_000 + "x",
    "what one letter stands for": "\ufdfa" * 20_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_text_keeps_the_guard_busy(text: str) -> None:
    """A second for the longest query that the console takes would be a second for everybody."""
    began = time.perf_counter()
    split_mode(text)
    check_text(text)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "text",
    [
        "RETURN [1, 2][0..apoc.cypher.run('x')]",
        "RETURN 0apoc.cypher.run('x')",
        "RETURN .5apoc.cypher.run('x')",
        "RETURN 1e5 + apoc . cypher\n.\nrun (1)",
        "RETURN a.b, apoc.cypher.run(1)",
    ],
)
def test_a_call_is_found_wherever_it_may_begin(text: str) -> None:
    """Behind a range, behind digits, and over white space."""
    assert "apoc.cypher.run" in set(calls(text))


@pytest.mark.parametrize("text", ["RETURN 0LOAD CSV FROM 'x' AS r", "'a\\' LOAD CSV FROM $x AS r", "/* LOAD CSV FROM"])
def test_a_clause_is_found_behind_digits_and_whatever_has_no_end(text: str) -> None:
    """An open quote or comment hides nothing."""
    assert ("LOAD", "CSV") in set(clauses(text, frozenset({"LOAD"})))
