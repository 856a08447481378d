"""Notes: what people write on entities and edges."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from api.bounds import Cursor, Id, Limit
from api.inscriber import inscribe
from api.problems import documented
from api.providers import TheStore, TheWho
from graph.answer import Items
from graph.note import LONGEST, Note
from graph.reading import remarks
from graph.remark import Done

router = APIRouter(prefix="/api/notes", tags=["notes"], responses=documented(422, 503))

Text = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=r"\S")]
Which = Annotated[str, Path(max_length=200, description="The note's identifier.")]


class Editing(BaseModel):
    """A note's text."""

    model_config = ConfigDict(extra="forbid")

    text: Text


class Noting(Editing):
    """A note on one entity, or on the edge between two."""

    about: Annotated[list[Id], Field(min_length=1, max_length=2)]


@router.get("")
async def notes(
    store: TheStore,
    about: Annotated[list[Id] | None, Query(max_length=2, description="One entity, or both ends of an edge.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[Note]:
    """List notes, the latest first: on an entity, on the edge between two, or all."""
    return await remarks.notes(store.bolt, about or [], limit, cursor)


@router.get("/{id}", responses=documented(404))
async def note(store: TheStore, id: Which) -> Note:
    """Show a note."""
    return await remarks.one(store.bolt, Note, id)


@router.post("", status_code=201, responses=documented(404))
async def write(store: TheStore, who: TheWho, noting: Noting) -> Done[Note]:
    """Write a note on an entity or an edge."""
    return await inscribe(store.address, who, lambda ledger: ledger.note(noting.about, noting.text))


@router.put("/{id}", responses=documented(404))
async def edit(store: TheStore, who: TheWho, id: Which, editing: Editing) -> Done[Note]:
    """Change a note's text."""
    return await inscribe(store.address, who, lambda ledger: ledger.edit_note(id, editing.text))


@router.delete("/{id}", responses=documented(404))
async def delete(store: TheStore, who: TheWho, id: Which) -> Done[Note]:
    """Delete a note; its act can be undone."""
    return await inscribe(store.address, who, lambda ledger: ledger.delete(Note, id))
