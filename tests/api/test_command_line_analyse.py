"""`trama analyse` on a real store with the two sample documents."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.cli import run
from graph.bolt import Address

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module", autouse=True)
def _loaded(address: Address, samples: list[Path]) -> None:
    del address
    assert run(["load", *map(str, samples)]) == 0


def _said(capfd: Captured, *words: str, code: int = 0) -> tuple[str, str]:
    capfd.readouterr()
    assert run(["analyse", *words]) == code
    return capfd.readouterr()


def _json(capfd: Captured, *words: str) -> Any:
    return json.loads(_said(capfd, *words, "--json")[0])


def test_without_a_question_it_says_which_there_are(capfd: Captured) -> None:
    """As `--help` does."""
    out, _ = _said(capfd)
    for command in ("structure", "communities", "brokers", "backbone"):
        assert f"\n  {command} " in out


def test_a_ranking_is_a_table_or_json(capfd: Captured) -> None:
    """Of the same entities; how it was computed is said beside the table."""
    ranking = _json(capfd, "structure", "--by", "betweenness", "--kind", "agency", "--limit", "5")
    out, err = _said(capfd, "structure", "--by", "betweenness", "--kind", "agency", "--limit", "5")
    assert len(ranking["items"]) == 5
    for each in ranking["items"]:
        assert each["entity"]["kind"] == "agency"
        assert each["entity"]["name"] in out
    assert "betweenness is exact" in err
    assert f"{ranking['computed']['nodes']:,} entities" in err


def test_communities_are_a_table_or_json(capfd: Captured) -> None:
    """With the names of their members."""
    found = _json(capfd, "communities", "--limit", "2", "--members", "3")["items"]
    out, _ = _said(capfd, "communities", "--limit", "2", "--members", "3")
    assert [len(each["members"]) for each in found] == [3, 3]
    assert all(member["name"] in out for each in found for member in each["members"])


def test_brokers_are_a_table_or_json(capfd: Captured) -> None:
    """With the communities that they join."""
    found = _json(capfd, "brokers", "--limit", "3")["items"]
    out, _ = _said(capfd, "brokers", "--limit", "3")
    assert found
    assert all(tie["name"] in out for each in found for tie in each["ties"])


def test_a_backbone_is_a_table_or_json(capfd: Captured) -> None:
    """How much it keeps is said beside the table."""
    found = _json(capfd, "backbone", "--rule", "q", "--level", "1", "--scope", "paragraph", "--limit", "4")
    out, err = _said(capfd, "backbone", "--rule", "q", "--level", "1", "--scope", "paragraph", "--limit", "4")
    assert len(found["links"]) == 4
    assert all(link["source"]["name"] in out for link in found["links"])
    assert f"Kept {found['kept']['links']:,} of {found['kept']['of_links']:,} links" in err


@pytest.mark.parametrize(
    "words",
    [
        ["structure", "--by", "fame"],
        ["structure", "--kind", "ship"],
        ["structure", "--limit", "0"],
        ["brokers", "--by", "charm"],
        ["backbone", "--scope", "document"],
        ["backbone", "--level", "2"],
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(words: list[str], capfd: Captured) -> None:
    """Nothing is computed."""
    out, err = _said(capfd, *words, code=2)
    assert out == ""
    assert err.startswith("trama: ")
    assert err.count("\n") == 1
