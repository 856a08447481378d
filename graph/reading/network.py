"""Reading a part of the graph: some entities, their strongest neighbours, and every link among them."""

from dataclasses import replace
from typing import Any

from graph.answer import Edge, EntityRow, Network, Weight
from graph.bolt import AsyncBolt
from graph.errors import InputError
from graph.reading.entities import entity_row, rows_of
from graph.reading.judged import judged, weighed
from graph.reading.rows import read_rows

MAX_NODES = 2000
SHARES: dict[int, tuple[float, ...]] = {1: (1.0,), 2: (0.5, 1.0), 3: (0.4, 0.7, 1.0)}
"""For each depth, how much of the limit nodes may fill after each hop, so that near leave room for far."""


async def network(bolt: AsyncBolt, ids: list[str], depth: int, limit: int, *, obey: bool = False) -> Network:
    """Return the given entities and their strongest neighbours, at most `limit` nodes, with all edges among them.

    Where verdicts are obeyed, sentences and edges that they speak against count for nothing, and an edge of which
    nothing is left is left out. Raises NotFoundError for an unknown id, InputError for a depth or limit that is none.
    """
    if depth not in SHARES:
        raise InputError(f"A depth lies between 1 and {max(SHARES)}.")
    if not 1 <= limit <= MAX_NODES:
        raise InputError(f"A network's limit lies between 1 and {MAX_NODES} nodes.")
    asked = list(dict.fromkeys(ids))
    if not asked:
        raise InputError("A network begins with at least one entity.")
    nodes: dict[str, EntityRow] = await rows_of(bolt, asked[:limit])
    truncated = len(asked) > limit
    frontier = list(nodes)
    for share in SHARES[depth]:
        room = max(0, round(limit * share) - len(nodes))
        hop: dict[str, Any] = {"frontier": frontier, "seen": list(nodes), "limit": room + 1}
        losses = await (await judged(bolt, frontier)).losses() if obey else {}
        if losses:
            lost = {" ".join(both): loss.counts for both, loss in losses.items()}
            rows = await read_rows(bolt, "read_hop_obeying", lost=lost, **hop)
        else:
            rows = await read_rows(bolt, "read_hop", **hop)
        truncated = truncated or len(rows) > room
        near = [entity_row(row) for row in rows[:room]]
        nodes |= {entity.id: entity for entity in near}
        frontier = [entity.id for entity in near]
    return Network(list(nodes.values()), await _edges(bolt, list(nodes), obey=obey), truncated)


async def _edges(bolt: AsyncBolt, ids: list[str], *, obey: bool) -> list[Edge]:
    rows = await read_rows(bolt, "read_edges", ids=ids)
    said = await judged(bolt, ids, within=True)
    edges = [Edge(source, target, Weight(*weight), said.of(source, target)) for source, target, *weight in rows]
    losses = await said.losses() if obey else {}
    if not losses:
        return edges
    left = [replace(e, weight=weighed(e.weight, losses.get((e.source, e.target)))) for e in edges]
    left.sort(key=lambda e: (-e.weight.passages, -e.weight.paragraphs, e.source, e.target))
    return [edge for edge in left if edge.weight.paragraphs]
