"""The pages for people: the explorer, and networks as pages to keep."""

import secrets
from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from api.bounds import LONGEST_ID, Id
from api.problems import documented
from api.providers import TheReader, TheStore
from graph.answer import Network
from graph.errors import MovedError, NotFoundError
from graph.picture import picture, policy
from graph.reading.among import among_pairs

router = APIRouter(include_in_schema=False)

PAGES = Path(__file__).parents[1] / "pages"
DRAWN = 40
"""The entities of a page to keep: about as many names as fit beside each other."""
MOST_NODES = 600
MOST_LINKS = 10_000

Coordinate = Annotated[float, Field(ge=-1e9, le=1e9)]


class Drawn(BaseModel):
    """A picture as it is seen: where each entity stands, and the links that are drawn."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=200)]
    nodes: Annotated[dict[Id, tuple[Coordinate, Coordinate]], Field(min_length=1, max_length=MOST_NODES)]
    links: Annotated[list[tuple[Id, Id]], Field(max_length=MOST_LINKS)]


@router.get("/")
async def explorer() -> FileResponse:
    """Show the explorer."""
    return FileResponse(PAGES / "index.html", media_type="text/html")


@router.get("/review")
async def review() -> FileResponse:
    """Show the pairs of names that may be the same, one at a time."""
    return FileResponse(PAGES / "review.html", media_type="text/html")


@router.get("/network/{id}", responses=documented(503))
async def network_page(reader: TheReader, id: str) -> HTMLResponse:
    """Show an entity among its strongest neighbours, as one file that also opens without the service."""
    try:
        entity = await reader.entity(id[: LONGEST_ID + 1])
    except MovedError:
        raise  # it leads on
    except NotFoundError:
        page = (PAGES / "nobody.html").read_text(encoding="utf-8")
        return HTMLResponse(page, status_code=HTTPStatus.NOT_FOUND)
    network = await reader.network([id], depth=1, limit=DRAWN)
    return _kept(network, entity.name)


@router.post("/network", responses=documented(404, 422, 503))
async def drawn_page(store: TheStore, drawn: Drawn) -> HTMLResponse:
    """Give a picture as one file to keep: these entities where they stand, and these links."""
    found = await among_pairs(store.bolt, drawn.nodes, drawn.links)
    network = Network(found.nodes, found.edges, truncated=False)
    places = {id_: (x, -y) for id_, (x, y) in drawn.nodes.items()}  # The page's y grows downwards.
    answer = _kept(network, drawn.title, places)
    answer.headers["Content-Disposition"] = 'attachment; filename="trama-network.html"'
    return answer


def _kept(network: Network, title: str, places: dict[str, tuple[float, float]] | None = None) -> HTMLResponse:
    nonce = secrets.token_urlsafe(16)
    return HTMLResponse(picture(network, title, nonce, places), headers={"Content-Security-Policy": policy(nonce)})
