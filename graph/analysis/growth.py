"""How an entity's neighbourhood grew: when each neighbour was first named with it."""

from collections import defaultdict
from dataclasses import dataclass

from graph.analysis.named import Named, named
from graph.analysis.span import By, in_order, precision
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.entities import known_kind, rows_of

SHOWN = 5
"""How many of the neighbours that are new in one period are named, those with the strongest links today."""


@dataclass(frozen=True, slots=True)
class GrowthPoint:
    """`new` neighbours were first named with the entity in `period`; then it had `total`. `strongest` names some."""

    period: str
    precision: By
    new: int
    total: int
    strongest: list[Named]


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of a neighbourhood in order of time.

    `undated` neighbours stand in no document with a date of its own; with them there are `total`.
    """

    entity: Named
    by: By
    points: list[GrowthPoint]
    undated: int
    total: int


async def growth(bolt: AsyncBolt, entity: str, by: By = By.YEAR, kind: str | None = None) -> Growth:
    """Tell when the entities that share a paragraph with one first did so, by the first date of their links.

    A link whose first document gives only a year is counted in that year's own bucket, by month too: it may be older
    than one dated to a month of the same year. Raises NotFoundError, InputError.
    """
    kind = known_kind(kind)
    known = (await rows_of(bolt, [entity]))[entity]
    rows = await bolt.read(query("analysis_growth"), entity=entity, kind=kind, cut=by.length, shown=SHOWN)
    new: dict[str, int] = defaultdict(int)
    strongest: dict[str, list[Named]] = {}
    for row in rows:
        new[row["period"] or ""] += row["new"]
        strongest[row["period"] or ""] = [named(each) for each in row["strongest"]]
    undated = new.pop("", 0)
    points = []
    total = 0
    for period in sorted(new, key=in_order):
        total += new[period]
        points.append(GrowthPoint(period, precision(period), new[period], total, strongest[period]))
    return Growth(Named(known.id, known.name, known.kind), by, points, undated, total + undated)
