"""How Neo4j goes about the queries that answer requests: by indexes, not through the whole store."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import neo4j
import pytest
from small import small

from graph.bolt import Address, Bolt
from graph.query import query
from graph.writer import Writer

WHOLE = {
    "read_brokers": "what is ranked has no index of its own; after computing the structure, which goes through all",
    "read_communities": "counts the members of all communities",
    "read_community_names": "as read_communities",
    "read_documents": "goes by date, newest first, and looks for words in every document's head",
    "read_stats": "counts by kind",
    "read_structure": "as read_brokers",
    "read_subgraph_links": "the whole graph, for analysis",
    "read_subgraph_nodes": "the whole graph, for analysis",
}
"""Queries that may go through all nodes of a label, each with the reason."""
LARGE = {"Document", "Passage", "Entity", "SourceText"}
"""The labels whose nodes grow with the archive; loads, acts and what people write are few."""
EVERYTHING = {"AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}
QUERIES = sorted(
    file.name.removesuffix(".cypher")
    for file in files("graph").joinpath("cypher").iterdir()
    if file.name.startswith("read_")
)


Explain = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def explain(bolt: Bolt, address: Address) -> Iterator[Explain]:
    """Gives the plan of a query, in a store of two documents with all its indexes."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add([small("plan/one.txt", "SEMAR met the DEA."), small("plan/two.txt", "The DEA met the Zetas.")])
    writer.refresh()
    off = neo4j.NotificationMinimumSeverity.OFF
    with neo4j.GraphDatabase.driver(address.uri, auth=address.auth, notifications_min_severity=off) as driver:
        yield lambda text: driver.execute_query(f"EXPLAIN {text}").summary.plan or {}


@pytest.mark.parametrize("name", QUERIES)
def test_a_read_goes_through_all_nodes_only_where_the_table_says_why(explain: Explain, name: str) -> None:
    """Through all of a label that grows with the archive; through those of all labels none does."""
    operators = [
        (operator.removeprefix("Partitioned").split("@")[0], details)
        for operator, details in _operators(explain(query(name)))
    ]
    assert not {operator for operator, _ in operators} & EVERYTHING
    scanned = [
        operator
        for operator, details in operators
        if operator.endswith("RelationshipTypeScan")
        or (operator == "NodeByLabelScan" and any(f":{label}" in details for label in LARGE))
    ]
    assert bool(scanned) == (name in WHOLE), scanned


def test_every_exception_is_a_query() -> None:
    """So that the table tells of what there is."""
    assert WHOLE.keys() <= set(QUERIES)


def _operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"], plan["args"].get("Details", "")
    for child in plan.get("children", ()):
        yield from _operators(child)
