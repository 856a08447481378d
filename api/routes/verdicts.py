"""Verdicts: what readers say an edge, or one sentence behind it, is worth."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bounds import Cursor, Id, Limit
from api.inscriber import inscribe
from api.problems import documented
from api.providers import TheStore, TheWho
from graph.answer import Items
from graph.errors import InputError
from graph.reading import remarks
from graph.reading.remarks import VerdictsWanted
from graph.remark import Done
from graph.verdict import LONGEST_REASON, Opinion, Verdict

router = APIRouter(prefix="/api/verdicts", tags=["verdicts"], responses=documented(422, 503))

Asked = Annotated[str | None, Query(max_length=200)]
Which = Annotated[str, Path(max_length=200, description="The verdict's identifier.")]


class Judging(BaseModel):
    """A verdict on the edge between two entities; with `document` and `passage`, on that one sentence of it."""

    model_config = ConfigDict(extra="forbid")

    a: Id
    b: Id
    verdict: Opinion
    document: Id | None = None
    passage: Annotated[int, Field(ge=0, le=10_000_000)] | None = None
    reason: Annotated[str, Field(max_length=LONGEST_REASON)] = ""


@router.get("")
async def verdicts(
    store: TheStore,
    entity: Asked = None,
    a: Asked = None,
    b: Asked = None,
    document: Asked = None,
    verdict: Opinion | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[Verdict]:
    """List verdicts, the latest first: on an entity's edges, on the edge of `a` and `b`, on a document's sentences."""
    if (a is None) is not (b is None):
        raise InputError("An edge has two ends: give a and b, or neither.")
    of = (a, b) if a is not None and b is not None else None
    return await remarks.verdicts(store.bolt, VerdictsWanted(entity, of, document, verdict), limit, cursor)


@router.get("/{id}", responses=documented(404))
async def verdict(store: TheStore, id: Which) -> Verdict:
    """Show a verdict."""
    return await remarks.one(store.bolt, Verdict, id)


@router.post("", status_code=201, responses={200: {"model": Done[Verdict]}, **documented(404)})
async def judge(store: TheStore, who: TheWho, judging: Judging, response: Response) -> Done[Verdict]:
    """Give a verdict; it takes the place of the one that stands on the same edge or sentence."""
    if (judging.document is None) is not (judging.passage is None):
        raise InputError("A sentence is named by its document and its passage: give both, or neither.")
    at = None if judging.document is None or judging.passage is None else (judging.document, judging.passage)
    given = judging
    done = await inscribe(
        store.address, who, lambda ledger: ledger.judge(given.a, given.b, given.verdict, given.reason, at)
    )
    if done.act is None:
        response.status_code = 200
    return done


@router.delete("/{id}", responses=documented(404))
async def delete(store: TheStore, who: TheWho, id: Which) -> Done[Verdict]:
    """Take a verdict back; its act can be undone."""
    return await inscribe(store.address, who, lambda ledger: ledger.delete(Verdict, id))
