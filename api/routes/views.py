"""Views: pictures of the explorer, saved under a name."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from api.bounds import Cursor, Limit
from api.inscriber import inscribe
from api.problems import documented
from api.providers import TheStore, TheWho
from graph.answer import Items
from graph.reading import remarks
from graph.remark import Done
from graph.view import ADDRESS, LONGEST_ADDRESS, LONGEST_TITLE, View

router = APIRouter(prefix="/api/views", tags=["views"], responses=documented(422, 503))

Which = Annotated[str, Path(max_length=200, description="The view's identifier.")]


class Saving(BaseModel):
    """A title, and an address of this service: path, query and fragment."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE, pattern=r"\S")]
    address: Annotated[str, Field(max_length=LONGEST_ADDRESS, pattern=ADDRESS)]


@router.get("")
async def views(store: TheStore, limit: Limit = 50, cursor: Cursor = None) -> Items[View]:
    """List the saved views by their titles."""
    return await remarks.views(store.bolt, limit, cursor)


@router.get("/{id}", responses=documented(404))
async def view(store: TheStore, id: Which) -> View:
    """Show a saved view."""
    return await remarks.one(store.bolt, View, id)


@router.post("", status_code=201)
async def save(store: TheStore, who: TheWho, saving: Saving) -> Done[View]:
    """Save a view."""
    return await inscribe(store.address, who, lambda ledger: ledger.save_view(saving.title, saving.address))


@router.put("/{id}", responses=documented(404))
async def edit(store: TheStore, who: TheWho, id: Which, saving: Saving) -> Done[View]:
    """Change a view's title and address."""
    return await inscribe(store.address, who, lambda ledger: ledger.edit_view(id, saving.title, saving.address))


@router.delete("/{id}", responses=documented(404))
async def delete(store: TheStore, who: TheWho, id: Which) -> Done[View]:
    """Delete a view; its act can be undone."""
    return await inscribe(store.address, who, lambda ledger: ledger.delete(View, id))
