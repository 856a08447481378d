"""What the service answers about the structure of the two sample documents' graph."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import networkx as nx
import pytest

from graph.analysis.subgraph import read_subgraph
from graph.bolt import Bolt


def _get(service: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = service.get(f"/api/analysis/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_entities_are_ranked_as_networkx_ranks_them(service: httpx.Client, bolt: Bolt) -> None:
    """Of the links in the store, without those of mere lists."""
    graph = read_subgraph(bolt).without_lists().to_networkx()
    expected = {
        "pagerank": nx.pagerank(graph, tol=1e-12, max_iter=1000),
        "betweenness": nx.betweenness_centrality(graph),
    }
    for measure, values in expected.items():
        answer = _get(service, "structure", by=measure, limit=500)
        assert answer["measure"] == measure
        assert answer["computed"]["betweenness"] == "exact"
        found = {each["entity"]["id"]: each[measure] for each in answer["items"]}
        assert found == pytest.approx(values, abs=1e-7)


def test_a_kind_or_a_community_can_be_asked_for(service: httpx.Client) -> None:
    """And nothing else comes."""
    agencies = _get(service, "structure", kind="agency", limit=5)["items"]
    assert {each["entity"]["kind"] for each in agencies} == {"agency"}
    members = _get(service, "structure", community=0, limit=500)["items"]
    largest = _get(service, "communities", limit=1, members=3)["items"][0]
    assert len(members) == largest["size"]
    assert len(largest["members"]) == 3
    assert largest["name"].startswith(largest["members"][0]["name"])


def test_brokers_are_given_with_what_they_join(service: httpx.Client) -> None:
    """Two communities or more each."""
    for by in ("reach", "constraint", "betweenness"):
        items = _get(service, "brokers", by=by)["items"]
        assert items
        assert all(len(each["ties"]) > 1 and 0 < each["standing"]["participation"] < 1 for each in items)


def test_a_backbone_keeps_less_the_stricter_it_is(service: httpx.Client) -> None:
    """By either rule, at either scope."""
    for scope in ("passage", "paragraph"):
        for rule in ("disparity", "q"):
            kept = [
                _get(service, "backbone", scope=scope, rule=rule, level=level)["kept"]["links"]
                for level in (0, 0.05, 0.5, 1)
            ]
            assert kept == sorted(kept)


def test_many_who_ask_at_once_are_answered(service: httpx.Client) -> None:
    """While others are too: nothing is computed on the event loop."""
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: _get(service, "communities")["computed"], range(6)))
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize(
    "question",
    ["structure?by=fame", "structure?kind=ship", "brokers?by=charm", "backbone?level=2", "backbone?scope=document"],
)
def test_a_word_that_is_none_is_refused(service: httpx.Client, question: str) -> None:
    """As a problem."""
    answer = service.get(f"/api/analysis/{question}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["structure", "communities", "brokers", "backbone"])
def test_a_store_that_is_away_is_told(lonely: httpx.Client, path: str) -> None:
    """503, as everywhere."""
    assert lonely.get(f"/api/analysis/{path}").status_code == 503


def test_evidence_of_chance_comes_with_every_link(service: httpx.Client) -> None:
    """Expected and observed, where a network or a neighbour is shown."""
    man = service.get("/api/entities", params={"q": "Arturo Beltran Leyva"}).json()["items"][0]["id"]
    neighbours = service.get(f"/api/entities/{man}/neighbours", params={"scope": "paragraph"}).json()["items"]
    edges = service.get("/api/network", params={"ids": man}).json()["edges"]
    for each in [*neighbours, *edges]:
        weight = each["weight"]
        assert 0 < weight["observed"] <= weight["paragraphs"]
        assert weight["expected"] > 0
        assert 0 <= weight["q"] <= 1
