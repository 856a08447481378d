"""The evidence packet of a view."""

from typing import Annotated, Literal

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.bounds import Id
from api.packet.html import html
from api.packet.markdown import markdown
from api.packet.packet import begin
from api.problems import documented
from api.providers import TheStore

router = APIRouter(prefix="/api/packet", tags=["export"])

MOST_LINKS = 1000
"""The most links of one packet."""

FORMS = {"html": (html, "text/html"), "markdown": (markdown, "text/markdown")}
_FILE = {"description": "The file.", "content": {"text/html": {}, "text/markdown": {}}}


class Wanted(BaseModel):
    """What a packet is made of: links in the order that they stand in it, and where the view is found again."""

    model_config = ConfigDict(extra="forbid")

    links: Annotated[list[tuple[Id, Id]], Field(min_length=1, max_length=MOST_LINKS)]
    title: Annotated[str, Field(min_length=1, max_length=200)] = "Evidence"
    address: Annotated[str, Field(max_length=16_000)] = ""
    scope: Literal["passage", "paragraph", "document"] = "passage"
    format: Literal["html", "markdown"] = "html"


@router.post("", response_class=StreamingResponse, responses={200: _FILE, **documented(404, 422, 503)})
async def packet(store: TheStore, wanted: Wanted) -> StreamingResponse:
    """Download every link with its sentences, their documents' ids, and where all of it comes from."""
    write, media_type = FORMS[wanted.format]
    begun = await begin(store.bolt, wanted.title, wanted.address, wanted.scope, wanted.links)
    name = "trama-evidence." + ("html" if wanted.format == "html" else "md")
    return StreamingResponse(
        write(begun), media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
