"""The audit trail: who wrote what into the store, and taking it back."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.bounds import Cursor, Limit
from api.inscriber import inscribe
from api.problems import documented
from api.providers import TheStore, TheWho
from graph.answer import Items
from graph.note import Note
from graph.reading import audit as reading
from graph.reading.audit import ActRow
from graph.verdict import Verdict
from graph.view import View

router = APIRouter(prefix="/api/audit", tags=["audit"], responses=documented(422, 503))


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing an act left: the `item` as it stands now (null: it is gone), and the `act` of undoing."""

    item: Verdict | Note | View | None
    act: str | None


@router.get("")
async def acts(
    store: TheStore,
    what: Annotated[
        str | None, Query(max_length=100, description="`verdict`, `document`, …; or with its verb: `verdict.set`.")
    ] = None,
    about: Annotated[
        str | None, Query(max_length=200, description="The identifier of an entity, document, load or note.")
    ] = None,
    who: Annotated[str | None, Query(max_length=200)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[ActRow]:
    """List what was done to the store, the latest first: who, when, what, what stood there before and after."""
    return await reading.acts(store.bolt, what=what, about=about, who=who, limit=limit, cursor=cursor)


@router.post("/{id}/undo", responses=documented(404, 409))
async def undo(
    store: TheStore, who: TheWho, id: Annotated[str, Path(max_length=200, description="The act's identifier.")]
) -> Undone:
    """Bring back what an act on a verdict, note or view changed; undoing that act does it again."""
    done = await inscribe(store.address, who, lambda ledger: ledger.undo(id))
    return Undone(done.item, done.act)
