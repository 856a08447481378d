"""A part of the graph, to be drawn."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Limit, Verdicts
from api.ids import listed
from api.problems import documented
from api.providers import TheReader
from graph.answer import Network
from graph.errors import InputError

router = APIRouter(prefix="/api/network", tags=["network"], responses=documented(404, 422, 503))

MOST_STARTS = 100
"""The most entities that one network starts from."""


@router.get("")
async def network(
    reader: TheReader,
    ids: Annotated[list[str], Query(description="Where it starts: `ids=a,b` or `ids=a&ids=b`.")],
    depth: Annotated[int, Query(ge=1, le=3, description="How many links away from the start it reaches.")] = 1,
    limit: Limit = 150,
    verdicts: Verdicts = "show",
) -> Network:
    """Give the entities around some others and every link between them; the strongest, where `limit` cuts."""
    starts = listed(ids)
    if not 1 <= len(starts) <= MOST_STARTS:
        raise InputError(f"A network starts from 1 to {MOST_STARTS} entities: ids names {len(starts)}.")
    return await reader.network(starts, depth=depth, limit=limit, obey=verdicts == "obey")
