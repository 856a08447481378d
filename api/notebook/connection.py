"""A notebook's connection to its store, opened at the first question."""

import weakref
from collections.abc import Awaitable, Callable
from typing import TypeVar

from api.notebook.loop import Loop
from api.progress import connected
from graph.bolt import Address, AsyncBolt, Bolt
from graph.reader import Reader
from graph.settings import Settings
from graph.writer import Writer

T = TypeVar("T")


class Connection:
    """Asks one store and waits for the answer, whether or not an event loop runs in this thread."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._open: tuple[Loop, AsyncBolt] | None = None
        self._closer: Callable[[], object] | None = None

    def ask(self, question: Callable[[Reader], Awaitable[T]]) -> T:
        """Return a reader's answer."""
        return self.run(lambda bolt: question(Reader(bolt)))

    def run(self, work: Callable[[AsyncBolt], Awaitable[T]]) -> T:
        """Return what comes of work with the connection."""
        loop, bolt = self._opened()

        async def worked() -> T:
            return await work(bolt)

        return loop.run(worked())

    def analyse(self, work: Callable[[Bolt], T]) -> T:
        """Return what comes of work that takes a synchronous connection."""
        with Bolt(connected(self.settings)) as bolt:
            return work(bolt)

    def close(self) -> None:
        """Let the connection go; the next question opens another."""
        if self._closer is not None:
            self._closer()
        self._open = self._closer = None

    def _opened(self) -> tuple[Loop, AsyncBolt]:
        if self._open is None:
            address = connected(self.settings)
            with Bolt(address) as bolt:
                Writer(bolt).prepare()
            loop = Loop()
            self._open = loop, loop.run(_bolt(address))
            self._closer = weakref.finalize(self, _close, *self._open)
        return self._open


async def _bolt(address: Address) -> AsyncBolt:
    return AsyncBolt(address)


def _close(loop: Loop, bolt: AsyncBolt) -> None:
    loop.run(bolt.close())
    loop.close()
