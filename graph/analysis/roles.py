"""Who drafted, cleared, approved, reviewed, classified and signed: per person and per office.

An office acts through its people: an act is an office's where the same document gives the person a post there. Where
it gives posts at an office and at one above it, the act is the lower one's.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.analysis.actor import ROLES, Actor
from graph.analysis.acts import Act, acts, checked_roles, counted_note
from graph.analysis.hierarchy import Hierarchy, hierarchy
from graph.analysis.named import Named, named
from graph.answer import DocumentRow, Items
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.documents import document_row
from graph.reading.entities import rows_of
from graph.reading.page import page


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many documents somebody drafted, cleared and so on (`roles`), and in how many of them had any part."""

    who: Named
    roles: dict[str, int]
    documents: int


@dataclass(frozen=True, slots=True)
class RoleAct:
    """One act: who did what with which document, under what title, for which offices (by that document)."""

    person: Named
    role: str
    title: str
    offices: list[Named]
    document: DocumentRow


async def roles(  # noqa: PLR0917 -- for whom, which, and which of them
    bolt: AsyncBolt,
    by: Actor = Actor.PERSON,
    only: Sequence[str] = (),
    under: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Items[RoleCount]:
    """Count acts, for those with the most documents first; `only` some roles.

    Offices `under` another are rolled up to the ones right below it (`under=us-department-of-state` counts bureaus).
    Raises NotFoundError for an unknown office, InputError.
    """
    here = page(limit, cursor)
    if under is not None:
        await rows_of(bolt, [under])
    found = await acts(bolt, only)
    offices = await hierarchy(bolt) if by is Actor.OFFICE else None
    counted = (await asyncio.to_thread(count_roles, found, offices, under))[here.skip : here.skip + here.wanted]
    known = await rows_of(bolt, [who for who, _, _ in counted])
    items = [
        RoleCount(Named(who, known[who].name, known[who].kind), counts, documents) for who, counts, documents in counted
    ]
    return here.items(items, counted_note(found))


def count_roles(
    found: Iterable[Act], offices: Hierarchy | None, under: str | None = None
) -> list[tuple[str, dict[str, int], int]]:
    """Count documents by person, or by office where a hierarchy is given: `(who, documents by role, documents)`."""
    by_who: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for act in found:
        for who in _actors(act, offices, under):
            by_who[who][act.role].add(act.document)
    counted: list[tuple[str, dict[str, int], int]] = [
        (who, {role: len(parts[role]) for role in ROLES if role in parts}, len(set().union(*parts.values())))
        for who, parts in by_who.items()
    ]
    return sorted(counted, key=lambda each: (-each[2], -sum(each[1].values()), each[0]))


def acting_offices(act: Act, offices: Hierarchy, under: str | None) -> set[str]:
    """Return the offices whose act it is, rolled up below `under`."""
    return {offices.rolled_up(office, under) for office in offices.lowest(act.offices)}


def _actors(act: Act, offices: Hierarchy | None, under: str | None) -> Iterator[str]:
    if offices is None:
        yield act.person
    else:
        yield from acting_offices(act, offices, under)


async def role_acts(
    bolt: AsyncBolt, who: str, only: Sequence[str] = (), limit: int = 50, cursor: str | None = None
) -> Items[RoleAct]:
    """List the acts of a person, or of an office and all that are part of it, those on the newest documents first.

    Raises NotFoundError, InputError.
    """
    here = page(limit, cursor)
    await rows_of(bolt, [who])
    within = (await hierarchy(bolt)).within(who)
    rows = await bolt.read(
        query("analysis_acts_of"),
        who=who,
        offices=within,
        roles=[role.upper() for role in checked_roles(only)],
        skip=here.skip,
        limit=here.wanted,
    )
    return here.items(
        [
            RoleAct(
                named(row["person"]),
                row["role"].lower(),
                row["title"] or "",
                [named(office) for office in row["offices"]],
                document_row(row["document"]),
            )
            for row in rows
        ]
    )
