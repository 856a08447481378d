"""Single questions to the store, for commands: connect, ask, let go."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from api.progress import connected
from graph import console
from graph.answer import Items, Stats, Table
from graph.bolt import AsyncBolt
from graph.reader import Reader
from graph.reading import audit
from graph.reading.audit import ActRow
from graph.settings import Settings

T = TypeVar("T")


def ask_cypher(settings: Settings, query: str) -> Table:
    """Return the answer of a reading query. Raises QueryRefusedError for any other."""
    return asked(settings, lambda bolt: console.ask(bolt, query, {}))


def ask_stats(settings: Settings) -> Stats:
    """Return what the store holds."""
    return asked(settings, lambda bolt: Reader(bolt).stats())


def ask_acts(settings: Settings, what: str | None, about: str | None, who: str | None, limit: int) -> Items[ActRow]:
    """Return the latest acts of the audit trail."""
    return asked(settings, lambda bolt: audit.acts(bolt, what=what, about=about, who=who, limit=limit))


def asked(settings: Settings, question: Callable[[AsyncBolt], Awaitable[T]]) -> T:
    """Return the answer to one question, over a connection of its own."""
    address = connected(settings)

    async def answered() -> T:
        bolt = AsyncBolt(address)
        try:
            return await question(bolt)
        finally:
            await bolt.close()

    return asyncio.run(answered())
