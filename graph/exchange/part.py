"""What is exported: the whole store, or some entities with all that are named with them."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Self

from graph.bolt import AsyncBolt, Row
from graph.errors import StoreUnavailableError
from graph.exchange.link import Link, link_of
from graph.exchange.node import Node, node_of
from graph.query import query
from graph.reading.entities import rows_of

ENTITIES_AT_ONCE = 500
LINKS_AT_ONCE = 5000
"""What is read at a time, and so held in memory: so many entities, or fewer that have so many links between them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one store, read in order of id and a page at a time: memory does not grow with the store.

    `given` are the entities that were asked for, and `members` these and all that are named with them, as pairs of id
    and number of links; both are None for the whole store.
    """

    bolt: AsyncBolt
    revision: int
    given: tuple[str, ...] | None = None
    members: tuple[tuple[str, int], ...] | None = None

    @classmethod
    async def of(cls, bolt: AsyncBolt, ids: Sequence[str] | None = None) -> Self:
        """Return the part around some entities, or the whole store without any; raises NotFoundError."""
        revision = await _revision(bolt)
        if not ids:
            return cls(bolt, revision)
        given = tuple(await rows_of(bolt, list(dict.fromkeys(ids))))
        rows = await bolt.read(query("export_ids_around"), ids=list(given))
        return cls(bolt, revision, given, tuple((row["id"], row["links"]) for row in rows))

    @property
    def among(self) -> list[str] | None:
        """The ids of the members, for queries; None for the whole store."""
        return None if self.members is None else [id_ for id_, _ in self.members]

    async def pages(self) -> AsyncIterator[list[str]]:
        """Give the ids of the entities, as many at a time as may be read at once."""
        page: list[str] = []
        weight = 0
        async for id_, links in self._ids():
            if page and (len(page) == ENTITIES_AT_ONCE or weight + links > LINKS_AT_ONCE):
                yield page
                page, weight = [], 0
            page.append(id_)
            weight += links
        if page:
            yield page

    async def nodes(self) -> AsyncIterator[Node]:
        """Give every entity."""
        async for ids in self.pages():
            for row in await self.bolt.read(query("export_entities"), ids=ids):
                yield node_of(row)

    async def links(self) -> AsyncIterator[Link]:
        """Give every link between these entities, once."""
        async for ids in self.pages():
            for row in await self.rows("export_links", ids):
                yield link_of(row)

    async def rows(self, name: str, ids: Sequence[str], **parameters: object) -> list[Row]:
        """Return the rows of an export query about some of the entities and the others of this part."""
        return await self.bolt.read(query(name), ids=list(ids), among=self.among, **parameters)

    async def check(self) -> None:
        """Raise StoreUnavailableError where the store was written to since: what was read then fits no one state."""
        if await _revision(self.bolt) != self.revision:
            raise StoreUnavailableError("The store was written to while it was exported: export again.")

    async def _ids(self) -> AsyncIterator[tuple[str, int]]:
        if self.members is not None:
            for member in self.members:
                yield member
            return
        after = ""
        while rows := await self.bolt.read(query("export_ids"), after=after, limit=ENTITIES_AT_ONCE):
            for row in rows:
                yield row["id"], row["links"]
            after = rows[-1]["id"]


async def _revision(bolt: AsyncBolt) -> int:
    rows = await bolt.read(query("read_revision"))
    if not rows:
        raise StoreUnavailableError("The store is not made ready yet: load documents into it.")
    return int(rows[0]["revision"])
