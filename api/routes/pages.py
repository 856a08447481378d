"""The pages for people: the explorer, and an entity's neighbourhood as a page to keep."""

import secrets
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse

from api.bounds import Identifier
from api.problems import documented
from api.providers import TheReader
from graph.picture import picture, policy

router = APIRouter(include_in_schema=False)

EXPLORER = Path(__file__).parents[1] / "pages" / "index.html"
DRAWN = 40
"""The entities of a page to keep: about as many names as fit beside each other."""


@router.get("/")
async def explorer() -> FileResponse:
    """Show the explorer."""
    return FileResponse(EXPLORER, media_type="text/html")


@router.get("/network/{id}", responses=documented(404, 503))
async def network_page(reader: TheReader, id: Identifier) -> HTMLResponse:
    """Show an entity among its strongest neighbours, as one file that also opens without the service."""
    entity = await reader.entity(id)
    network = await reader.network([id], depth=1, limit=DRAWN)
    nonce = secrets.token_urlsafe(16)
    return HTMLResponse(picture(network, entity.name, nonce), headers={"Content-Security-Policy": policy(nonce)})
