"""Cypher for readers, behind the console's guard."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.problems import documented
from api.providers import TheStore
from graph import console
from graph.answer import Table

router = APIRouter(prefix="/api/cypher", tags=["cypher"], responses=documented(400, 422, 503))


class Question(BaseModel):
    """A reading query with its parameters."""

    query: Annotated[
        str,
        Field(min_length=1, max_length=console.MAX_CHARACTERS, examples=["MATCH (c:Cartel) RETURN c.name LIMIT 5"]),
    ]
    parameters: dict[str, Any] = {}


@router.post("")
async def cypher(store: TheStore, question: Question) -> Table:
    """Answer a Cypher query that only reads. Anything else is refused with 400, and the reason."""
    return await console.ask(store.bolt, question.query, question.parameters)
