"""Reading the links among some entities, and no others."""

from dataclasses import dataclass

from graph.answer import Edge, EntityRow, Weight
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.entities import rows_of

_COUNTED = ("passages", "paragraphs", "documents", "llr", "npmi", "observed", "expected", "q")


@dataclass(frozen=True, slots=True)
class Among:
    """Some entities and the strongest of the `links` that they have among themselves."""

    nodes: list[EntityRow]
    edges: list[Edge]
    links: int


async def among(bolt: AsyncBolt, ids: list[str], first: list[str], limit: int) -> Among:
    """Return these entities, in this order, and at most `limit` links between two of them.

    The links of the entities in `first` come before others, then those that more passages name. Raises NotFoundError.
    """
    nodes = await rows_of(bolt, list(dict.fromkeys(ids)))
    rows = await bolt.read(query("read_among"), ids=list(nodes), first=first, limit=limit)
    edges = [
        Edge(row["source"], row["target"], Weight(**dict(zip(_COUNTED, row["weight"], strict=True)))) for row in rows
    ]
    return Among(list(nodes.values()), edges, rows[0]["total"] if rows else 0)
