"""When documents speak of something far oftener than else, by Kleinberg's automaton (`graph.analysis.automaton`).

Steps are the years (or months) from which the store holds documents, those without any left out. Each is weighed
against all documents of that year, so that a year from which more documents came down is no burst of everything.
By month only documents that give one count; by year all that give a date.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.analysis.automaton import GAMMA, SCALE, can_burst, stretches
from graph.analysis.named import Named, named
from graph.analysis.span import By
from graph.analysis.timeline import Timeline, timeline
from graph.bolt import AsyncBolt, Row
from graph.errors import InputError
from graph.query import query
from graph.reading.entities import known_kind, rows_of
from graph.reading.page import page

LEAST = 5
"""An entity in fewer documents than this is not looked at when the whole store is."""
LARGEST_SCALE = 100.0
LARGEST_GAMMA = 100.0


@dataclass(frozen=True, slots=True)
class Burst:
    """A burst from `first` to `last`, both included: of `total` documents, `documents` are relevant.

    At the rate of the whole time it would be `expected`. `weight` is Kleinberg's, in nats: greater is more surprising.
    """

    first: str
    last: str
    weight: float
    documents: int
    expected: float
    total: int


@dataclass(frozen=True, slots=True)
class Bursts:
    """The bursts of one entity, or of two together (`entities`), in order of time.

    `documents` of the store's `total` dated ones are relevant; `left_out` are relevant but not dated finely enough.
    `note` says where no burst can be told.
    """

    entities: list[Named]
    by: By
    bursts: list[Burst]
    documents: int
    total: int
    left_out: int
    note: str | None


@dataclass(frozen=True, slots=True)
class BurstOf:
    """One burst among those of all entities."""

    entity: Named
    burst: Burst


@dataclass(frozen=True, slots=True)
class AllBursts:
    """The weightiest bursts of the store, of `found`, among `looked_at` entities.

    Who looks at thousands finds some by chance: a low weight means little here.
    """

    by: By
    items: list[BurstOf]
    found: int
    looked_at: int
    next: str | None = None


async def bursts(  # noqa: PLR0917 -- two names, and how to look
    bolt: AsyncBolt, a: str, b: str | None = None, by: By = By.YEAR, scale: float = SCALE, gamma: float = GAMMA
) -> Bursts:
    """Tell when an entity, or two together in a paragraph, were bursting. Raises NotFoundError, InputError."""
    _check(scale, gamma)
    known = await rows_of(bolt, [a] if b is None else [a, b])
    relevant = await timeline(bolt, entity=a if b is None else None, pair=None if b is None else (a, b), by=by)
    totals = _by_step(await timeline(bolt, by=by), by)
    counts = _by_step(relevant, by)
    found = bursts_of(counts, totals, scale, gamma)
    documents, total = sum(counts.values()), sum(totals.values())
    note = None
    if documents and not can_burst(documents, total, scale):
        note = f"In {documents:,} of {total:,} documents: too common to be {scale:g} times as common at some time."
    return Bursts(
        [Named(each.id, each.name, each.kind) for each in known.values()],
        by,
        found,
        documents,
        total,
        relevant.documents - documents,
        note,
    )


async def all_bursts(  # noqa: PLR0917 -- what to look at, and how
    bolt: AsyncBolt,
    kind: str | None = None,
    by: By = By.YEAR,
    limit: int = 50,
    scale: float = SCALE,
    gamma: float = GAMMA,
    cursor: str | None = None,
) -> AllBursts:
    """Give the weightiest bursts of all entities that stand in at least `LEAST` documents. Raises InputError."""
    _check(scale, gamma)
    here = page(limit, cursor)
    kind = known_kind(kind)
    totals = _by_step(await timeline(bolt, by=by), by)
    rows = await bolt.read(query("analysis_bursts"), kind=kind, cut=by.length, least=LEAST)
    found = await asyncio.to_thread(_weightiest, rows, totals, scale, gamma)
    listed = here.items(found[here.skip :][: here.wanted])
    return AllBursts(by, listed.items, len(found), len(rows), listed.next)


def bursts_of(
    relevant: Mapping[str, int], totals: Mapping[str, int], scale: float = SCALE, gamma: float = GAMMA
) -> list[Burst]:
    """Return the bursts of counts by step; the steps are those of `totals`."""
    steps = sorted(totals)
    d = [totals[step] for step in steps]
    r = [relevant.get(step, 0) for step in steps]
    rate = sum(r) / sum(d) if d else 0.0
    return [
        _burst(steps[each.first : each.last + 1], each.weight, r[each.first : each.last + 1], relevant_rate=rate,
               totals=d[each.first : each.last + 1])
        for each in stretches(r, d, scale, gamma)
    ]  # fmt: skip


def _weightiest(rows: Iterable[Row], totals: Mapping[str, int], scale: float, gamma: float) -> list[BurstOf]:
    found = [
        BurstOf(named(row["entity"]), burst)
        for row in rows
        for burst in bursts_of(dict(row["counts"]), totals, scale, gamma)
    ]
    return sorted(found, key=lambda each: (-each.burst.weight, each.entity.id, each.burst.first))


def _burst(
    steps: Sequence[str], weight: float, relevant: Sequence[int], *, relevant_rate: float, totals: Sequence[int]
) -> Burst:
    total = sum(totals)
    return Burst(steps[0], steps[-1], weight, sum(relevant), relevant_rate * total, total)


def _by_step(counts: Timeline, by: By) -> dict[str, int]:
    return {point.period: point.documents for point in counts.points if point.precision is by}


def _check(scale: float, gamma: float) -> None:
    if not (1 < scale <= LARGEST_SCALE and 0 <= gamma <= LARGEST_GAMMA):
        raise InputError(f"A burst's scale is between 1 and {LARGEST_SCALE:g}, its gamma from 0 to {LARGEST_GAMMA:g}.")
