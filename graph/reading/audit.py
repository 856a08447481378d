"""Reading the audit trail: who wrote what."""

from dataclasses import dataclass
from typing import Any

from graph.answer import Items
from graph.audit import as_values
from graph.bolt import AsyncBolt, Row
from graph.errors import InputError
from graph.query import query
from graph.reading.page import page

LATEST = 2**62
"""A number that no act has yet."""


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act: `who` did `what` (noun.verb) and when (UTC), the ids it is `about`, what stood there before and after."""

    id: str
    at: str
    who: str
    what: str
    about: list[str]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


async def acts(
    bolt: AsyncBolt,
    *,
    what: str | None = None,
    about: str | None = None,
    who: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Items[ActRow]:
    """Return acts, the latest first: of one noun or `noun.verb`, about one id, by one person.

    Pages do not move while acts are added: a cursor says which act they come before.
    """
    here = page(limit, None)
    rows = await bolt.read(
        query("read_acts"), before=_before(cursor), what=what, about=about, who=who, limit=here.wanted
    )
    found = [_act_row(row["act"]) for row in rows[:limit]]
    return Items(found, str(rows[limit - 1]["act"]["n"]) if len(rows) > limit else None)


def _before(cursor: str | None) -> int:
    if not cursor:
        return LATEST
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) < len(str(LATEST))):
        raise InputError("The cursor is none that a list gave.")
    return int(cursor)


def _act_row(act: Row) -> ActRow:
    return ActRow(
        act["id"],
        act["at"],
        act["who"],
        act["what"],
        act["about"],
        as_values(act["before"]),
        as_values(act["after"]),
    )
