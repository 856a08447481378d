"""Cypher over HTTP: what reads is answered, all else is refused with the reason."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from graph.console import MAX_CHARACTERS
from graph.plain import plain


def _ask(service: httpx.Client, query: str, parameters: dict[str, Any] | None = None) -> httpx.Response:
    body = json.dumps({"query": query, "parameters": parameters or {}})  # spells half a character out, as \\ud800
    return service.post("/api/cypher", content=body, headers={"Content-Type": "application/json"})


def test_a_reading_query_is_answered(service: httpx.Client) -> None:
    """With its columns and rows, and whether they are all."""
    answer = _ask(
        service, "MATCH (e:Entity) WHERE e.name = $name RETURN e.name AS name, e.kind AS kind", {"name": "DEA"}
    )
    assert answer.status_code == 200
    assert set(answer.json()) == {"columns", "rows", "truncated"}
    assert answer.json()["columns"] == ["name", "kind"]


def test_nodes_and_links_come_out_as_json(service: httpx.Client) -> None:
    """Whole, with their properties."""
    answer = _ask(service, "MATCH p = (c:Entity)-[r:CO_MENTIONED]-(a:Agency) RETURN c, r, p LIMIT 2")
    assert answer.status_code == 200
    assert len(answer.json()["rows"]) == 2


def test_an_answer_too_long_is_cut_and_says_so(service: httpx.Client) -> None:
    """At the row limit."""
    answer = _ask(service, "UNWIND range(1, 100000) AS n RETURN n")
    assert answer.status_code == 200
    assert answer.json()["truncated"]
    assert len(answer.json()["rows"]) < 100_000


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Entity)",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = ''",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "SHOW USERS",
        "SHOW SETTINGS",
        "CALL dbms.listConfig()",
        "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS",
        "RETURN",
        "no cypher at all",
        " ",
        "RETURN $missing",
    ],
)
def test_everything_else_is_refused_with_the_reason(service: httpx.Client, query: str) -> None:
    """400, as a problem that a person can act on."""
    answer = _ask(service, query)
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.json()["detail"]) > 10


@pytest.mark.parametrize(
    "parameters",
    [{"n": 2**70}, {"n": -(2**70)}, {"n": "\ud800"}, {"\ud800": 1}, {"n": [[{"n": "\ud800"}]]}, {"a b": 1}, {"": 1}],
    ids=["large", "small", "half a character", "half a name", "deep", "a space", "no name"],
)
def test_values_that_neo4j_does_not_know_are_refused(service: httpx.Client, parameters: dict[str, Any]) -> None:
    """Or answered, where they are not used; never a failure of the service."""
    assert _ask(service, "RETURN 1 AS one", parameters).status_code in {200, 400, 422}


@pytest.mark.parametrize("query", ["RETURN '\ud800'", "RETURN '\x00' AS n", "RETURN 1 // \u202e"])
def test_queries_of_odd_characters_are_answered_or_refused(service: httpx.Client, query: str) -> None:
    """Never a failure of the service."""
    assert _ask(service, query).status_code in {200, 400, 422}


def test_the_service_lives_while_one_huge_row_is_converted(service: httpx.Client) -> None:
    """`/health/live` answers meanwhile; the row is left out, and the answer says so."""
    began = time.monotonic()
    json.dumps(plain(list(range(6_000_000))))
    busy = time.monotonic() - began
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(_ask, service, "RETURN range(1, 6000000) AS n")
        slowest = 0.0
        while not asked.done():
            began = time.monotonic()
            assert service.get("/health/live").status_code == 200
            slowest = max(slowest, time.monotonic() - began)
    assert asked.result().json() == {"columns": ["n"], "rows": [], "truncated": True}
    assert slowest < 0.6 * busy


def test_a_query_longer_than_the_console_takes_is_a_bad_parameter(service: httpx.Client) -> None:
    """One limit, told in the schema."""
    assert _ask(service, "RETURN 1 //" + "x" * MAX_CHARACTERS).status_code == 422
