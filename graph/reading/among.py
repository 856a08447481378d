"""Reading the links among some entities, and no others."""

from dataclasses import dataclass, replace

from graph.answer import Edge, EntityRow, Weight
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.entities import rows_of
from graph.reading.judged import judged, weighed

_COUNTED = ("passages", "paragraphs", "documents", "llr", "npmi", "observed", "expected", "q", "first", "last")


@dataclass(frozen=True, slots=True)
class Among:
    """Some entities and the strongest of the `links` that they have among themselves."""

    nodes: list[EntityRow]
    edges: list[Edge]
    links: int


async def among(bolt: AsyncBolt, ids: list[str], first: list[str], limit: int, *, obey: bool = False) -> Among:
    """Return these entities, in this order, and at most `limit` links between two of them.

    The links of the entities in `first` come before others, then those that more passages name. With `obey` what
    verdicts speak against does not count. Raises NotFoundError.
    """
    nodes = await rows_of(bolt, list(dict.fromkeys(ids)))
    [found] = await bolt.read(query("read_among"), ids=list(nodes), first=first, limit=limit)
    said = await judged(bolt, nodes, within=True)
    edges = [
        Edge(source, target, Weight(**dict(zip(_COUNTED, weight, strict=True))), said.of(source, target))
        for source, target, *weight in found["rows"]
    ]
    if obey:
        losses = await said.losses()
        edges = [replace(e, weight=weighed(e.weight, losses.get((e.source, e.target)))) for e in edges]
        edges = [edge for edge in edges if edge.weight.paragraphs]
    return Among(list(nodes.values()), edges, found["total"])
