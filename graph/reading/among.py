"""Reading the links among some entities, and no others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from graph.answer import Edge, EntityRow, Weight
from graph.bolt import AsyncBolt
from graph.comention import Pair, pair
from graph.query import query
from graph.reading.entities import rows_of
from graph.reading.judged import Judged, judged, weighed

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
    edges = _edges(found["rows"], said)
    if obey:
        losses = await said.losses()
        edges = [replace(e, weight=weighed(e.weight, losses.get((e.source, e.target)))) for e in edges]
        edges = [edge for edge in edges if edge.weight.paragraphs]
    return Among(list(nodes.values()), edges, found["total"])


async def among_pairs(bolt: AsyncBolt, ids: Iterable[str], pairs: Iterable[Pair]) -> Among:
    """Return these entities, in this order, and the links between those two of them that are named as a pair.

    However weak they are. Pairs that have no link, or an end that is not among the entities, give none. Raises
    NotFoundError.
    """
    nodes = await rows_of(bolt, list(dict.fromkeys(ids)))
    wanted = sorted({pair(a, b) for a, b in pairs if a in nodes and b in nodes and a != b})
    [found] = await bolt.read(query("read_among_pairs"), pairs=wanted)
    edges = _edges(found["rows"], await judged(bolt, nodes, within=True))
    return Among(list(nodes.values()), edges, len(edges))


def _edges(rows: Iterable[list[Any]], said: Judged) -> list[Edge]:
    return [
        Edge(source, target, Weight(**dict(zip(_COUNTED, weight, strict=True))), said.of(source, target))
        for source, target, *weight in rows
    ]
