"""The API's reference page: Swagger UI, served from here."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

router = APIRouter(include_in_schema=False)

PAGE = Path(__file__).parents[1] / "pages" / "reference.html"


@router.get("/docs")
async def reference() -> FileResponse:
    """Show every route, to read and to try."""
    return FileResponse(PAGE, media_type="text/html")
