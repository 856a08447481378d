"""Words in passages."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Cursor, Limit
from api.problems import documented
from api.providers import TheReader
from graph.answer import Items, PassageHit

router = APIRouter(prefix="/api/search", tags=["search"], responses=documented(422, 503))


@router.get("")
async def search(
    reader: TheReader,
    q: Annotated[
        str,
        Query(
            min_length=1, max_length=200, description='Words and "quoted phrases", all of which a passage must hold.'
        ),
    ],
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[PassageHit]:
    """Find the passages that hold all of some words, the best first."""
    return await reader.search(q, limit=limit, cursor=cursor)
