"""The connection: what the driver raises comes out as what it is, and nobody waits for ever."""

import asyncio
import socket
import time

import pytest
from neo4j.exceptions import ResultNotSingleError

from graph.bolt import Address, AsyncBolt, Bolt
from graph.errors import QueryTimedOutError, StoreUnavailableError


@pytest.mark.slow
def test_something_that_listens_but_never_answers_is_given_up_soon() -> None:
    """It is no Neo4j, or one that hangs."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        address = Address(f"bolt://127.0.0.1:{silent.getsockname()[1]}", "neo4j", "x", "neo4j")
        with Bolt(address) as bolt, pytest.raises(StoreUnavailableError):
            bolt.check()
        assert time.monotonic() - began < 20


def test_a_reading_query_ends_at_a_limit_of_its_own(address: Address) -> None:
    """The store is slow then; the reader's question is not wrong."""

    async def asked() -> None:
        bolt = AsyncBolt(address, read_seconds=1)
        try:
            await bolt.read("UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 0 RETURN count(x)")
        finally:
            await bolt.close()

    with pytest.raises(StoreUnavailableError, match="within 1 seconds") as late:
        asyncio.run(asked())
    assert not isinstance(late.value, QueryTimedOutError)


def test_a_misuse_of_the_driver_is_not_told_as_a_store_that_is_away(bolt: Bolt) -> None:
    """It is a bug, and must be seen as one."""
    with pytest.raises(ResultNotSingleError):
        bolt.write(lambda tx: tx.run("UNWIND [1, 2] AS x RETURN x").single(strict=True))


def test_whoever_reads_by_a_closed_connection_is_told_that_the_store_is_away(address: Address) -> None:
    """A service that lost its store closes its connection under the requests that still come."""

    async def asked() -> None:
        bolt = AsyncBolt(address)
        assert await bolt.read("RETURN 1 AS one") == [{"one": 1}]
        await bolt.close()
        await bolt.read("RETURN 1 AS one")

    with pytest.raises(StoreUnavailableError):
        asyncio.run(asked())
