"""Verdicts, notes and views over HTTP, and their trail."""

import json
from typing import Any

import httpx
import pytest


@pytest.fixture(scope="module")
def edge(service: httpx.Client) -> dict[str, Any]:
    """An edge with its first sentence: `a`, `b`, `document`, `passage`."""
    a = service.get("/api/entities", params={"q": "Arturo Beltrán Leyva"}).json()["items"][0]["id"]
    b = service.get(f"/api/entities/{a}/neighbours").json()["items"][0]["entity"]["id"]
    said = service.get("/api/evidence", params={"a": a, "b": b}).json()["items"][0]
    return {"a": a, "b": b, "document": said["document"]["id"], "passage": said["passage"]}


def test_a_verdict_is_given_replaced_taken_back_and_brought_back(service: httpx.Client, edge: dict[str, Any]) -> None:
    """Each answer names the act that undoes it; the same again is no new one."""
    body = {**edge, "verdict": "denial", "reason": "the cable denies it"}
    given = service.post("/api/verdicts", json=body)
    assert given.status_code == 201
    item = given.json()["item"]
    assert {**item, **body} == item
    assert item["by"]
    assert service.post("/api/verdicts", json=body).json() == {"item": item, "act": None}
    assert service.post("/api/verdicts", json=body).status_code == 200
    gone = service.delete(f"/api/verdicts/{item['id']}").json()
    assert gone["item"] is None
    assert service.get(f"/api/verdicts/{item['id']}").status_code == 404
    undone = service.post(f"/api/audit/{gone['act']}/undo")
    assert undone.json()["item"]["id"] == item["id"]
    again = service.post(f"/api/audit/{gone['act']}/undo")
    assert (again.status_code, again.headers["content-type"]) == (409, "application/problem+json")
    listed = service.get("/api/verdicts", params={"a": edge["b"], "b": edge["a"]}).json()["items"]
    assert listed == [item]
    acts = service.get("/api/audit", params={"about": item["id"]}).json()["items"]
    assert [act["what"] for act in acts] == ["verdict.undone", "verdict.deleted", "verdict.set"]
    service.delete(f"/api/verdicts/{item['id']}")


def test_verdicts_stand_in_answers_and_are_obeyed_on_request(service: httpx.Client, edge: dict[str, Any]) -> None:
    """An edge says how many of its sentences were judged; one spoken against is left out only where that is asked."""
    ends = {"a": edge["a"], "b": edge["b"]}
    before = service.get("/api/evidence", params=ends).json()["items"]
    given = service.post("/api/verdicts", json={**edge, "verdict": "denial"}).json()
    shown = service.get("/api/evidence", params=ends).json()["items"]
    assert shown[0]["verdicts"] == [given["item"]]
    obeyed = service.get("/api/evidence", params={**ends, "verdicts": "obey"}).json()["items"]
    assert obeyed == before[1:]
    near = f"/api/entities/{edge['a']}/neighbours"
    first = service.get(near).json()["items"][0]
    assert (first["entity"]["id"], first["verdicts"]) == (edge["b"], {"edge": None, "sentences": 1})
    whole = service.post("/api/verdicts", json={**ends, "verdict": "wrong person"}).json()
    links = service.get("/api/network", params={"ids": edge["a"]}).json()["edges"]
    assert {"edge": "wrong person", "sentences": 1} in [link["verdicts"] for link in links]
    left = service.get("/api/network", params={"ids": edge["a"], "limit": 2, "verdicts": "obey"}).json()["nodes"]
    assert edge["b"] not in [node["id"] for node in left]
    left = service.get(near, params={"limit": 500, "verdicts": "obey"}).json()["items"]
    assert edge["b"] not in [each["entity"]["id"] for each in left]
    for each in (whole, given):
        service.post(f"/api/audit/{each['act']}/undo")
    assert service.get("/api/verdicts").json()["items"] == []


def test_notes_and_views_are_written_changed_and_deleted(service: httpx.Client, edge: dict[str, Any]) -> None:
    """A note stands on an entity or an edge; a view's address is one of this service."""
    ends = [edge["a"], edge["b"]]
    note = service.post("/api/notes", json={"about": ends, "text": "<b>Ask</b> the archive."}).json()["item"]
    service.put(f"/api/notes/{note['id']}", json={"text": "Asked."})
    assert service.get("/api/notes", params={"about": ends[::-1]}).json()["items"][0]["text"] == "Asked."
    assert service.get("/api/notes", params={"about": ends[:1]}).json()["items"] == []
    service.delete(f"/api/notes/{note['id']}")
    view = service.post("/api/views", json={"title": "Raid", "address": f"/?ids={edge['a']}#x=1"}).json()["item"]
    service.put(f"/api/views/{view['id']}", json={"title": "The raid", "address": "/"})
    assert [each["title"] for each in service.get("/api/views").json()["items"]] == ["The raid"]
    assert service.delete(f"/api/views/{view['id']}").json()["item"] is None
    assert service.get("/api/views").json()["items"] == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/verdicts", {"a": "x", "b": "y", "verdict": "maybe"}),
        ("/api/verdicts", {"a": "x", "b": "x", "verdict": "real"}),
        ("/api/verdicts", {"a": "x", "b": "y", "verdict": "real", "document": "d"}),
        ("/api/verdicts", {"a": "x", "b": "y", "verdict": "real", "reason": "x" * 2001}),
        ("/api/verdicts", {"a": "x", "b": "y", "verdict": "real", "by": "somebody else"}),
        ("/api/notes", {"about": [], "text": "x"}),
        ("/api/notes", {"about": ["x"], "text": " "}),
        ("/api/notes", {"about": ["x"], "text": "x" * 10_001}),
        ("/api/notes", {"about": ["x"], "text": "\ud800"}),
        ("/api/views", {"title": "", "address": "/"}),
        ("/api/views", {"title": "x", "address": "//evil.example"}),
        ("/api/views", {"title": "x", "address": "/\\evil.example"}),
        ("/api/views", {"title": "x", "address": "javascript:alert(1)"}),
        ("/api/views", {"title": "x", "address": "/" + "x" * 16_000}),
    ],
)
def test_what_cannot_be_used_is_a_problem(service: httpx.Client, path: str, body: dict[str, Any]) -> None:
    """422 in a sentence, and nothing is written."""
    answer = service.post(path, content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["detail"]


def test_nobody_known_is_not_found(service: httpx.Client) -> None:
    """404 for entities and acts that are not there."""
    assert service.post("/api/verdicts", json={"a": "x", "b": "y", "verdict": "real"}).status_code == 404
    assert service.post("/api/notes", json={"about": ["x"], "text": "x"}).status_code == 404
    assert service.post("/api/audit/act-999999/undo").status_code == 404
