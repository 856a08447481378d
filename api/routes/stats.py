"""What the store holds."""

from fastapi import APIRouter

from api.problems import documented
from api.providers import TheReader
from graph.answer import Stats

router = APIRouter(prefix="/api/stats", tags=["stats"], responses=documented(503))


@router.get("")
async def stats(reader: TheReader) -> Stats:
    """Count documents, entities, passages, mentions and links."""
    return await reader.stats()
