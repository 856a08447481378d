"""What the store holds, read by a query of its own, to compare exports with."""

from typing import Any

from graph.bolt import Bolt
from graph.exchange.clean import clean

NODES = """
MATCH (e:Entity)
OPTIONAL MATCH (d:Document)-[:NAMES]->(e) WHERE d.date_source <> 'stamped'
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.aliases AS aliases, e.mentions AS mentions,
  e.documents AS documents, min(d.date) AS first, max(d.date) AS last
"""
LINKS = """
MATCH (a:Entity)-[r:CO_MENTIONED]-(b:Entity) WHERE a.id < b.id
RETURN a.id AS source, b.id AS target, r.passages AS passages, r.paragraphs AS paragraphs, r.documents AS documents,
  r.llr AS llr, r.npmi AS npmi, r.observed AS observed, r.expected AS expected, r.q AS q, r.first AS first,
  r.last AS last
"""


def nodes(bolt: Bolt) -> dict[str, dict[str, Any]]:
    """Return the entities by id, as files can hold them."""
    return {
        row["id"]: {k: clean(v) if isinstance(v, str) else v for k, v in row.items() if k != "id"}
        | {"aliases": [clean(alias) for alias in row["aliases"]]}
        for row in bolt.read(NODES)
    }


def links(bolt: Bolt) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the links by their ends."""
    return {
        (row["source"], row["target"]): {k: v for k, v in row.items() if k not in {"source", "target"}}
        for row in bolt.read(LINKS)
    }


def flat(values: dict[str, Any]) -> dict[str, Any]:
    """Return attributes as forms without lists and nulls have them."""
    joined = {k: " | ".join(v) if isinstance(v, list) else v for k, v in values.items()}
    return {k: v for k, v in joined.items() if v is not None}
