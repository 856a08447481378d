"""Routes between two entities: over HTTP, on the command line and in a notebook."""

import json
from typing import Any

import httpx
import pytest
from small import small

from api.cli import run
from api.notebook.trama import Trama
from graph.bolt import Bolt
from graph.writer import Writer

DOCUMENTS = [
    small(
        "a/strong.txt",
        "SEMAR took Beltrán Leyva.",
        "SEMAR fought Beltrán Leyva and Villarreal.",
        "Then SEMAR hunted Beltrán Leyva.",
        "Beltrán Leyva led the Sinaloa Cartel.",
        "Beltrán Leyva left the Sinaloa Cartel.",
        "The Sinaloa Cartel fought the Zetas.",
        "The Sinaloa Cartel bought the Zetas.",
    ),
    small(
        "a/weak.txt", "SEMAR saw the DEA.", "The DEA saw the Zetas.", *["The DEA waited."] * 9, "SEMAR met the Zetas."
    ),
    small("a/apart.txt", "Calderón flew to Monterrey.", *["Nothing was said."] * 30),
]


@pytest.fixture(scope="module")
def loaded(bolt: Bolt) -> None:
    """Instead of the samples: documents in which SEMAR and the Zetas are linked directly, weakly and strongly."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add(DOCUMENTS)
    writer.refresh()


def test_routes_are_ranked_by_their_weakest_link_each_link_with_its_sentence(service: httpx.Client) -> None:
    """Not by their number of links: the direct one comes last, and is there."""
    found = service.get("/api/paths", params={"from": "semar", "to": "zetas"}).json()["items"]
    ways = [[entity["id"] for entity in route["entities"]] for route in found]
    assert ways[0] == ["semar", "beltran-leyva", "sinaloa-cartel", "zetas"]
    assert ways[-1] == ["semar", "zetas"]
    assert [route["weakest"] for route in found] == sorted((route["weakest"] for route in found), reverse=True)
    first = found[0]["hops"][0]
    assert (first["source"], first["target"], first["weight"]["passages"]) == ("semar", "beltran-leyva", 3)
    text, spans = first["evidence"]["text"], (first["evidence"]["a"][0], first["evidence"]["b"][0])
    assert [text[span["start"] : span["end"]] for span in spans] == ["SEMAR", "Beltrán Leyva"]
    assert "Villarreal" not in text


def test_where_verdicts_are_obeyed_routes_pass_by_what_they_speak_against(service: httpx.Client) -> None:
    """A link that lost all sentences is none; one that lost some shows another sentence, and no significance."""

    def found() -> dict[str, Any]:
        asked = {"from": "semar", "to": "zetas", "verdicts": "obey"}
        return dict(service.get("/api/paths", params=asked).json())

    def ways() -> list[list[str]]:
        return [[entity["id"] for entity in route["entities"]] for route in found()["items"]]

    def judge(a: str, b: str, **what: object) -> None:
        made = service.post("/api/verdicts", json={"a": a, "b": b, "verdict": "denial", **what})
        given.append(made.raise_for_status().json()["item"]["id"])

    given: list[str] = []
    hop = found()["items"][0]["hops"][0]
    told = hop["evidence"]
    judge(hop["source"], hop["target"], document=told["document"]["id"], passage=told["passage"])
    after = next(h for r in found()["items"] for h in r["hops"] if h["target"] == hop["target"])
    assert after["evidence"]["passage"] != told["passage"]
    assert (after["weight"]["passages"], after["weight"]["llr"]) == (hop["weight"]["passages"] - 1, None)
    judge("sinaloa-cartel", "zetas")
    assert ways()
    assert not any("sinaloa-cartel" in way for way in ways())
    [direct] = service.get("/api/evidence", params={"a": "semar", "b": "zetas"}).json()["items"]
    judge("semar", "zetas", document=direct["document"]["id"], passage=direct["passage"])
    assert ways() == [["semar", "dea", "zetas"]]
    judge("dea", "zetas")
    assert (ways(), found()["note"]) == ([], "No route of at most 3 links joins the two.")
    for id_ in given:
        service.delete(f"/api/verdicts/{id_}").raise_for_status()


def test_without_a_route_the_list_is_empty_and_says_so(service: httpx.Client) -> None:
    """That is an answer; an unknown entity and one with itself are none."""
    empty = service.get("/api/paths", params={"from": "semar", "to": "monterrey"}).json()
    assert (empty["items"], empty["note"]) == ([], "No route of at most 3 links joins the two.")
    assert service.get("/api/paths", params={"from": "semar", "to": "nobody"}).status_code == 404
    assert service.get("/api/paths", params={"from": "semar", "to": "semar"}).status_code == 422
    assert service.get("/api/paths", params={"from": "semar", "to": "zetas", "max_hops": 6}).status_code == 422


def test_where_no_link_is_more_than_chance_the_shortest_route_is_given(service: httpx.Client, bolt: Bolt) -> None:
    """With a note; so it is in a store that was never weighed."""
    kept = bolt.run(
        "MATCH (a)-[r:CO_MENTIONED]->(b) WITH a, r, b, r.llr AS llr SET r.llr = NULL RETURN a.id, b.id, llr"
    )
    found = service.get("/api/paths", params={"from": "beltran-leyva", "to": "zetas", "k": 1}).json()
    bolt.run(
        "UNWIND $kept AS k MATCH ({id: k['a.id']})-[r:CO_MENTIONED]->({id: k['b.id']}) SET r.llr = k.llr", kept=kept
    )
    assert len(found["items"][0]["hops"]) == 2
    assert found["items"][0]["weakest"] is None
    assert "shortest" in found["note"]


def test_the_three_ways_of_asking_agree(service: httpx.Client, capsys: pytest.CaptureFixture[str]) -> None:
    """By name on the command line and in Python, by id over HTTP."""
    over_http = service.get("/api/paths", params={"from": "semar", "to": "zetas", "k": 2}).json()
    assert run(["path", "SEMAR", "zetas", "-k", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == over_http
    with Trama() as trama:
        routes = trama.paths("Semar", "Zetas", k=2)
    assert [row["ids"].split(" > ") for row in routes.to_pandas().to_dict("records")] == [
        [entity["id"] for entity in route["entities"]] for route in over_http["items"]
    ]
    assert "<mark" in routes._repr_html_()
    assert run(["path", "SEMAR", "zetas"]) == 0
    assert "1. SEMAR > Beltrán Leyva > Sinaloa Cartel > Zetas (weakest link" in capsys.readouterr().out
