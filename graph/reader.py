"""Reading the store: the door that the service and the command line go through."""

from collections.abc import Sequence

from graph.answer import (
    DocumentDetail,
    DocumentRow,
    EntityDetail,
    EntityRow,
    Evidence,
    Items,
    Neighbour,
    Network,
    PassageHit,
    Sizes,
    Stats,
)
from graph.bolt import AsyncBolt
from graph.errors import StoreUnavailableError
from graph.query import query
from graph.reading import documents, entities, evidence, network, paths
from graph.reading.page import page
from graph.route import Route
from graph.schema import RESTORING


class Reader:
    """Reads one store.

    Where verdicts are obeyed (`obey`), sentences and edges that one speaks against count for nothing.
    Lists give `limit` items (1 to 1000) and a cursor of the page after them. Besides what each method names, all raise
    StoreUnavailableError, and InputError for a limit, cursor, kind or scope that is none.
    """

    def __init__(self, bolt: AsyncBolt) -> None:
        self._bolt = bolt

    async def entities(
        self, q: str = "", kind: str | None = None, limit: int = 20, cursor: str | None = None
    ) -> Items[EntityRow]:
        """Find entities by name or alias: accents or none, the last word unfinished, a typo in words of five letters.

        A word of five letters or more may hold one typo, a shorter one none. All the words must be found.
        Names and aliases that are exactly `q` come first; without `q`, all come by their mentions.
        """
        return await entities.find(self._bolt, q, kind, page(limit, cursor))

    async def entity(self, id: str) -> EntityDetail:  # noqa: A002 -- the word that every caller uses
        """Return an entity; raises NotFoundError."""
        return await entities.detail(self._bolt, id)

    async def neighbours(
        self,
        id: str,  # noqa: A002 - what an identifier is called throughout
        kind: str | None = None,
        scope: str = "passage",
        limit: int = 20,
        cursor: str | None = None,
        *,
        obey: bool = False,
    ) -> Items[Neighbour]:
        """Return who is named with an entity in a passage, paragraph or document, strongest first.

        Raises NotFoundError. By document it is counted now, within a bound that the answer's note says.
        """
        return await entities.neighbours(self._bolt, id, kind, scope, page(limit, cursor), obey=obey)

    async def evidence(
        self,
        a: str,
        b: str,
        scope: str = "passage",
        limit: int = 20,
        cursor: str | None = None,
        *,
        obey: bool = False,
    ) -> Items[Evidence]:
        """Return the texts that name both entities, newest first, with the places of both; raises NotFoundError."""
        return await evidence.evidence(self._bolt, a, b, scope, page(limit, cursor), obey=obey)

    async def network(self, ids: Sequence[str], depth: int = 1, limit: int = 150, *, obey: bool = False) -> Network:
        """Return entities, their strongest neighbours up to `depth` (1 to 3) links away, and all links among them.

        At most `limit` nodes (1 to 2000). Raises NotFoundError.
        """
        return await network.network(self._bolt, list(ids), depth, limit, obey=obey)

    async def paths(self, start: str, end: str, max_hops: int = 3, k: int = 5, *, obey: bool = False) -> Items[Route]:
        """Return the best `k` (1 to 20) routes between two entities over at most `max_hops` (1 to 5) links.

        They are ranked by their weakest link's llr. Raises NotFoundError.
        """
        return await paths.paths(self._bolt, start, end, max_hops, k, obey=obey)

    async def documents(
        self, q: str = "", kind: str | None = None, limit: int = 20, cursor: str | None = None
    ) -> Items[DocumentRow]:
        """Return documents, newest first; with `q`, those whose subject, path, origin or numbers hold its words."""
        return await documents.find(self._bolt, q, kind, page(limit, cursor))

    async def document(self, id: str) -> DocumentDetail:  # noqa: A002 - likewise
        """Return a document with its source text, passages and mentions; raises NotFoundError."""
        return await documents.detail(self._bolt, id)

    async def search(self, q: str, limit: int = 20, cursor: str | None = None) -> Items[PassageHit]:
        """Return passages that hold all the words and "quoted phrases" of `q`, best first."""
        return await documents.search(self._bolt, q, page(limit, cursor))

    async def stats(self) -> Stats:
        """Count what the store holds."""
        row = (await self._bolt.read(query("read_stats")))[0]
        return Stats(
            dict(row["documents"]),
            row["versions"],
            dict(row["entities"]),
            row["passages"],
            row["mentions"],
            row["links"],
        )

    async def sizes(self) -> Sizes:
        """Count what the store holds, roughly and at once."""
        return Sizes(**(await self._bolt.read(query("read_sizes")))[0])

    async def state(self) -> str | None:
        """Return a word for the state of the store, another one after every change; None while it is not ready.

        Raises StoreUnavailableError while it is being restored from a backup, and nobody may read half of it.
        """
        rows = await self._bolt.read(query("read_revision"))
        if rows and rows[0]["restoring"]:
            raise StoreUnavailableError(RESTORING)
        return f"{rows[0]['revision']}.{rows[0]['remarks']}.{rows[0]['stamp'][:8]}" if rows else None

    async def ready(self) -> None:
        """Raise StoreUnavailableError unless the server answers and the store was made ready to be read."""
        if await self.state() is None:
            raise StoreUnavailableError("The store is not made ready yet: load documents into it.")
