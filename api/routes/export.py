"""The graph as a file for another tool."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from api.ids import listed
from api.problems import documented
from api.providers import TheStore
from graph.errors import InputError
from graph.exchange.export import export
from graph.exchange.form import FORMS, Form
from graph.exchange.part import Part

router = APIRouter(prefix="/api/export", tags=["export"])

MOST_STARTS = 100
"""The most entities that one part is made around."""

_FILE = {"description": "The file.", "content": {each.media_type: {} for each in FORMS.values()}}


@router.get("", response_class=StreamingResponse, responses={200: _FILE, **documented(404, 422, 503)})
async def whole_or_part(
    store: TheStore,
    format: Form,
    ids: Annotated[
        list[str] | None, Query(description="Entities: they and all named with them, not the whole. `ids=a,b`.")
    ] = None,
) -> StreamingResponse:
    """Download the graph, or the part around some entities, in a form that another tool reads.

    It is read while it is sent. Where the store fails or changes meanwhile, the answer breaks off.
    """
    given = listed(ids)
    if len(given) > MOST_STARTS:
        raise InputError(f"A part is made around at most {MOST_STARTS} entities: ids names {len(given)}.")
    if ids and not given:
        raise InputError("ids names no entity.")
    form = FORMS[format]
    part = await Part.of(store.bolt, given)
    return StreamingResponse(
        export(part, format),
        media_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{form.file_name}"'},
    )
