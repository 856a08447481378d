"""The links among some entities, and what they rest on: what the explorer draws, and filters by."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Verdicts
from api.ids import listed
from api.problems import documented
from api.providers import TheStore
from graph.errors import InputError
from graph.reading.among import Among
from graph.reading.among import among as read_among
from graph.reading.facets import Facets
from graph.reading.facets import facets as read_facets

router = APIRouter(prefix="/api/network", tags=["network"], responses=documented(404, 422, 503))

MOST = 600
"""The most entities that one question is about: their ids stand in its address."""

Ids = Annotated[list[str], Query(description=f"At most {MOST} entities: `ids=a,b` or `ids=a&ids=b`.")]


@router.get("/among")
async def among(
    store: TheStore,
    ids: Ids,
    first: Annotated[list[str] | None, Query(description="Those of `ids` whose links come before others.")] = None,
    limit: Annotated[int, Query(ge=1, le=10_000, description="The most links that are given.")] = 3000,
    verdicts: Verdicts = "show",
) -> Among:
    """Give some entities and the links between two of them: the strongest, where `limit` cuts; `links` is how many."""
    return await read_among(store.bolt, _known(ids), listed(first), limit, obey=verdicts == "obey")


@router.get("/facets")
async def facets(store: TheStore, ids: Ids) -> Facets:
    """Give the documents and paragraphs that name two or more of some entities, to choose and count links by.

    A link's passages are those that name both its ends, its paragraphs those of whose passages one names each.
    """
    return await read_facets(store.bolt, _known(ids))


def _known(given: list[str]) -> list[str]:
    ids = listed(given)
    if not 1 <= len(ids) <= MOST:
        raise InputError(f"This is asked about 1 to {MOST} entities: ids names {len(ids)}.")
    return ids
