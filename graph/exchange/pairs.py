"""CSV: one row a pair of entities that are named together."""

import csv
import io
from collections.abc import AsyncIterator

from graph.exchange.attributes import LINK_TYPES
from graph.exchange.clean import cell
from graph.exchange.part import Part

COLUMNS = ("a", "a_name", "a_kind", "b", "b_name", "b_kind", *LINK_TYPES)


async def pairs(part: Part) -> AsyncIterator[str]:
    """Write a row a pair, in UTF-8 with a row of column names; what is not known is empty."""
    yield _line(COLUMNS)
    async for ids in part.pages():
        for row in await part.rows("export_pairs", ids):
            ends = [cell(row[name]) for name in COLUMNS[:6]]
            yield _line([*ends, *(row["weight"][name] for name in LINK_TYPES)])


def _line(values: "tuple[str, ...] | list[str | int | float | None]") -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()
