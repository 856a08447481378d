"""Whether the service lives, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter

from api.problems import documented
from api.providers import TheStore

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
async def live() -> dict[Literal["status"], Literal["live"]]:
    """Say that the process answers, whatever the store does."""
    return {"status": "live"}


@router.get("/ready", responses=documented(503))
async def ready(store: TheStore) -> dict[Literal["status"], Literal["ready"]]:
    """Say that the store answers too; 503 while it does not."""
    await store.check()
    return {"status": "ready"}
