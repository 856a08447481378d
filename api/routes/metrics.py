"""Figures for Prometheus."""

import asyncio

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from api.metrics import Metrics
from api.providers import TheStore
from graph.errors import TramaError
from graph.reader import Reader

PATIENCE = 2.0
"""Seconds that the store has to count itself: Prometheus asks often, and wants an answer without it too."""

router = APIRouter(prefix="/metrics", tags=["health"])


@router.get("", response_class=PlainTextResponse)
async def metrics(request: Request, store: TheStore) -> Response:
    """Tell requests by route and status, their durations, and what the store holds, in Prometheus' text format."""
    figures: Metrics = request.app.state.metrics
    try:
        async with asyncio.timeout(PATIENCE):
            sizes = await Reader(store.bolt).sizes()
    except (TramaError, TimeoutError):
        store.doubt()
        sizes = None
    return Response(figures.text(sizes), media_type=CONTENT_TYPE_LATEST)
