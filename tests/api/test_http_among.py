"""The links among some entities, and what they rest on."""

from collections import Counter
from itertools import combinations

import httpx

from graph.bolt import Bolt

KINGPIN = "arturo-beltran-leyva"


def network(service: httpx.Client) -> list[str]:
    """The ids of the network around one entity."""
    found = service.get("/api/network", params={"ids": KINGPIN, "limit": 30}).json()
    return [node["id"] for node in found["nodes"]]


def test_among_gives_these_entities_and_the_strongest_links(service: httpx.Client) -> None:
    """All of them as the network has them; where a limit cuts, those of the first ones before others."""
    ids = network(service)
    whole = service.get("/api/network", params={"ids": KINGPIN, "limit": 30}).json()["edges"]
    found = service.get("/api/network/among", params={"ids": ",".join(ids)}).json()
    assert [node["id"] for node in found["nodes"]] == ids
    assert found["links"] == len(found["edges"]) == len(whole)
    some = service.get("/api/network/among", params={"ids": ids, "first": KINGPIN, "limit": 5}).json()
    assert some["links"] == len(whole)
    assert all(KINGPIN in {edge["source"], edge["target"]} for edge in some["edges"])
    weights = [edge["weight"]["passages"] for edge in some["edges"]]
    assert weights == sorted(weights, reverse=True)


def test_facets_count_to_the_weights_of_the_links(service: httpx.Client) -> None:
    """Summed over all documents they are what the links weigh at every scope."""
    ids = network(service)
    facets = service.get("/api/network/facets", params={"ids": ",".join(ids)}).json()
    assert {document["kind"] for document in facets["documents"]} == {"cable", "foia"}
    sums = Counter[tuple[str, str, str]]()
    for document in facets["documents"]:
        seen = set()
        for paragraph in document["paragraphs"]:
            for scope, groups in (("passages", paragraph), ("paragraphs", [sorted({n for p in paragraph for n in p})])):
                for named in groups:
                    for pair in combinations(sorted(facets["ids"][n] for n in named), 2):
                        sums[*pair, scope] += 1
                        seen.add(pair)
        for pair in seen:
            sums[*pair, "documents"] += 1
    for edge in service.get("/api/network/among", params={"ids": ",".join(ids)}).json()["edges"]:
        pair = sorted((edge["source"], edge["target"]))
        for scope in ("passages", "paragraphs", "documents"):
            assert sums[pair[0], pair[1], scope] == edge["weight"][scope]


def test_too_many_and_unknown_entities_are_refused(service: httpx.Client) -> None:
    """With the words for it."""
    assert service.get("/api/network/among", params={"ids": "nobody-at-all"}).status_code == 404
    assert service.get("/api/network/among", params={"ids": ","}).status_code == 422
    many = ",".join(f"n{n}" for n in range(601))
    answer = service.get("/api/network/facets", params={"ids": many})
    assert answer.status_code == 422
    assert "601" in answer.json()["detail"]


def test_a_weak_link_that_is_asked_for_by_name_is_given_among_ten_thousand_stronger_ones(
    service: httpx.Client, bolt: Bolt
) -> None:
    """In the page to keep and in the packet."""
    bolt.run(
        "UNWIND range(100, 242) AS n CREATE (:Entity:Person:Crowd {id: 'c' + toString(n), name: 'C' + toString(n), "
        "kind: 'person', kinds: ['person'], aliases: [], mentions: 9, documents: 9})"
    )
    bolt.run(
        "MATCH (a:Crowd), (b:Crowd) WHERE a.id < b.id WITH a, b, a.id = 'c100' AND b.id = 'c101' AS weak "
        "CREATE (a)-[:CO_MENTIONED {passages: CASE WHEN weak THEN 1 ELSE 9 END, paragraphs: 9, documents: 9}]->(b)"
    )
    try:
        ids = [f"c{n}" for n in range(100, 243)]
        wanted = [["c101", "c100"], ["c100", "nobody"]]
        drawn = {"title": "Crowd", "nodes": {id_: [n, n] for n, id_ in enumerate(ids)}, "links": wanted}
        page = service.post("/network", json=drawn)
        assert page.status_code == 200, page.text
        assert "1 sentences, 9 paragraphs, 9 documents" in page.text
        links = [["c101", "c100"], *([a, b] for a, b in zip(ids, ids[2:], strict=False))]
        packet = service.post("/api/packet", json={"links": links, "format": "markdown"}).text
        assert r"1 sentences in 9 paragraphs of 9 documents" in packet
        assert packet.count("sentences in 9 paragraphs") == len(links)
    finally:
        bolt.run("MATCH (c:Crowd) DETACH DELETE c")
