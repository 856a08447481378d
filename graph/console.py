"""The Cypher console: a reader's own query, judged by the guard and run within limits.

The one place where query text comes from outside.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from graph.answer import Table
from graph.bolt import AsyncBolt, AsyncTransaction, Session, Summary, translating
from graph.errors import InputError, QueryRefusedError, QueryTimedOutError
from graph.frugal import MOST_BYTES, frugal
from graph.guard import check_plan, check_text, operators
from graph.plain import Count, plain
from graph.refusal import told
from graph.statement import split_mode

MAX_CHARACTERS = 20_000
MAX_BYTES = 8_000_000
"""How much of an answer's JSON is given, about; the rest is cut, and the answer says so."""
GRACE_SECONDS = 2.0
"""How long Neo4j may take, past the time limit, to stop a query or to answer at all."""
EXPLAIN = "EXPLAIN "
_PLAN_COLUMNS = {
    "EXPLAIN": {"details": "Details", "estimated rows": "EstimatedRows"},
    "PROFILE": {"details": "Details", "estimated rows": "EstimatedRows", "rows": "Rows", "db hits": "DbHits"},
}


async def ask(
    bolt: AsyncBolt,
    query: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    row_limit: int = 1000,
    seconds: float = 10,
    memory: int = MOST_BYTES,
) -> Table:
    """Return the answer of a reading query; of one that begins with EXPLAIN or PROFILE, its plan as a table.

    The query is explained first, and run in READ mode in an explicit transaction (a managed one would try an
    out-of-memory query again) that is stopped after `seconds`, or where its rows take more than `memory` bytes. Raises
    QueryRefusedError, with a sentence that says why, for a query that is wrong, asks for more than reading, or passes
    such a limit; InputError for parameters
    that are no values of Cypher; StoreUnavailableError.
    """
    if len(query) > MAX_CHARACTERS:
        raise QueryRefusedError(f"Refused: a query is at most {MAX_CHARACTERS:,} characters long.")
    # Text and values from outside may keep a processor busy for a while: others are answered meanwhile.
    mode, body = await asyncio.to_thread(_checked, query)
    async with _limited(seconds), bolt.session() as session:
        database, _ = await _explain(session, "RETURN 1", {}, seconds)
        try:
            _, summary = await _explain(session, body, dict(parameters or {}), seconds)
        except QueryTimedOutError:
            raise
        except QueryRefusedError as error:
            cut = (_common(query, body), len(query) - len(body))
            raise QueryRefusedError(told(str(error), query, len(EXPLAIN), cut)) from error
        plan = summary.plan or {}
        check_plan(plan, summary.query_type, database)
        if mode == "EXPLAIN":
            return _plan_table(plan, mode)
        text = f"{mode} {body}" if mode else body
        async with frugal(bolt, memory) as metadata, await session.begin_transaction(metadata, seconds) as tx:
            return await _run(tx, text, dict(parameters or {}), row_limit)


def _checked(query: str) -> tuple[str, str]:
    """Return the mode and the rest of a query whose words the guard lets pass."""
    mode, body = split_mode(query)
    check_text(body)
    return mode, body


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginnings."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@asynccontextmanager
async def _limited(seconds: float) -> AsyncIterator[None]:
    """Stop waiting some time after Neo4j should have stopped by itself.

    It does not answer at all where its parser ran out of stack (`RETURN ((((…))))`).
    """
    late = (
        f"The query was stopped at its time limit of {seconds:g} seconds. Ask for less: a LIMIT, a label, fewer hops."
    )
    try:
        async with asyncio.timeout(seconds + GRACE_SECONDS):
            yield
    except (TimeoutError, QueryTimedOutError) as error:
        raise QueryTimedOutError(late) from error


async def _explain(session: Session, query: str, parameters: dict[str, Any], seconds: float) -> tuple[str, Summary]:
    """Return the database that a query's plan begins with, and the summary that holds the plan."""
    async with await session.begin_transaction(timeout=seconds) as tx:
        try:
            with translating():
                result = await tx.run(f"{EXPLAIN}{query}", parameters)
        except (OverflowError, TypeError, ValueError) as error:
            raise InputError(f"The parameters or the query cannot be sent to Neo4j: {error}") from error
        with translating():
            summary = await result.consume()
    if summary.plan is None:
        raise QueryRefusedError("Refused: Neo4j gives no plan for it.")
    return next(operators(summary.plan)).database, summary


async def _run(tx: AsyncTransaction, query: str, parameters: dict[str, Any], row_limit: int) -> Table:
    rows: list[list[Any]] = []
    room = _Room(MAX_BYTES)
    truncated = False
    result = await tx.run(query, parameters)
    async for record in result:
        row = None if len(rows) == row_limit else await asyncio.to_thread(_row, record.values(), room.take)
        if row is None:
            truncated = True
            break
        rows.append(row)
    columns = list(result.keys())
    summary = await result.consume()
    if summary.profile is not None:
        return _plan_table(summary.profile, "PROFILE")
    return Table(columns, rows, truncated)


class _FullError(Exception):
    """The answer has no room for more."""


class _Room:
    """How many bytes an answer may still grow by."""

    def __init__(self, size: int) -> None:
        self._left = size

    def take(self, size: int) -> None:
        """Use some of it; raises _FullError where it is not enough."""
        self._left -= size
        if self._left < 0:
            raise _FullError


def _row(values: list[Any], count: Count) -> list[Any] | None:
    """Return a row as JSON has it, None where there is no room for it."""
    try:
        return [plain(value, count) for value in values]
    except _FullError:
        return None


def _plan_table(plan: dict[str, Any], mode: str) -> Table:
    """A plan as rows: operators indented by their depth, the root first."""
    columns = _PLAN_COLUMNS[mode]
    rows: list[list[Any]] = []

    def add(node: dict[str, Any], depth: int) -> None:
        name = "  " * depth + str(node["operatorType"]).split("@", maxsplit=1)[0]
        rows.append([name, *(plain(node.get("args", {}).get(key)) for key in columns.values())])
        for child in node.get("children", ()):
            add(child, depth + 1)

    add(plan, 0)
    return Table(["operator", *columns], rows, truncated=False)
