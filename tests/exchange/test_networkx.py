"""Exports are read by networkx and pandas as they were stored."""

import csv
import json
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hostile import HOSTILE
from stored import flat, links, nodes

from graph.bolt import Bolt
from graph.exchange.clean import clean
from graph.exchange.form import Form
from graph.exchange.notice import NOTICE


def _edges(graph: "nx.Graph[str]") -> dict[tuple[str, str], dict[str, Any]]:
    return {(min(a, b), max(a, b)): values for a, b, values in graph.edges(data=True)}


def test_graphml_holds_every_node_and_link_with_its_attributes(archive: Bolt, exported: Any) -> None:
    """Undirected, and with the notice; what is not known is absent, what XML forbids is U+FFFD."""
    graph = nx.read_graphml(exported(Form.GRAPHML))
    assert not graph.is_directed()
    assert graph.graph["notice"] == NOTICE
    assert dict(graph.nodes(data=True)) == {id_: flat(values) for id_, values in nodes(archive).items()}
    assert _edges(graph) == {ends: flat(values) for ends, values in links(archive).items()}


def test_gexf_holds_the_same_and_the_days_of_the_timeline(archive: Bolt, exported: Any) -> None:
    """From the first day that the first date may mean to the last that the last may; undated nodes say so."""
    graph = nx.read_gexf(exported(Form.GEXF), version="1.3")
    stored = nodes(archive)
    assert set(graph) == set(stored)
    for id_, values in graph.nodes(data=True):
        dated = stored[id_]["first"] is not None
        span = {"start": "2008-02-01", "end": "2008-02-29"} if dated else {}
        said = {k: v for k, v in flat(stored[id_]).items() if k != "aliases" or v}
        got = {k: v for k, v in values.items() if k not in {"label", "start", "end"} and (k != "aliases" or v)}
        assert got == said | {"dated": dated}
        assert {k: v for k, v in values.items() if k in {"start", "end"}} == span
        assert values["label"] == stored[id_]["name"]
    for ends, values in _edges(graph).items():
        expected = flat(links(archive)[ends])
        assert {k: values[k] for k in expected} == expected
        assert values["weight"] == expected["paragraphs"]
        assert values["dated"] == ("first" in expected)
    assert set(_edges(graph)) == set(links(archive))


@pytest.mark.parametrize("form", [Form.JSON, Form.CYTOSCAPE])
def test_json_holds_the_same_with_lists_and_nulls(archive: Bolt, exported: Any, form: Form) -> None:
    """Both forms, read as networkx reads them."""
    data = json.loads(exported(form).read_text(encoding="utf-8"))
    graph = nx.node_link_graph(data, edges="edges") if form is Form.JSON else nx.cytoscape_graph(data)
    own = {"id", "value", "source", "target"}
    assert graph.graph["notice"] == NOTICE
    read = {i: {k: _cleaned(v) for k, v in x.items() if k not in own} for i, x in graph.nodes(data=True)}
    assert read == nodes(archive)
    edges = {ends: {k: v for k, v in values.items() if k not in own} for ends, values in _edges(graph).items()}
    assert edges == links(archive)


def _cleaned(value: Any) -> Any:
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return clean(value) if isinstance(value, str) else value


def test_csv_has_a_row_a_pair(archive: Bolt, exported: Any) -> None:
    """With both names and kinds; pandas reads the same numbers."""
    file = exported(Form.CSV)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    stored = links(archive)
    assert {(row["a"], row["b"]) for row in rows} == set(stored)
    assert len(rows) == len(stored)
    table = pd.read_csv(file)
    assert dict(zip(zip(table["a"], table["b"], strict=True), table["llr"], strict=True)) == pytest.approx(
        {ends: values["llr"] for ends, values in stored.items()}
    )


def test_no_name_is_a_formula_to_a_spreadsheet(archive: Bolt, exported: Any) -> None:  # noqa: ARG001
    """An apostrophe stands before what would be one."""
    table = pd.read_csv(exported(Form.CSV))
    names = set(table["a_name"]) | set(table["b_name"])
    assert f"'{HOSTILE['formula']}" in names
    assert not any(str(name).startswith(("=", "+", "-", "@")) for name in names)


@pytest.mark.parametrize("form", [Form.GRAPHML, Form.JSON])
def test_a_part_is_the_entities_given_with_their_neighbours(archive: Bolt, exported: Any, form: Form) -> None:
    """And every link among them; everybody else is left out."""
    file = exported(form, "los-zetas")
    graph = (
        nx.read_graphml(file)
        if form is Form.GRAPHML
        else nx.node_link_graph(json.loads(file.read_text(encoding="utf-8")), edges="edges")
    )
    stored = links(archive)
    near = {end for ends in stored if "los-zetas" in ends for end in ends}
    assert 1 < len(near) < len(nodes(archive))
    assert set(graph) == near
    assert set(_edges(graph)) == {ends for ends in stored if set(ends) <= near}


@pytest.mark.parametrize("form", list(Form))
def test_every_form_of_an_entity_that_nobody_else_is_named_with_can_be_read(exported: Any, form: Form) -> None:
    """One node and no link."""
    text = exported(form, "levi-chavous").read_text(encoding="utf-8")
    assert ("levi-chavous" in text) == (form is not Form.CSV)
