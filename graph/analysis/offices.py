"""Which offices work together: pairs whose people cleared (or drafted, approved, …) the same documents."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.analysis.acts import Act, acts, counted_note
from graph.analysis.hierarchy import Hierarchy, hierarchy
from graph.analysis.named import Named
from graph.analysis.roles import acting_offices
from graph.answer import Items
from graph.bolt import AsyncBolt
from graph.comention import Pair
from graph.reading.entities import rows_of
from graph.reading.page import page
from graph.relation import RelationKind

SOURCES = 20
"""How many documents are named for each pair."""
TOGETHER = (RelationKind.CLEARED.value,)


@dataclass(frozen=True, slots=True)
class OfficePair:
    """Two offices with a part in the same `documents` documents; `sources` are ids of some of these.

    `a_documents` and `b_documents` are in how many each had such a part at all.
    """

    a: Named
    b: Named
    documents: int
    a_documents: int
    b_documents: int
    sources: list[str]


async def offices(  # noqa: PLR0917 -- which parts, whose, and which of them
    bolt: AsyncBolt,
    only: Sequence[str] = TOGETHER,
    office: str | None = None,
    under: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Items[OfficePair]:
    """Return the pairs of offices with a part (by default: a clearance) in most of the same documents, those first.

    `office` keeps the pairs of one office. Offices `under` another are rolled up to the ones right below it; an office
    makes no pair with itself. Raises NotFoundError, InputError.
    """
    here = page(limit, cursor)
    await rows_of(bolt, [each for each in (office, under) if each is not None])
    found = await acts(bolt, only or TOGETHER)
    pairs, margins = await asyncio.to_thread(together, found, await hierarchy(bolt), under)
    chosen = [both for both in pairs if office is None or office in both]
    chosen.sort(key=lambda both: (-len(pairs[both]), both))
    shown = chosen[here.skip : here.skip + here.wanted]
    known = await rows_of(bolt, list({id_ for both in shown for id_ in both}))
    entities = {row.id: Named(row.id, row.name, row.kind) for row in known.values()}
    items = [
        OfficePair(entities[a], entities[b], len(pairs[a, b]), margins[a], margins[b], sorted(pairs[a, b])[:SOURCES])
        for a, b in shown
    ]
    return here.items(items, counted_note(found))


def together(
    found: Iterable[Act], above: Hierarchy, under: str | None = None
) -> tuple[dict[Pair, set[str]], Counter[str]]:
    """Return the documents that each two offices had a part in, and in how many each office had one."""
    by_document: dict[str, set[str]] = defaultdict(set)
    for act in found:
        by_document[act.document] |= acting_offices(act, above, under)
    pairs: dict[Pair, set[str]] = defaultdict(set)
    margins: Counter[str] = Counter()
    for document, acting in by_document.items():
        margins.update(acting)
        for both in combinations(sorted(acting), 2):
            pairs[both].add(document)
    return dict(pairs), margins
