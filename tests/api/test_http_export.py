"""The graph downloaded in the forms of other tools."""

import io
import json

import httpx
import networkx as nx
import pytest

FILES = {
    "graphml": ("application/graphml+xml", "trama.graphml"),
    "gexf": ("application/gexf+xml", "trama.gexf"),
    "csv": ("text/csv; charset=utf-8", "trama-pairs.csv"),
    "json": ("application/json", "trama.json"),
    "cytoscape": ("application/json", "trama.cyjs"),
    "ftm": ("application/x-ndjson", "trama.ftm.json"),
}


@pytest.mark.parametrize("form", FILES)
def test_each_form_is_a_file_of_its_own_type(service: httpx.Client, form: str) -> None:
    """With a name to save it by, and never shown as a page."""
    answer = service.get("/api/export", params={"format": form})
    assert answer.status_code == 200
    media_type, name = FILES[form]
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content


def test_the_whole_store_is_as_large_as_its_statistics_say(service: httpx.Client) -> None:
    """Nodes and edges."""
    stats = service.get("/api/stats").json()
    graph = nx.read_graphml(io.BytesIO(service.get("/api/export", params={"format": "graphml"}).content))
    assert len(graph) == sum(stats["entities"].values())
    assert graph.number_of_edges() == stats["links"]


def test_a_part_is_asked_for_by_ids(service: httpx.Client) -> None:
    """`ids=a,b` and `ids=a&ids=b` are the same; the neighbours come with them."""
    both = service.get("/api/export", params={"format": "json", "ids": "los-zetas,gulf-cartel"})
    assert both.content == service.get("/api/export?format=json&ids=los-zetas&ids=gulf-cartel").content
    nodes = {node["id"] for node in json.loads(both.content)["nodes"]}
    near = service.get("/api/entities/los-zetas/neighbours", params={"scope": "paragraph", "limit": 500}).json()
    assert {"los-zetas", "gulf-cartel"} | {each["entity"]["id"] for each in near["items"]} <= nodes


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 422),
        ("format=xls", 422),
        ("format=csv&ids=", 422),
        ("format=csv&ids=nobody", 404),
        ("format=csv&ids=" + ",".join(f"x{n}" for n in range(101)), 422),
    ],
)
def test_what_cannot_be_exported_is_a_problem(service: httpx.Client, query: str, status: int) -> None:
    """Before a byte of a file is sent."""
    answer = service.get(f"/api/export?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_store_that_is_away_exports_nothing(lonely: httpx.Client) -> None:
    """503."""
    assert lonely.get("/api/export?format=csv").status_code == 503
