"""Reading a part of the graph: some entities, their strongest neighbours, and every link among them."""

from graph.answer import Edge, EntityRow, Network, Weight
from graph.bolt import AsyncBolt
from graph.errors import InputError
from graph.query import query
from graph.reading.entities import entity_row, rows_of

MAX_NODES = 2000
SHARES: dict[int, tuple[float, ...]] = {1: (1.0,), 2: (0.5, 1.0), 3: (0.4, 0.7, 1.0)}
"""For each depth, how much of the limit nodes may fill after each hop, so that near leave room for far."""


async def network(bolt: AsyncBolt, ids: list[str], depth: int, limit: int) -> Network:
    """Return the given entities and their strongest neighbours, at most `limit` nodes, with all edges among them.

    Raises NotFoundError for an unknown id, InputError for a depth or limit that is none.
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
        rows = await bolt.read(query("read_hop"), frontier=frontier, seen=list(nodes), limit=room + 1)
        truncated = truncated or len(rows) > room
        near = [entity_row(row["entity"]) for row in rows[:room]]
        nodes |= {entity.id: entity for entity in near}
        frontier = [entity.id for entity in near]
    edges = await bolt.read(query("read_edges"), ids=list(nodes))
    return Network(
        list(nodes.values()),
        [Edge(row["source"], row["target"], Weight(**row["weight"])) for row in edges],
        truncated,
    )
