"""The connection to Neo4j: the one module that imports `neo4j`.

Queries are constant text with `$parameters`. What the driver raises comes out as Trama's own errors.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Self, TypeVar, cast

import neo4j
import neo4j.graph
import neo4j.spatial
import neo4j.time
import neo4j.vector
from neo4j import exceptions

from graph.errors import (
    ConfigurationError,
    QueryRefusedError,
    QueryTimedOutError,
    StoreBrokenError,
    StoreUnavailableError,
    TramaError,
)

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 2.0
READ_SECONDS = 30.0
"""How long one reading query of the service may take before Neo4j stops it."""
GRACE_SECONDS = 5.0
"""How much longer its end is waited for."""
RETRY_PAUSE = 0.2
FETCHED = 1000
"""How many rows the server sends at a time to who reads them one by one; -1 is all."""
T = TypeVar("T")
Row = dict[str, Any]
Transaction = neo4j.ManagedTransaction

Node = neo4j.graph.Node
Relationship = neo4j.graph.Relationship
Path = neo4j.graph.Path
Point = neo4j.spatial.Point
Vector = neo4j.vector.Vector
Temporal = neo4j.time.Date | neo4j.time.Time | neo4j.time.DateTime | neo4j.time.Duration
"""Dates, times and durations: each has `iso_format()`."""
Record = neo4j.Record
Session = neo4j.AsyncSession
AsyncTransaction = neo4j.AsyncTransaction
Summary = neo4j.ResultSummary


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j listens and how to be let in; `password` None means a server without authentication."""

    uri: str
    username: str
    password: str | None = field(repr=False)
    database: str

    @property
    def auth(self) -> tuple[str, str] | None:
        """The driver's form of the credentials."""
        return None if self.password is None else (self.username, self.password)


_OPTIONS: dict[str, Any] = {
    # A property that nothing has yet, such as those that analysis keeps, is nothing to tell a user of.
    "notifications_min_severity": neo4j.NotificationMinimumSeverity.OFF,
    # Something else may listen at the address, and never say a word of Bolt.
    "connection_timeout": CONNECT_SECONDS,
    "connection_acquisition_timeout": 2 * CONNECT_SECONDS,
    "telemetry_disabled": True,
}
_AWAY = (exceptions.ServiceUnavailable, exceptions.SessionExpired, exceptions.ConnectionPoolError)
"""What the driver raises when the server is away."""
_BROKEN = ("Neo.DatabaseError.Transaction.", "Neo.DatabaseError.General.", "Neo.DatabaseError.Database.")
"""The codes of failures that are the server's own, and not of a query."""
_SILENT = "Neo4j does not answer just now."


def translated(error: exceptions.Neo4jError | exceptions.DriverError) -> Exception:
    """Return Trama's error for one of the driver's; a misuse of the driver is a bug, and comes back as it is."""
    if isinstance(error, exceptions.AuthError):
        return ConfigurationError("Neo4j refused the user name or password: check NEO4J_USERNAME and NEO4J_PASSWORD.")
    if isinstance(error, exceptions.ConfigurationError):
        return ConfigurationError(f"The address of Neo4j cannot be used: {error}")
    if isinstance(error, exceptions.Neo4jError):
        return _of_server(error)
    return StoreUnavailableError(_SILENT) if isinstance(error, _AWAY) else error


def _of_server(error: exceptions.Neo4jError) -> TramaError:
    code = error.code or ""
    if "TransactionTimedOut" in code:
        return QueryTimedOutError("The query ran past its time limit and was stopped.")
    if "OutOfMemory" in code:
        return QueryRefusedError("The query needs more memory than a query may use.")
    if isinstance(error, exceptions.DatabaseError) and code.startswith(_BROKEN):
        return StoreBrokenError(f"Neo4j cannot go on, as when its disk is full: {error.message or code}")
    if isinstance(error, exceptions.TransientError):
        return StoreUnavailableError(_SILENT)
    return QueryRefusedError(error.message or str(error))


def was_ended(error: BaseException) -> bool:
    """Tell whether the driver raised this because somebody ended the transaction."""
    return isinstance(error, exceptions.Neo4jError) and "TransactionTerminated" in (error.code or "").replace(".", "")


@contextmanager
def translating() -> Iterator[None]:
    """Let what the driver raises inside the block come out as Trama's errors."""
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        told = translated(error)
        if told is error:
            raise
        raise told from error


