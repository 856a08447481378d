"""Every list goes on where it ended, by the cursor that it gave."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import create_app
from graph.settings import Settings

LISTS = [
    "/api/entities",
    "/api/entities?q=mexico",
    "/api/entities?kind=agency",
    "/api/documents",
    "/api/search?q=the",
    "/api/entities/mexico/neighbours",
    "/api/entities/mexico/neighbours?scope=paragraph",
    "/api/entities/mexico/neighbours?scope=document",
    "/api/evidence?a=mexico&b=united-states&scope=paragraph",
    "/api/analysis/structure?by=core",
    "/api/analysis/communities",
    "/api/analysis/brokers?by=constraint",
    "/api/analysis/backbone?level=1",
    "/api/analysis/bursts",
    "/api/analysis/roles",
    "/api/analysis/offices",
    "/api/analysis/posts",
    "/api/analysis/loads",
]
UNPAGED = ("/api/network", "/api/analysis/periods", "/api/analysis/changes")
"""Pictures of so many nodes, and answers of several lists, each with its strongest."""


@pytest.mark.parametrize("route", LISTS)
def test_pages_join_to_the_whole_list(service: httpx.Client, route: str) -> None:
    """Each item once and in the same order, also where many rank alike."""
    whole = _get(service, route, limit=60)
    joined: list[Any] = []
    cursor = None
    while len(joined) < len(whole["items"]):
        page = _get(service, route, limit=max(1, len(whole["items"]) // 3), cursor=cursor)
        joined += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert joined[: len(whole["items"])] == whole["items"]
    assert (cursor is None) == (whole["next"] is None and len(joined) == len(whole["items"]))


def _routes() -> list[str]:
    paths = create_app(Settings(home=Path("nowhere"))).openapi()["paths"]
    taking = {p: {x["name"] for x in o["get"].get("parameters", ())} for p, o in paths.items() if "get" in o}
    return sorted(path for path, names in taking.items() if "limit" in names and not path.startswith(UNPAGED))


@pytest.mark.parametrize("route", _routes())
def test_a_cursor_that_is_none_is_refused(service: httpx.Client, route: str) -> None:
    """By every route that takes a limit, save those whose answer is no list."""
    asked = route.replace("{id}", "mexico")
    answer = service.get(asked, params={"cursor": "ZnJvbSB4", "q": "x", "a": "mexico", "b": "united-states"})
    assert answer.status_code == 422
    assert "cursor" in answer.json()["detail"]


def _get(service: httpx.Client, route: str, **parameters: Any) -> Any:
    given = {name: value for name, value in parameters.items() if value is not None}
    answer = service.get(httpx.URL(route).copy_merge_params(given))
    assert answer.status_code == 200, answer.text
    found = answer.json()
    return found | {"items": found.get("items", found.get("links"))}
