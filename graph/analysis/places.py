"""The evidence of many documents at once: which entities each names, passage by passage."""

import asyncio
from collections.abc import Iterator, Sequence

from graph.analysis.tally import Names, Sums, Tally
from graph.bolt import AsyncBolt, Row
from graph.comention import Place
from graph.errors import InputError
from graph.passage import PARTS
from graph.query import query

AT_ONCE = 400
"""Documents that are read at a time."""
MOST_DOCUMENTS = 20_000
"""The most documents whose evidence one answer goes through: the whole tagged corpus, 2,733, takes some seconds."""


async def tallied(bolt: AsyncBolt, ids: Sequence[str], names: Names) -> Sums:
    """Return the sums of all pairs over some documents. Raises InputError for more than `MOST_DOCUMENTS`."""
    if len(ids) > MOST_DOCUMENTS:
        raise InputError(
            f"That is the evidence of {len(ids):,} documents, more than {MOST_DOCUMENTS:,}: ask for less time, or for "
            "one entity."
        )
    tally = Tally(names)
    for start in range(0, len(ids), AT_ONCE):
        rows = await bolt.read(query("analysis_places"), ids=ids[start : start + AT_ONCE], parts=PARTS)
        await asyncio.to_thread(_add, tally, rows)
    return await asyncio.to_thread(tally.sums)


def _add(tally: Tally, rows: Sequence[Row]) -> None:
    for row in rows:
        tally.add(_places(row["places"]))


def _places(passages: Sequence[tuple[int, int, list[str]]]) -> Iterator[Place]:
    for ordinal, block, entities in passages:
        for entity in entities:
            yield ordinal, block, entity
