"""When documents speak of an entity, of two together, or of anything: counts by month or year.

Only the date that a document itself bears counts (`Document.written`): where a release stamp is the only date it is
undated, and declassification dates are never read as dates at all. Most cables give no more than the year, in their
number: by month they stand in that year's own bucket and are never spread over its months.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.analysis.span import By, in_order, precision
from graph.bolt import AsyncBolt, Row
from graph.document import DateSource
from graph.errors import InputError
from graph.passage import PARTS
from graph.query import query
from graph.reading.entities import rows_of


@dataclass(frozen=True, slots=True)
class Point:
    """What the documents of one month or year say.

    `period` is `2009-12`, or `2009` where no more is known or asked; `precision` says which. `sources` counts the
    documents by where their date was read (sent, number, filename).
    """

    period: str
    precision: By
    documents: int
    passages: int
    sources: dict[str, int]


@dataclass(frozen=True, slots=True)
class Undated:
    """Documents without a date of their own, and their passages; `stamped` of them bear the stamp of a release."""

    documents: int
    passages: int
    stamped: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Counts in order of time, only where there is something; a year's own bucket stands after its months."""

    by: By
    points: list[Point]
    undated: Undated
    documents: int
    passages: int


async def timeline(
    bolt: AsyncBolt, entity: str | None = None, pair: tuple[str, str] | None = None, by: By = By.MONTH
) -> Timeline:
    """Count documents and passages by time.

    Of an entity: documents that name it, and passages that mention it, in whatever part. Of a pair: the documents that
    name both in one paragraph and the passages that name both, as their link counts them. Of neither: all documents
    and passages. Raises NotFoundError for an unknown entity, InputError for a pair of one.
    """
    if pair is not None:
        if entity is not None or pair[0] == pair[1]:
            raise InputError("A timeline is of one entity, of two different ones together, or of the whole store.")
        await rows_of(bolt, list(pair))
        rows = await bolt.read(query("analysis_timeline_pair"), a=pair[0], b=pair[1], parts=PARTS)
    elif entity is not None:
        await rows_of(bolt, [entity])
        rows = await bolt.read(query("analysis_timeline_entity"), entity=entity)
    else:
        rows = await bolt.read(query("analysis_timeline_store"))
    return told(rows, by)


@dataclass(slots=True)
class _Count:
    documents: int = 0
    passages: int = 0
    sources: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        self.documents += row["documents"]
        self.passages += row["passages"]
        self.sources[row["source"] or ""] += row["documents"]


def told(rows: Iterable[Row], by: By) -> Timeline:
    """Put rows in their buckets: `date` (or None) with its `source`, `documents`, `passages`."""
    counts: dict[str, _Count] = defaultdict(_Count)
    undated = _Count()
    for row in rows:
        known = row["date"] and row["source"] != DateSource.STAMPED
        (counts[row["date"][: by.length]] if known else undated).add(row)
    points = [
        Point(period, precision(period), n.documents, n.passages, dict(sorted(n.sources.items())))
        for period, n in sorted(counts.items(), key=lambda each: in_order(each[0]))
    ]
    return Timeline(
        by,
        points,
        Undated(undated.documents, undated.passages, undated.sources[DateSource.STAMPED]),
        undated.documents + sum(point.documents for point in points),
        undated.passages + sum(point.passages for point in points),
    )
