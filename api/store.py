"""The service's connection to its Neo4j, which may come late, go away and come back."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

import anyio

from graph.bolt import Address, AsyncBolt, Bolt
from graph.connection import connect_address
from graph.errors import StoreUnavailableError, TramaError
from graph.reader import Reader
from graph.settings import Settings
from graph.writer import Writer

RETRY = 2.0
"""Seconds between two tries to reach a store that is away."""

LOOK = 30.0
"""Seconds after which a connection that nobody complained of is looked at all the same."""

PATIENCE = 5.0
"""Seconds that a store has to show that it answers."""

AWAY = "Neo4j does not answer just now; the service goes on trying to reach it."
"""All that clients are told; the log says more, which may name folders and addresses."""

FIRST = 5.0
"""Seconds that the service waits for its first connection before it answers without one."""

_log = logging.getLogger(__name__)


class Store:
    """Keeps one connection open in the background, and opens a new one when it is lost.

    A local Neo4j that stopped is started again by that; one of the user's own is waited for. Requests never wait: as
    long as there is no connection they are refused with StoreUnavailableError. `on_open` is told where each new
    connection leads to.
    """

    def __init__(self, settings: Settings, on_open: Callable[[Address], object] | None = None) -> None:
        self._settings = settings
        self._on_open = on_open
        self._address: Address | None = None
        self._bolt: AsyncBolt | None = None
        self._trouble = ""
        self._doubted = asyncio.Event()
        self._tried = asyncio.Event()

    @contextlib.asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Keep the connection for the length of the block."""
        keeper = asyncio.create_task(self._keep())
        await _within(FIRST, self._tried)
        try:
            yield
        finally:
            keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeper
            await self._close()

    @property
    def bolt(self) -> AsyncBolt:
        """The connection. Raises StoreUnavailableError while there is none."""
        if self._bolt is None:
            raise StoreUnavailableError(AWAY)
        return self._bolt

    @property
    def address(self) -> Address:
        """Where the store is, for a synchronous connection. Raises StoreUnavailableError while it is away."""
        if self._address is None:
            raise StoreUnavailableError(AWAY)
        return self._address

    def doubt(self) -> None:
        """Tell that the connection failed somebody: it is looked at, and opened anew if it is broken."""
        self._doubted.set()

    async def check(self) -> None:
        """Raise StoreUnavailableError unless the store answers just now and is ready to be read."""
        try:
            async with asyncio.timeout(PATIENCE):
                await Reader(self.bolt).ready()
        except TimeoutError as error:
            raise StoreUnavailableError(AWAY) from error

    async def _keep(self) -> None:
        while True:
            connected = await self._is_connected()
            self._tried.set()
            await _within(LOOK if connected else RETRY, self._doubted if connected else None)
            self._doubted.clear()

    async def _is_connected(self) -> bool:
        try:
            if self._bolt is None:
                await self._open()
            else:
                await self.check()
        except Exception as error:  # noqa: BLE001 - whatever it was (a full disk, a folder in the way) may pass
            foreseen = isinstance(error, TramaError)
            trouble = str(error) if foreseen else f"The store could not be reached ({type(error).__name__}: {error})."
            if trouble != self._trouble:
                _log.warning("%s", trouble, exc_info=None if foreseen else error)
            self._trouble = trouble
            await self._close()
            return False
        self._trouble = ""
        return True

    async def _open(self) -> None:
        self._address = await anyio.to_thread.run_sync(_prepared, self._settings, abandon_on_cancel=True)
        self._bolt = AsyncBolt(self._address)
        if self._on_open is not None:
            self._on_open(self._address)

    async def _close(self) -> None:
        bolt, self._bolt, self._address = self._bolt, None, None
        if bolt is not None:
            with contextlib.suppress(Exception):  # a connection that is broken may break once more
                await bolt.close()


async def _within(seconds: float, event: asyncio.Event | None = None) -> None:
    """Wait for an event, or for none, at most so long."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await (event or asyncio.Event()).wait()


def _prepared(settings: Settings) -> Address:
    """Find or start the store, see that its schema stands, and return its address."""
    address = connect_address(settings)
    with Bolt(address) as bolt:
        Writer(bolt).prepare()
    return address
