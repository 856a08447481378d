"""The word for the store's state, asked for once by all who ask at one time."""

import asyncio

from api.store import Store
from graph.errors import StoreUnavailableError
from graph.reader import Reader


class States:
    """Asks for the state of the store; who comes while a question is under way shares the next one with all others.

    The one under way may have been answered before a change that the asker knows of: an answer is only ever given to
    those who were there before its question was sent.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._under_way: asyncio.Task[str | None] | None = None
        self._next: asyncio.Task[str | None] | None = None

    async def now(self) -> str | None:
        """Return the word for the state, None without connection or store. Raises StoreUnavailableError."""
        if self._next is None:
            self._next = asyncio.create_task(self._after(self._under_way))
            self._next.add_done_callback(lambda done: done.cancelled() or done.exception())  # were all askers gone
        return await asyncio.shield(self._next)

    async def _after(self, before: asyncio.Task[str | None] | None) -> str | None:
        if before is not None:
            await asyncio.wait([before])
        self._under_way, self._next = self._next, None
        try:
            bolt = self._store.bolt
        except StoreUnavailableError:
            return None
        return await Reader(bolt).state()
