"""The API's reference: a truthful OpenAPI document, and a page that shows it without asking anybody else."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page

ROUTES = {
    "/api/entities": ["get"],
    "/api/entities/{id}": ["get"],
    "/api/entities/{id}/neighbours": ["get"],
    "/api/entities/{id}/documents": ["get"],
    "/api/entities/{id}/spellings": ["get"],
    "/api/evidence": ["get"],
    "/api/network": ["get"],
    "/api/paths": ["get"],
    "/api/network/among": ["get"],
    "/api/network/facets": ["get"],
    "/api/documents": ["get", "post"],
    "/api/documents/{id}": ["delete", "get"],
    "/api/search": ["get"],
    "/api/cypher": ["post"],
    "/api/stats": ["get"],
    "/api/export": ["get"],
    "/api/packet": ["post"],
    "/api/entities/{id}/sources": ["get"],
    "/api/judgements": ["get", "post"],
    "/api/judgements/preview": ["get"],
    "/api/judgements/{id}/undo": ["post"],
    "/api/review": ["get"],
    "/api/verdicts": ["get", "post"],
    "/api/verdicts/{id}": ["delete", "get"],
    "/api/notes": ["get", "post"],
    "/api/notes/{id}": ["delete", "get", "put"],
    "/api/views": ["get", "post"],
    "/api/views/{id}": ["delete", "get", "put"],
    "/api/audit": ["get"],
    "/api/audit/{id}/undo": ["post"],
    "/api/analysis/structure": ["get"],
    "/api/analysis/communities": ["get"],
    "/api/analysis/brokers": ["get"],
    "/api/analysis/backbone": ["get"],
    "/api/analysis/timeline": ["get"],
    "/api/analysis/growth": ["get"],
    "/api/analysis/bursts": ["get"],
    "/api/analysis/bursts/{id}": ["get"],
    "/api/analysis/periods": ["get"],
    "/api/analysis/changes": ["get"],
    "/api/analysis/loads": ["get"],
    "/api/analysis/roles": ["get"],
    "/api/analysis/roles/{id}": ["get"],
    "/api/analysis/offices": ["get"],
    "/api/analysis/posts": ["get"],
    "/health/live": ["get"],
    "/health/ready": ["get"],
    "/metrics": ["get"],
    "/session": ["get"],
}


@pytest.fixture(scope="module")
def openapi(lonely: httpx.Client) -> dict[str, Any]:
    """The OpenAPI document."""
    document: dict[str, Any] = lonely.get("/openapi.json").json()
    return document


def test_every_route_is_described(openapi: dict[str, Any]) -> None:
    """Those that the README promises, and no other."""
    assert {path: sorted(methods) for path, methods in openapi["paths"].items()} == ROUTES


def test_every_failure_is_described_as_a_problem(openapi: dict[str, Any]) -> None:
    """Under the media type that it is sent with; FastAPI's own form of it appears nowhere."""
    for path in openapi["paths"].values():
        for operation in path.values():
            failures = {k: v for k, v in operation["responses"].items() if k >= "400"}
            assert all(list(each["content"]) == ["application/problem+json"] for each in failures.values())
            assert "400" in failures or "requestBody" not in operation
    assert "HTTPValidationError" not in json.dumps(openapi)


def test_answers_are_as_described(service: httpx.Client, openapi: dict[str, Any]) -> None:
    """Every property that is described is there, and no other."""
    entity = service.get("/api/entities", params={"q": "Arturo Beltran Leyva"}).json()["items"][0]["id"]
    navy = service.get("/api/entities", params={"q": "SEMAR"}).json()["items"][0]["id"]
    document = service.get("/api/documents").json()["items"][0]["id"]
    asked = {
        "/api/entities": "/api/entities",
        "/api/entities/{id}": f"/api/entities/{entity}",
        "/api/entities/{id}/neighbours": f"/api/entities/{entity}/neighbours",
        "/api/entities/{id}/documents": f"/api/entities/{entity}/documents",
        "/api/entities/{id}/spellings": f"/api/entities/{entity}/spellings",
        "/api/evidence": f"/api/evidence?a={entity}&b={navy}",
        "/api/network": f"/api/network?ids={entity}",
        "/api/network/among": f"/api/network/among?ids={entity},{navy}",
        "/api/network/facets": f"/api/network/facets?ids={entity},{navy}",
        "/api/documents": "/api/documents",
        "/api/documents/{id}": f"/api/documents/{document}",
        "/api/search": "/api/search?q=cartel",
        "/api/stats": "/api/stats",
        "/api/analysis/structure": "/api/analysis/structure",
        "/api/analysis/communities": "/api/analysis/communities",
        "/api/analysis/brokers": "/api/analysis/brokers",
        "/api/analysis/backbone": "/api/analysis/backbone",
        "/health/live": "/health/live",
        "/health/ready": "/health/ready",
    }
    for path, address in asked.items():
        response = openapi["paths"][path]["get"]["responses"]["200"]
        schema = response["content"]["application/json"]["schema"]
        assert _differences(service.get(address).json(), schema, openapi, path) == []


def _differences(value: Any, schema: dict[str, Any], openapi: dict[str, Any], place: str) -> list[str]:
    """Name the places where a value is not as its schema says, as far as objects and lists go."""
    if "$ref" in schema:
        return _differences(value, openapi["components"]["schemas"][schema["$ref"].split("/")[-1]], openapi, place)
    if schema.get("type") == "array":
        parts = [_differences(each, schema["items"], openapi, f"{place}[{n}]") for n, each in enumerate(value)]
        return [line for part in parts for line in part]
    if "properties" in schema:
        if set(value) != set(schema["properties"]):
            return [f"{place}: {sorted(value)}"]
        parts = [_differences(value[k], each, openapi, f"{place}.{k}") for k, each in schema["properties"].items()]
        return [line for part in parts for line in part]
    kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None), "object": dict}
    allowed = [schema["type"]] if "type" in schema else [each.get("type") for each in schema.get("anyOf", ())]
    fits = not allowed or any(isinstance(value, kinds.get(each, object)) for each in allowed)
    return [] if fits else [f"{place}: {value!r} is no {allowed}"]


def test_the_page_shows_every_route_and_asks_nobody_else(lonely_site: str, visit: Callable[..., Page]) -> None:
    """In a real browser, under the strict policy, without a word of complaint in its console (see `visit`)."""
    page = visit(f"{lonely_site}/docs")
    page.wait_for_selector(".opblock")
    shown = page.locator(".opblock-summary-path").all_inner_texts()
    page.locator(".opblock-summary").first.click()
    page.wait_for_selector(".opblock-body .parameters")
    assert {path.replace("\u200b", "") for path in shown} == set(ROUTES)
