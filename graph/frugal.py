"""A limit to the memory of one reader's query; Neo4j's own settings have one for all, the loader among them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import uuid4

from graph.bolt import AsyncBolt, was_ended
from graph.errors import QueryRefusedError, StoreUnavailableError
from graph.query import query

MOST_BYTES = 200_000_000
"""What rows that a query keeps (to sort, collect, tell apart) may take of Neo4j's heap: that is 512 MB at least."""

LOOK_SECONDS = 0.1
PATIENCE = 2.0


@asynccontextmanager
async def frugal(bolt: AsyncBolt, most: int = MOST_BYTES) -> AsyncIterator[dict[str, str]]:
    """Give what a transaction has to be begun with, as `metadata`, so that it is stopped where it takes more memory.

    Neo4j counts what rows take, not what a single expression does while it is worked out. Raises QueryRefusedError in
    the place of what a query that was stopped fails with. A server that does not let its user look at transactions
    stops none.
    """
    reader = str(uuid4())
    watch = asyncio.create_task(_stopped(bolt, reader, most))
    watch.add_done_callback(lambda done: done.cancelled() or done.exception())  # a server may refuse to be looked at
    try:
        yield {"reader": reader}
    except Exception as error:
        if was_ended(error) and await _has_stopped(watch):
            raise QueryRefusedError(
                f"The query was stopped at its memory limit of {most // 1_000_000} MB. Ask for less: sort, collect and "
                "tell apart fewer rows."
            ) from error
        raise
    finally:
        watch.cancel()


async def _stopped(bolt: AsyncBolt, reader: str, most: int) -> None:
    """Look until the transaction had to be stopped."""
    stopped = 0
    while not stopped:
        await asyncio.sleep(LOOK_SECONDS)
        with suppress(StoreUnavailableError):  # a server short of memory pauses: just then the watch must go on
            stopped = (await bolt.read(query("stop_large"), reader=reader, most=most))[0]["stopped"]


async def _has_stopped(watch: "asyncio.Task[None]") -> bool:
    """Tell whether the watch has stopped it; the answer to the watch may come after the query has failed of it."""
    await asyncio.wait([watch], timeout=PATIENCE)
    return watch.done() and not watch.cancelled() and watch.exception() is None
