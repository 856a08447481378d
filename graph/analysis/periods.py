"""Links that came, went, grew and shrank from one period to another, by the dates of the documents that make them."""

import asyncio
from dataclasses import dataclass

import numpy as np

from graph.analysis.keyness import keyness
from graph.analysis.links import DOCUMENTS, PARAGRAPHS, Compared, LinkChanges, wanted
from graph.analysis.places import tallied
from graph.analysis.span import Span
from graph.analysis.tally import Names
from graph.bolt import AsyncBolt
from graph.errors import InputError
from graph.query import query
from graph.reading.entities import known_kind, rows_of


@dataclass(frozen=True, slots=True)
class Period:
    """A period, and how much text the store holds from it.

    `undecided` documents are dated too coarsely to say whether they are of it, and left out: a year's document may be
    of any of its months.
    """

    first: str
    last: str
    documents: int
    paragraphs: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Periods:
    """Two periods' links: `before` and `after` of each link are its counts in the first and in the second.

    `new` ones stand in the second alone and `vanished` ones in the first alone, the strongest first; `stronger` and
    `weaker` ones stand in both and have more or less than their share in the second, the most surprising first. A
    link's G² allows for the periods' different amounts of text. That a link vanished says that no document here speaks
    of it, and no more.
    """

    first: Period
    second: Period
    new: LinkChanges
    vanished: LinkChanges
    stronger: LinkChanges
    weaker: LinkChanges


async def periods(  # noqa: PLR0917 -- two periods, and what of them
    bolt: AsyncBolt,
    first: Span,
    second: Span,
    entity: str | None = None,
    kind: str | None = None,
    limit: int = 20,
) -> Periods:
    """Compare the links of two periods: of an entity, of a kind, or all; at most `limit` of each sort.

    Links are those of one paragraph. Raises NotFoundError; InputError for periods that overlap or hold too much.
    """
    kind = known_kind(kind)
    if first.low <= second.high and second.low <= first.high:
        raise InputError("The two periods overlap: a link could be in both by one document.")
    if entity is not None:
        await rows_of(bolt, [entity])
    names = Names()
    told, sums = [], []
    for span in (first, second):
        period, ids = await _documents(bolt, span, entity, kind)
        told.append(period)
        sums.append(await tallied(bolt, ids, names))
    keys = np.union1d(sums[0].keys, sums[1].keys)
    keys = keys[await wanted(bolt, names, keys, entity, kind)]
    before, after = sums[0].of(keys), sums[1].of(keys)
    g2 = keyness(before[PARAGRAPHS], after[PARAGRAPHS], told[0].paragraphs, told[1].paragraphs)
    links = Compared(names, keys, before, after, g2)
    new, vanished = before[DOCUMENTS] == 0, after[DOCUMENTS] == 0
    stronger, weaker = ~new & ~vanished & (g2 > 0), ~new & ~vanished & (g2 < 0)
    return Periods(
        told[0],
        told[1],
        await links.told(bolt, new, await asyncio.to_thread(links.strongest, new, after, limit)),
        await links.told(bolt, vanished, await asyncio.to_thread(links.strongest, vanished, before, limit)),
        await links.told(bolt, stronger, await asyncio.to_thread(links.most_surprising, stronger, limit)),
        await links.told(bolt, weaker, await asyncio.to_thread(links.most_surprising, weaker, limit)),
    )


async def _documents(bolt: AsyncBolt, span: Span, entity: str | None, kind: str | None) -> tuple[Period, list[str]]:
    """Return a period, and those of its documents that matter: all, or the ones that name what is asked for."""
    rows = await bolt.read(query("analysis_period"), low=span.low, high=span.high, entity=entity, kind=kind)
    inside = [row for row in rows if row["inside"]]
    paragraphs = sum(row["paragraphs"] for row in inside)
    period = Period(span.first, span.last, len(inside), paragraphs, len(rows) - len(inside))
    return period, [row["id"] for row in inside if row["relevant"]]
