"""Acts: that somebody drafted, cleared, approved, reviewed, classified or signed a document, and for which offices."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.analysis.actor import ROLES
from graph.bolt import AsyncBolt
from graph.errors import InputError
from graph.query import query

MOST = 300_000
"""The most acts that one answer counts over: all of the tagged corpus are 4,500."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one person did with one document; `offices` are those that this document gives the person."""

    person: str
    role: str
    document: str
    offices: tuple[str, ...]


async def acts(bolt: AsyncBolt, roles: Sequence[str]) -> list[Act]:
    """Return the acts of some roles, or of all for none. Raises InputError for a word that is no role."""
    rows = await bolt.read(query("analysis_acts"), roles=[r.upper() for r in checked_roles(roles)], limit=MOST)
    return [Act(row["person"], row["role"].lower(), row["document"], tuple(row["offices"])) for row in rows]


def checked_roles(roles: Sequence[str]) -> list[str]:
    """Return the roles asked for, all for none; raises InputError for a word that is no role."""
    for role in roles:
        if role not in ROLES:
            raise InputError(f"{role!r} is no role: {', '.join(ROLES)}.")
    return list(roles) or list(ROLES)


def counted_note(found: Sequence[Act]) -> str | None:
    """Say that not all acts were counted, where that is so."""
    return f"Counted over {MOST:,} acts; the store holds more." if len(found) == MOST else None
