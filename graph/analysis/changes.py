"""What changed since a load, or since a date: entities and links that are new, and links that got stronger.

The graph keeps sums. What a link was before is its sum without what the new documents give it, and that is counted
from the new documents' own passages: exact, and as much work as there is new text. Documents that were deleted or
replaced meanwhile are not in the sums any more: "before" is what of the earlier documents is still there.
"""

import asyncio
from dataclasses import dataclass

import numpy as np

from graph.analysis.keyness import keyness
from graph.analysis.links import DOCUMENTS, PARAGRAPHS, Compared, Counts, LinkChange, LinkChanges, wanted
from graph.analysis.loads import LoadRow, first_since
from graph.analysis.named import named
from graph.analysis.places import tallied
from graph.analysis.span import checked, first_day
from graph.analysis.tally import Names, Numbers, ends, summed
from graph.answer import EntityRow
from graph.bolt import AsyncBolt, Row
from graph.errors import InputError, StoreUnavailableError
from graph.query import query
from graph.reading.entities import entity_row, known_kind, rows_of

AT_ONCE = 500
"""Entities whose links are read at a time."""
SPARE = 1000
"""How many links more than asked for are put in order where there are ties."""


@dataclass(frozen=True, slots=True)
class NewEntities:
    """Entities that only new documents name: how many there are, and those in the most documents."""

    total: int
    items: list[EntityRow]


@dataclass(frozen=True, slots=True)
class Changes:
    """What `new_documents` documents changed, beside `old_documents` that were there before.

    `since` is the first load among them where loads were asked for, `dated` the date where documents' dates were;
    documents without a date, or dated too coarsely to say, are old ones. A link's `before` counts the old documents,
    its `after` all of them. Among the `new` links the strongest stand first, among the `stronger` ones those whose
    gain surprises most, allowing for how much text is new.
    """

    since: LoadRow | None
    dated: str | None
    old_documents: int
    new_documents: int
    entities: NewEntities
    new: LinkChanges
    stronger: LinkChanges


@dataclass(frozen=True, slots=True)
class _Asked:
    entity: str | None
    kind: str | None
    limit: int


async def changes(  # noqa: PLR0917 -- since when, and what of it
    bolt: AsyncBolt,
    since: str | None = None,
    dated: str | None = None,
    entity: str | None = None,
    kind: str | None = None,
    limit: int = 20,
) -> Changes:
    """Tell what is new from a load or moment of loading on (`since`; the last load, if neither is given), or `dated`
    from a date on: of an entity, of a kind, or all; at most `limit` of each sort.

    Raises NotFoundError; InputError for what is no load or date, or where too much is new to be counted at once;
    StoreUnavailableError where the store changed meanwhile.
    """
    kind = known_kind(kind)
    if since is not None and dated is not None:
        raise InputError("Changes are since a load or since a date of documents, not both.")
    if entity is not None:
        await rows_of(bolt, [entity])
    start = await _state(bolt)
    load = None if dated is not None else await first_since(bolt, since)
    what = _Asked(entity, kind, limit)
    documents = await _new_documents(bolt, load, dated, what)
    entities = await _entities(bolt, [row["id"] for row in documents], what)
    if len(documents) == start["documents"]:
        new, stronger = await _all_links(bolt, what), LinkChanges(0, [])
    else:
        new, stronger = await _links(bolt, documents, start["paragraphs"], what)
    if (await _state(bolt))["revision"] != start["revision"]:
        raise StoreUnavailableError("The store changed while its changes were counted: ask again.")
    return Changes(load, dated, start["documents"] - len(documents), len(documents), entities, new, stronger)


async def _state(bolt: AsyncBolt) -> Row:
    return (await bolt.read(query("analysis_state")))[0]


async def _new_documents(bolt: AsyncBolt, load: LoadRow | None, dated: str | None, what: _Asked) -> list[Row]:
    if dated is not None:
        return await bolt.read(
            query("analysis_dated_from"), low=first_day(checked(dated)), entity=what.entity, kind=what.kind
        )
    if load is None:
        return []
    return await bolt.read(query("analysis_brought"), revision=load.revision, entity=what.entity, kind=what.kind)


async def _entities(bolt: AsyncBolt, ids: list[str], what: _Asked) -> NewEntities:
    rows = await bolt.read(
        query("analysis_new_entities"), ids=ids, entity=what.entity, kind=what.kind, limit=what.limit
    )
    return NewEntities(rows[0]["total"], [entity_row(row) for row in rows[0]["items"]])


async def _links(
    bolt: AsyncBolt, documents: list[Row], paragraphs: int, what: _Asked
) -> tuple[LinkChanges, LinkChanges]:
    names = Names()
    sums = await tallied(bolt, [row["id"] for row in documents if row["relevant"]], names)
    keys = sums.keys[await wanted(bolt, names, sums.keys, what.entity, what.kind)]
    gained = sums.of(keys)
    after = await _now(bolt, names, keys, what.entity)
    before = (after - gained).clip(min=0)
    fresh = sum(row["paragraphs"] for row in documents)
    g2 = keyness(before[PARAGRAPHS], gained[PARAGRAPHS], paragraphs - fresh, fresh)
    links = Compared(names, keys, before, after, g2)
    new = before[DOCUMENTS] == 0
    return (
        await links.told(bolt, new, await asyncio.to_thread(links.strongest, new, after, what.limit)),
        await links.told(bolt, ~new, await asyncio.to_thread(links.most_gained, ~new, what.limit)),
    )


async def _now(bolt: AsyncBolt, names: Names, keys: Numbers, entity: str | None) -> Numbers:
    """Return what the links of some pairs are now; where they are all of one entity, it alone is looked at."""
    ids = sorted(names.ids[n] for n in np.unique(np.concatenate(ends(keys))))
    found: list[int] = []
    columns: list[list[int]] = [[], [], []]
    for start in range(0, 1 if entity else len(ids), AT_ONCE):
        asked = query("analysis_links_of" if entity else "analysis_links_now")
        rows = await bolt.read(asked, entity=entity, firsts=ids[start : start + AT_ONCE], others=ids)
        for row in rows:
            for b, *counts in row["links"]:
                found.append(names.key(row["a"], b))
                for column, n in zip(columns, counts, strict=True):
                    column.append(n)
    return summed(found, columns).of(keys)


async def _all_links(bolt: AsyncBolt, what: _Asked) -> LinkChanges:
    """Return the links of a store that is new as a whole."""
    rows = await bolt.read(
        query("analysis_all_links"), entity=what.entity, kind=what.kind, limit=what.limit, most=what.limit + SPARE
    )
    every = what.entity is None and what.kind is None
    counting = query("analysis_every_link_count" if every else "analysis_all_links_count")
    total = await bolt.read(counting, entity=what.entity, kind=what.kind)
    nothing = Counts(0, 0, 0)
    items = [LinkChange(named(row["a"]), named(row["b"]), nothing, Counts(*row["counts"]), 0.0) for row in rows]
    return LinkChanges(total[0]["total"], items)
