"""The commands that tell of time and of roles, run as a user runs them, on a real Neo4j with the two samples."""

import json
from pathlib import Path

import pytest

from api.cli import run
from graph.bolt import Address

Captured = pytest.CaptureFixture[str]


def _said(capfd: Captured, *words: str, code: int = 0) -> tuple[str, str]:
    capfd.readouterr()
    assert run(["analyse", *words]) == code
    return capfd.readouterr()


@pytest.fixture(scope="module", autouse=True)
def _loaded(address: Address, samples: list[Path]) -> None:
    del address
    assert run(["load", *map(str, samples)]) == 0


@pytest.mark.parametrize(
    ("words", "heads", "key"),
    [
        (["timeline"], ["period", "documents"], "points"),
        (["timeline", "--by", "year", "arturo-beltran-leyva"], ["period", "passages"], "points"),
        (["growth", "arturo-beltran-leyva"], ["period", "new", "total"], "points"),
        (["bursts"], ["entity", "weight"], "items"),
        (["bursts", "arturo-beltran-leyva"], ["from", "expected"], "bursts"),
        (["periods", "2000..2008", "2009..2010"], ["New:", "Vanished:", "Stronger:", "Weaker:"], "new"),
        (["changes"], ["New entities:", "New links:", "Links that got stronger: 0"], "entities"),
        (["loads"], ["load", "added", "still there"], "items"),
        (["roles"], ["person", "cleared"], "items"),
        (["roles", "--by", "office", "--role", "cleared"], ["office", "documents"], "items"),
        (["roles", "carlos-pascual"], ["role", "subject"], "items"),
        (["offices"], ["office", "such as"], "items"),
        (["posts"], ["agency", "official", "title"], "items"),
    ],
)
def test_each_answers_with_a_table_and_with_json(words: list[str], heads: list[str], key: str, capfd: Captured) -> None:
    """The same answer as the API gives."""
    out, _ = _said(capfd, *words)
    assert all(head in out for head in heads)
    assert key in json.loads(_said(capfd, *words, "--json")[0])


@pytest.mark.parametrize(
    "words",
    [["timeline", "nobody"], ["growth", "nobody"], ["periods", "x", "2009"], ["changes", "--since", "x"],
     ["roles", "--role", "eaten"], ["bursts", "--scale", "0"]],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_a_sentence(words: list[str], capfd: Captured) -> None:
    """Exit code 1."""
    _, err = _said(capfd, *words, code=1)
    assert err.count("\n") == 1
    assert "unexpected" not in err


def test_a_timeline_is_of_two_at_most(capfd: Captured) -> None:
    """Exit code 2: wrong use."""
    _said(capfd, "timeline", "a", "b", "c", code=2)
