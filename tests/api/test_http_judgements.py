"""Judgements and review over HTTP."""

from typing import Any

import httpx
import pytest


@pytest.fixture(scope="module")
def two(service: httpx.Client) -> list[dict[str, Any]]:
    """Two entities, the one with more mentions first."""
    items = service.get("/api/entities", params={"kind": "agency", "limit": 2}).json()["items"]
    return [dict(item) for item in items]


def test_a_judgement_is_previewed_made_listed_and_taken_back(service: httpx.Client, two: list[dict[str, Any]]) -> None:
    """The preview foretells what is then done; the ledger keeps both the judgement and its end."""
    a, b = (entity["id"] for entity in two)
    saying = {"decision": "same", "entity": b, "other": a}
    foretold = service.get("/api/judgements/preview", params=saying).json()
    assert foretold["mentions"] == two[0]["mentions"] + two[1]["mentions"]
    made = service.post("/api/judgements", json={**saying, "reason": "one office"})
    assert made.status_code == 201
    item = made.json()["item"]
    assert (item["value"], item["why"], item["entity"]["now"], made.json()["moved"]) == (a, "one office", a, 1)
    joined = service.get(f"/api/entities/{a}").json()
    assert (joined["mentions"], joined["documents"]) == (foretold["mentions"], foretold["documents"])
    old = service.get("/api/network/among", params={"ids": b, "first": a})
    assert (old.status_code, old.headers["location"]) == (307, f"/api/network/among?ids={a}&first={a}")
    assert service.get(f"/api/entities/{b}", follow_redirects=True).json() == joined
    assert service.get(f"/network/{b}").headers["location"] == f"/network/{a}"
    refused = service.post("/network", json={"title": "x", "nodes": {b: [0, 0]}, "links": []})
    assert (refused.status_code, refused.json()["now"]) == (404, a)
    links = service.get(f"/api/entities/{a}/neighbours", params={"limit": 500, "scope": "paragraph"}).json()["items"]
    assert len(links) == foretold["links"]
    for about in (a, b):
        listed = service.get("/api/judgements", params={"entity": about, "undone": False}).json()["items"]
        assert [row["id"] for row in listed] == [item["id"]]
    undone = service.post(f"/api/judgements/{item['id']}/undo", json={"reason": "two offices"}).json()["item"]
    assert undone["undone"]["why"] == "two offices"
    assert service.get(f"/api/entities/{b}").json()["mentions"] == two[1]["mentions"]
    again = service.post(f"/api/judgements/{item['id']}/undo")
    assert (again.status_code, again.headers["content-type"]) == (409, "application/problem+json")
    acts = service.get("/api/audit", params={"what": "judgement"}).json()["items"]
    assert [act["what"] for act in acts] == ["judgement.undone", "judgement.made"]


def test_a_name_is_corrected_struck_out_and_split(service: httpx.Client, two: list[dict[str, Any]]) -> None:
    """Renamed and of another kind at once; struck out it is gone; what one document calls it may be another thing."""
    a, b = (entity["id"] for entity in two)
    made = [
        service.post("/api/judgements", json={"decision": "rename", "entity": a, "value": "The Office"}).json(),
        service.post("/api/judgements", json={"decision": "kind", "entity": a, "value": "organization"}).json(),
        service.post("/api/judgements", json={"decision": "not a name", "entity": b}).json(),
    ]
    entity = service.get(f"/api/entities/{a}").json()
    assert (entity["name"], entity["kinds"]) == ("The Office", ["organization"])
    assert two[0]["name"] in entity["aliases"]
    assert service.get(f"/api/entities/{b}").status_code == 404
    documents = service.get(f"/api/entities/{a}/sources").json()["items"]
    if len(documents) > 1:
        part = {"decision": "split", "entity": a, "documents": [documents[0]["document"]["id"]]}
        made.append(service.post("/api/judgements", json=part).json())
        assert service.get(f"/api/entities/{made[-1]['item']['value']}").json()["documents"] == 1
    for done in made:
        assert service.post(f"/api/judgements/{done['item']['id']}/undo").status_code == 200
    assert service.get(f"/api/entities/{a}").json()["name"] == two[0]["name"]


def test_pairs_wait_for_review_until_they_are_judged(service: httpx.Client) -> None:
    """Each pair comes with both sides' sentences, the reasons and the effect; one left open is asked for by name."""
    first = service.get("/api/review").json()
    assert first["note"].endswith("wait.")
    for pair in first["items"]:
        assert pair["reasons"]
        assert pair["effect"]["words"]
        for side in (pair["left"], pair["right"]):
            said = side["sentences"][0]
            assert said["text"][said["spans"][0]["start"] : said["spans"][0]["end"]]
    if first["items"]:
        left, right = (first["items"][0][side]["entity"]["id"] for side in ("left", "right"))
        made = service.post("/api/judgements", json={"decision": "unsure", "entity": left, "other": right}).json()
        ids = [
            (p["left"]["entity"]["id"], p["right"]["entity"]["id"]) for p in service.get("/api/review").json()["items"]
        ]
        assert (left, right) not in ids
        assert len(service.get("/api/review", params={"unsure": True}).json()["items"]) == 1
        service.post(f"/api/judgements/{made['item']['id']}/undo")


@pytest.mark.parametrize(
    ("saying", "status"),
    [
        ({"decision": "rename", "entity": "nobody", "value": "N"}, 404),
        ({"decision": "certain", "entity": "nobody"}, 422),
        ({"decision": "same", "entity": "nobody", "other": "nobody", "color": "red"}, 422),
    ],
)
def test_what_cannot_be_judged_is_a_problem(service: httpx.Client, saying: dict[str, str], status: int) -> None:
    """Unknown entities, decisions and fields."""
    answer = service.post("/api/judgements", json=saying)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
