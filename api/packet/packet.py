"""What an evidence packet holds, read from the store while it is written."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from graph.answer import Edge, EntityRow, Evidence
from graph.bolt import AsyncBolt
from graph.fingerprint import fingerprint
from graph.reader import Reader
from graph.reading.among import among_pairs

SENTENCES = 200
"""The most texts of one link; a packet says where there are more."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a packet comes from: the view's address, the store's fingerprint, the program's version, when (UTC)."""

    title: str
    address: str
    store: str
    program: str
    made: str
    scope: str
    links: int


@dataclass(frozen=True, slots=True)
class Link:
    """One link with its texts; `more` says that there are others."""

    a: EntityRow
    b: EntityRow
    edge: Edge | None
    texts: list[Evidence]
    more: bool


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet that was begun: what comes first, and what each link says, read one by one."""

    head: Head
    entities: dict[str, EntityRow]
    edges: dict[frozenset[str], Edge]
    pairs: list[tuple[str, str]]
    bolt: AsyncBolt

    async def links(self) -> AsyncIterator[Link]:
        """Give every link with its sentences, in the order that was asked for."""
        reader = Reader(self.bolt)
        for a, b in self.pairs:
            found = await reader.evidence(a, b, scope=self.head.scope, limit=SENTENCES)
            edge = self.edges.get(frozenset((a, b)))
            yield Link(self.entities[a], self.entities[b], edge, found.items, found.next is not None)


async def begin(bolt: AsyncBolt, title: str, address: str, scope: str, pairs: Sequence[tuple[str, str]]) -> Packet:
    """Read what comes before the links; raises NotFoundError for an unknown entity."""
    found = await among_pairs(bolt, (end for pair in pairs for end in pair), pairs)
    entities = {row.id: row for row in found.nodes}
    edges = {frozenset((edge.source, edge.target)): edge for edge in found.edges}
    made = datetime.now(UTC).isoformat(timespec="seconds")
    head = Head(title, address, await fingerprint(bolt), version("trama"), made, scope, len(pairs))
    return Packet(head, entities, edges, list(pairs), bolt)
