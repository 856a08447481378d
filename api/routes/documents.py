"""Documents: listed, shown, taken in and deleted."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, File, Query, Response, UploadFile

from api.bounds import Cursor, Identifier, Limit
from api.problems import documented
from api.providers import TheIntake, TheReader, TheStore, TheWho
from graph.answer import DocumentDetail, DocumentRow, Items
from graph.document import DocumentKind
from loaders.sources import LARGEST_FILE

router = APIRouter(prefix="/api/documents", tags=["documents"], responses=documented(422, 503))


@dataclass(frozen=True, slots=True)
class Received:
    """A document that was sent: the store may have held it `already`; it may have `replaced` one of the same name."""

    document: DocumentRow
    already: bool
    replaced: bool


@router.get("")
async def documents(
    reader: TheReader,
    q: Annotated[str, Query(max_length=200, description="Words of a subject, path, origin or number.")] = "",
    kind: DocumentKind | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[DocumentRow]:
    """List the documents, the newest first."""
    return await reader.documents(q, kind=kind, limit=limit, cursor=cursor)


@router.get("/{id}", responses=documented(404))
async def document(reader: TheReader, id: Identifier) -> DocumentDetail:
    """Show a document: its source text, and its passages with the mentions in them."""
    return await reader.document(id)


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses={200: {"model": Received, "description": "The store held it already"}, **documented(413)},
)
async def receive(
    response: Response,
    intake: TheIntake,
    store: TheStore,
    reader: TheReader,
    who: TheWho,
    file: Annotated[UploadFile, File(description=f"A text file of at most {LARGEST_FILE // 1_000_000} MB.")],
) -> Received:
    """Read a document and write it to the store; one of the same file name is replaced by it."""
    taken = await intake.take(store.address, file.filename or "", await file.read(), who)
    row = (await reader.document(taken.id)).document
    response.headers["Location"] = f"/api/documents/{taken.id}"
    if taken.already:
        response.status_code = HTTPStatus.OK
    return Received(row, taken.already, taken.replaced)


@router.delete("/{id}", status_code=HTTPStatus.NO_CONTENT, responses=documented(404))
async def delete(intake: TheIntake, store: TheStore, who: TheWho, id: Identifier) -> None:
    """Delete a document, and what only it supported."""
    await intake.remove(store.address, id, who)
