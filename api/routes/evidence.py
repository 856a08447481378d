"""The sentences behind a link."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Cursor, Limit, Scope, Verdicts
from api.problems import documented
from api.providers import TheReader
from graph.answer import Evidence, Items

router = APIRouter(prefix="/api/evidence", tags=["evidence"], responses=documented(404, 422, 503))

End = Annotated[str, Query(max_length=200, description="An entity's identifier.")]


@router.get("")
async def evidence(
    reader: TheReader,
    a: End,
    b: End,
    scope: Scope = "passage",
    verdicts: Verdicts = "show",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[Evidence]:
    """List the passages that name two entities together, with the places of both names in their text."""
    return await reader.evidence(a, b, scope=scope, limit=limit, cursor=cursor, obey=verdicts == "obey")
