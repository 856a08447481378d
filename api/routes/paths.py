"""How two entities are linked over others."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Verdicts
from api.problems import documented
from api.providers import TheReader
from graph.answer import Items
from graph.reach import MAX_HOPS, MOST_ROUTES
from graph.route import Route

router = APIRouter(prefix="/api/paths", tags=["network"], responses=documented(404, 422, 503))

End = Annotated[str, Query(max_length=200, description="An entity's identifier.")]


@router.get("")
async def paths(
    reader: TheReader,
    start: Annotated[End, Query(alias="from")],
    end: Annotated[End, Query(alias="to")],
    max_hops: Annotated[int, Query(ge=1, le=MAX_HOPS, description="The most links of a route.")] = 3,
    k: Annotated[int, Query(ge=1, le=MOST_ROUTES, description="How many routes to give at most.")] = 5,
    verdicts: Verdicts = "show",
) -> Items[Route]:
    """Give the best routes from one entity to another, ranked by the significance (llr) of their weakest link.

    Each link comes with its counts and the sentence that tells most of it. No route is no failure: the list is empty.
    """
    return await reader.paths(start, end, max_hops=max_hops, k=k, obey=verdicts == "obey")
