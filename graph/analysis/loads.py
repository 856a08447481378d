"""The loads that a store remembers."""

from dataclasses import dataclass
from datetime import datetime

from graph.answer import Items
from graph.bolt import AsyncBolt
from graph.errors import InputError
from graph.load import stamp
from graph.query import query
from graph.reading.page import page


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A load: when it began (`at`, UTC), how many documents it `added`, `replaced` of them in the place of others.

    `documents` of those it added are still there. `revision` is the store's after the load's first batch.
    """

    id: str
    at: str
    revision: int
    added: int
    replaced: int
    documents: int


async def loads(bolt: AsyncBolt, limit: int = 20, cursor: str | None = None) -> Items[LoadRow]:
    """Return the loads that added anything, the latest first; documents of an older Trama's loads belong to none."""
    here = page(limit, cursor)
    rows = await bolt.read(query("analysis_loads"), skip=here.skip, limit=here.wanted)
    return here.items([LoadRow(**row["load"], documents=row["documents"]) for row in rows])


async def first_since(bolt: AsyncBolt, since: str | None) -> LoadRow | None:
    """Return the first load from a load or moment on; the last load for None; None where there is none.

    `since` is a load's id, or a date or time (ISO 8601; UTC where it names no zone). Raises InputError for any other.
    """
    known = since is None or bool(await bolt.read(query("analysis_load_known"), id=since))
    at = None if known or since is None else _moment(since)
    rows = await bolt.read(query("analysis_load_since"), id=since, at=at)
    return LoadRow(**rows[0]["load"], documents=rows[0]["documents"]) if rows else None


def _moment(since: str) -> str:
    try:
        return stamp(datetime.fromisoformat(since))
    except ValueError as error:
        raise InputError(f"{since!r} is neither a load of this store nor a date or time such as 2026-11-24.") from error
