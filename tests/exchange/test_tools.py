"""GraphML is read by igraph, and FollowTheMoney by its own library, each in an environment of its own."""

import json
from collections import Counter
from typing import Any

import pytest
from environments import read_by
from stored import flat, links, nodes

from graph.bolt import Bolt
from graph.exchange.form import Form
from graph.exchange.ftm_entities import SCHEMAS
from graph.exchange.notice import NOTICE

pytestmark = pytest.mark.slow

PROOFS = """
MATCH (a:Entity)-[:CO_MENTIONED]->(b:Entity)
RETURN a.id AS a, b.id AS b, COLLECT {
  MATCH (a)<-[:MENTIONS]-(p:Passage)<-[:HAS]-(d:Document)
  MATCH (d)-[:HAS]->(q:Passage)-[:MENTIONS]->(b)
  WHERE p.block = q.block AND p.part IN ['subject', 'heading', 'body'] AND q.part IN ['subject', 'heading', 'body']
  RETURN DISTINCT d.id AS id ORDER BY id
} AS documents
"""


def test_igraph_reads_the_graphml(archive: Bolt, exported: Any) -> None:
    """The same nodes, links and numbers; igraph has NaN and empty texts where a value is absent."""
    read = json.loads(read_by("igraph", "read_with_igraph.py", exported(Form.GRAPHML)))
    assert not read["directed"]
    assert read["notice"] == NOTICE
    stored = nodes(archive)
    assert set(read["nodes"]) == set(stored)
    for id_, values in read["nodes"].items():
        expected = flat(stored[id_])
        assert {k: values[k] for k in expected} == expected
    edges = {tuple(sorted(ends)): values for *ends, values in read["edges"]}
    assert set(edges) == set(links(archive))
    for ends, expected in links(archive).items():
        assert edges[ends]["passages"] == expected["passages"]
        assert edges[ends]["llr"] == pytest.approx(expected["llr"])


@pytest.fixture
def ftm(exported: Any) -> list[dict[str, Any]]:
    """The whole store as followthemoney reads it, every property known and none refused or lacking."""
    read = json.loads(read_by("ftm", "read_with_ftm.py", exported(Form.FTM)))
    assert read["faults"] == []
    entities: list[dict[str, Any]] = read["entities"]
    return entities


def test_followthemoney_reads_things_links_and_documents(archive: Bolt, ftm: list[dict[str, Any]]) -> None:
    """Every entity with its aliases, every link with the documents that show it, every document with its text."""
    by_id = {entity["id"]: entity for entity in ftm}
    assert len(by_id) == len(ftm)
    for id_, values in nodes(archive).items():
        thing = by_id[f"trama-entity-{id_}"]
        assert thing["schema"] == SCHEMAS[values["kind"]]
        assert thing["caption"].split() == values["name"].split()
        assert len(thing["properties"].get("alias", [])) == len(values["aliases"])
    linked = {
        (e["properties"]["subject"][0], e["properties"]["object"][0]): e["properties"]
        for e in ftm
        if e["schema"] == "UnknownLink" and e["id"].startswith("trama-link-")
    }
    proofs = archive.read(PROOFS)
    assert len(linked) == len(proofs) == len(links(archive))
    for row in proofs:
        link = linked[f"trama-entity-{row['a']}", f"trama-entity-{row['b']}"]
        assert link["proof"] == [f"trama-document-{document}" for document in row["documents"]]
        assert str(links(archive)[row["a"], row["b"]]["passages"]) in link["role"][0]
        assert link["summary"] == [NOTICE]
    texts = [e["properties"]["bodyText"] for e in ftm if e["schema"] in {"PlainText", "Email"}]
    assert len(texts) == 3


def test_followthemoney_reads_mentions_posts_and_roles(archive: Bolt, ftm: list[dict[str, Any]]) -> None:
    """As many as the store holds, none of them pointing to what is not there."""
    count = Counter(entity["schema"] for entity in ftm)
    counted = archive.read(
        "RETURN COUNT { MATCH (d)-[n:NAMES]->(e) RETURN DISTINCT d, e, n.name } AS mentions,"
        " COUNT { ()-[:HOLDS]->() } AS posts,"
        " COUNT { ()-[:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED]->() } AS roles"
    )[0]
    assert count["Mention"] == counted["mentions"]
    assert count["Employment"] + count["UnknownLink"] - len(links(archive)) == counted["posts"]
    assert count["Documentation"] == counted["roles"]
    ids = {entity["id"] for entity in ftm}
    for entity in ftm:
        for name in ("document", "resolved", "entity", "employee", "employer", "subject", "object", "proof", "parent"):
            assert set(entity["properties"].get(name, [])) <= ids


def test_a_part_for_followthemoney_points_to_nothing_outside(exported: Any) -> None:
    """Documents that prove its links come with it."""
    read = json.loads(read_by("ftm", "read_with_ftm.py", exported(Form.FTM, "los-zetas")))
    ids = {entity["id"] for entity in read["entities"]}
    assert read["faults"] == []
    assert any(entity["schema"] == "PlainText" for entity in read["entities"])
    for entity in read["entities"]:
        for name in ("document", "resolved", "entity", "employee", "employer", "subject", "object", "proof", "parent"):
            assert set(entity["properties"].get(name, [])) <= ids
