"""Entities, and who is named with them."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Cursor, Identifier, Limit, Scope, Verdicts
from api.problems import documented
from api.providers import TheReader, TheStore
from graph.answer import EntityDetail, EntityRow, Items, Neighbour
from graph.entity import Kind
from graph.reading.documents_naming import NamingDocument, documents_naming
from graph.reading.spellings import Spelling, written

router = APIRouter(prefix="/api/entities", tags=["entities"], responses=documented(422, 503))


@router.get("")
async def entities(
    reader: TheReader,
    q: Annotated[
        str,
        Query(max_length=200, description="A name: accents or none; a word of five letters or more may hold one typo."),
    ] = "",
    kind: Kind | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[EntityRow]:
    """Find entities by name or alias, the best first; without `q`, the most mentioned first."""
    return await reader.entities(q, kind=kind, limit=limit, cursor=cursor)


@router.get("/{id}", responses=documented(404))
async def entity(reader: TheReader, id: Identifier) -> EntityDetail:
    """Show one entity with its aliases and posts."""
    return await reader.entity(id)


@router.get("/{id}/neighbours", responses=documented(404))
async def neighbours(
    reader: TheReader,
    id: Identifier,
    kind: Kind | None = None,
    scope: Scope = "passage",
    verdicts: Verdicts = "show",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[Neighbour]:
    """List who is named with an entity, the strongest link first."""
    obey = verdicts == "obey"
    return await reader.neighbours(id, kind=kind, scope=scope, limit=limit, cursor=cursor, obey=obey)


@router.get("/{id}/documents", responses=documented(404))
async def documents(store: TheStore, id: Identifier, limit: Limit = 50, cursor: Cursor = None) -> Items[NamingDocument]:
    """List the documents that name an entity, the newest first."""
    return await documents_naming(store.bolt, id, limit, cursor)


@router.get("/{id}/spellings", responses=documented(404))
async def spellings(store: TheStore, id: Identifier, limit: Limit = 50, cursor: Cursor = None) -> Items[Spelling]:
    """List how an entity is written, and how often, the commonest first."""
    return await written(store.bolt, id, limit, cursor)