class Bolt:
    """A synchronous connection, for loading and the command line. Use it as a context manager."""

    def __init__(self, address: Address) -> None:
        with translating():
            self._driver = neo4j.GraphDatabase.driver(address.uri, auth=address.auth, **_OPTIONS)
        self._database = address.database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.close()

    def check(self) -> None:
        """Raise StoreUnavailableError or ConfigurationError unless the server answers."""
        with translating():
            self._driver.verify_connectivity()

    def read(self, query: str, **parameters: object) -> list[Row]:
        """Return the rows of a reading query."""
        return self._within(lambda session: session.execute_read(_rows, query, parameters))

    def run(self, query: str, **parameters: object) -> list[Row]:
        """Run a query in a transaction of its own (a schema command, `CALL … IN TRANSACTIONS`) and return its rows."""
        return self._within(lambda session: [record.data() for record in session.run(query, parameters)])

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction, which is committed when it returns and rolled back when it raises."""
        return self._within(lambda session: session.execute_write(work))

    @contextmanager
    def held(self, work: Callable[[Transaction], T]) -> Iterator[T]:
        """Give what `work` returns in a transaction that stays open, with its locks, and is rolled back in the end.

        The server may go away meanwhile.
        """
        session = self._driver.session(database=self._database)
        try:
            with translating():
                given = work(cast("Transaction", session.begin_transaction()))
            yield given
        finally:
            with suppress(exceptions.Neo4jError, exceptions.DriverError, OSError):
                session.close()  # and with it the transaction

    def _within(self, work: Callable[[neo4j.Session], T]) -> T:
        with translating(), self._driver.session(database=self._database) as session:
            return work(session)


class AsyncBolt:
    """An asynchronous connection, for the service's reading. Close it when done."""

    def __init__(self, address: Address, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._closed = False
        with translating():
            self._driver = neo4j.AsyncGraphDatabase.driver(
                address.uri,
                auth=address.auth,
                # Somebody waits for the answer: a server that went away is told of in seconds, not in half a minute.
                max_transaction_retry_time=RETRY_SECONDS,
                **_OPTIONS,
            )
        self._database = address.database

    async def close(self) -> None:
        """Close every connection; whoever still reads is told that the store is away."""
        self._closed = True
        await self._driver.close()

    async def check(self) -> None:
        """Raise StoreUnavailableError or ConfigurationError unless the server answers."""
        with translating():
            await self._driver.verify_connectivity()

    async def read(self, query: str, **parameters: object) -> list[Row]:
        """Return the rows of a reading query; raises StoreUnavailableError where they take `READ_SECONDS` or longer.

        They come in one round trip, by a transaction that the server commits itself, and all at once. A row costs some
        40 µs here however small it is: a query for many does well to return one row that holds a list.
        """
        try:
            async with asyncio.timeout(self._read_seconds + GRACE_SECONDS):
                return await self._read_again(neo4j.Query(query, timeout=self._read_seconds), parameters)
        except (QueryTimedOutError, TimeoutError) as error:
            raise StoreUnavailableError(
                f"Neo4j did not answer within {self._read_seconds:g} seconds. Ask for less, or try again later."
            ) from error

    async def _read_again(self, query: neo4j.Query, parameters: dict[str, object]) -> list[Row]:
        """Read, and while the server is away try again for `RETRY_SECONDS`: a kept connection may be a dead one."""
        begun = monotonic()
        while True:
            try:
                async with self.session(fetch_size=-1) as session:
                    result = await session.run(query, parameters)
                    keys = result.keys()
                    return [dict(zip(keys, values, strict=True)) for values in await result.values()]
            except StoreUnavailableError:
                if self._closed or monotonic() - begun > RETRY_SECONDS:
                    raise
            await asyncio.sleep(RETRY_PAUSE)

    @asynccontextmanager
    async def session(self, fetch_size: int = FETCHED) -> AsyncIterator[neo4j.AsyncSession]:
        """Give a session in READ mode, for the guarded console, which needs plans and explicit transactions."""
        try:
            with translating():
                mode = neo4j.READ_ACCESS
                async with self._driver.session(
                    database=self._database, default_access_mode=mode, fetch_size=fetch_size
                ) as session:
                    yield session
        except Exception as error:
            if self._closed and not isinstance(error, TramaError):  # the driver has many words for a lost connection
                raise StoreUnavailableError(_SILENT) from error
            raise


def _rows(tx: neo4j.ManagedTransaction, query: str, parameters: dict[str, object]) -> list[Row]:
    return [record.data() for record in tx.run(query, parameters)]
