"""What the service answers about the two sample documents, asked as a program asks it."""

from typing import Any

import httpx
import pytest

from graph.name import fold


def _get(service: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = service.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def _find(service: httpx.Client, name: str, **parameters: Any) -> dict[str, Any]:
    found: dict[str, Any] = _get(service, "/api/entities", q=name, **parameters)["items"][0]
    return found


@pytest.mark.parametrize("spelling", ["Arturo Beltran Leyva", "arturo beltrán leyva", "Arturo Beltran Leyba", "ABL"])
def test_an_entity_is_found_by_any_of_its_names(service: httpx.Client, spelling: str) -> None:
    """Accents or none, one typo, an alias that the document defines."""
    found = _find(service, spelling)
    assert fold(found["name"]) == "arturo beltran leyva"
    assert found["kind"] == "trafficker"
    assert set(found) == {"id", "name", "kind", "aliases", "mentions", "documents"}


def test_entities_are_listed_by_kind_a_page_at_a_time(service: httpx.Client) -> None:
    """The cursor of one page gives the next; together they are the whole list, each once."""
    whole = [row["id"] for row in _get(service, "/api/entities", kind="agency", limit=500)["items"]]
    assert len(whole) > 5
    pieces: list[str] = []
    more: dict[str, Any] = {}
    while True:
        page = _get(service, "/api/entities", kind="agency", limit=3, **more)
        pieces += [row["id"] for row in page["items"]]
        if page["next"] is None:
            break
        more = {"cursor": page["next"]}
    assert pieces == whole


def test_a_cursor_that_no_list_gave_is_refused(service: httpx.Client) -> None:
    """As a bad parameter."""
    assert service.get("/api/entities", params={"cursor": "no cursor"}).status_code == 422


def test_the_spellings_of_an_entity_are_all_its_mentions(service: httpx.Client) -> None:
    """The commonest first; an entity that is not there is a 404."""
    row = _get(service, "/api/entities", q="Beltran Leyva", kind="trafficker")["items"][0]
    written = _get(service, f"/api/entities/{row['id']}/spellings")["items"]
    counts = [each["mentions"] for each in written]
    assert len(written) > 1
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == row["mentions"]
    assert service.get("/api/entities/nobody/spellings").status_code == 404


def test_an_entity_shows_its_posts_and_dates(service: httpx.Client) -> None:
    """Of officials, where they serve and which document says so."""
    officials = _get(service, "/api/entities", kind="official", limit=500)["items"]
    details = [_get(service, f"/api/entities/{row['id']}") for row in officials]
    posts = [post for detail in details for post in detail["posts"]]
    assert posts
    assert all(post["documents"] for post in posts)


@pytest.mark.parametrize("path", ["/api/entities/nobody", "/api/entities/nobody/neighbours", "/api/documents/nothing"])
def test_an_unknown_identifier_is_not_found(service: httpx.Client, path: str) -> None:
    """404, as a problem."""
    answer = service.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_navy_is_named_with_the_man_it_killed_and_the_sentences_say_so(service: httpx.Client) -> None:
    """From a name to a neighbour to the evidence: what the whole of Trama is for."""
    man = _find(service, "Arturo Beltran Leyva")
    neighbours = _get(service, f"/api/entities/{man['id']}/neighbours", kind="agency", scope="passage")["items"]
    navy = next(each for each in neighbours if "SEMAR" in each["entity"]["aliases"])
    evidence = _get(service, "/api/evidence", a=man["id"], b=navy["entity"]["id"], scope="passage")["items"]
    assert len(evidence) == navy["weight"]["passages"]
    for item in evidence:
        assert item["document"]["id"]
        for side, row in (("a", man), ("b", navy["entity"])):
            surfaces = [item["text"][span["start"] : span["end"]] for span in item[side]]
            assert surfaces
            assert set(map(fold, surfaces)) <= set(map(fold, [row["name"], *row["aliases"]]))


def test_a_wider_scope_knows_at_least_as_many(service: httpx.Client) -> None:
    """Whoever is named in one sentence is named in one paragraph, and in one document."""
    man = _find(service, "Arturo Beltran Leyva")["id"]
    counts = [
        len(_get(service, f"/api/entities/{man}/neighbours", scope=scope, limit=500)["items"])
        for scope in ("passage", "paragraph", "document")
    ]
    assert counts == sorted(counts)
    assert counts[0] > 0


def test_a_network_is_the_same_however_its_starts_are_written(service: httpx.Client) -> None:
    """`ids=a,b` and `ids=a&ids=b`; its edges stand between its nodes."""
    a, b = _find(service, "Arturo Beltran Leyva")["id"], _find(service, "SEMAR")["id"]
    network = _get(service, "/api/network", ids=f"{a},{b}", limit=20)
    assert network == _get(service, "/api/network", ids=[a, b], limit=20)
    nodes = {node["id"] for node in network["nodes"]}
    assert {a, b} <= nodes
    assert all({edge["source"], edge["target"]} <= nodes for edge in network["edges"])
    assert network["edges"]


def test_a_network_says_when_it_was_cut(service: httpx.Client) -> None:
    """At `limit` nodes."""
    man = _find(service, "Arturo Beltran Leyva")["id"]
    network = _get(service, "/api/network", ids=man, limit=3)
    assert len(network["nodes"]) == 3
    assert network["truncated"]
    assert not _get(service, "/api/network", ids=man, limit=500)["truncated"]


def test_a_document_shows_where_its_source_says_each_name(service: httpx.Client) -> None:
    """Every mention's span is right in the shown text and in the source text."""
    rows = _get(service, "/api/documents")["items"]
    assert sorted(row["kind"] for row in rows) == ["cable", "foia"]
    for row in rows:
        detail = _get(service, f"/api/documents/{row['id']}")
        assert detail["document"] == row
        mentions = [(passage, each) for passage in detail["passages"] for each in passage["mentions"]]
        assert mentions
        for passage, mention in mentions:
            assert passage["text"][mention["start"] : mention["end"]] == mention["surface"]
            assert detail["text"][mention["source_start"] : mention["source_end"]].strip()


def test_words_are_found_in_passages(service: httpx.Client) -> None:
    """Whole words, in any case."""
    hits = _get(service, "/api/search", q="CUERNAVACA")["items"]
    assert hits
    assert all("cuernavaca" in hit["text"].lower() for hit in hits)


@pytest.mark.parametrize("words", ['"', "[", "a AND", "(~", "/", "\\", "*", "::", "\u202e", "\x00"])
def test_no_search_text_brings_the_search_down(service: httpx.Client, words: str) -> None:
    """Whatever the full-text index would read as its own language is a word like any other."""
    assert service.get("/api/search", params={"q": words}).status_code in {200, 422}
    assert service.get("/api/entities", params={"q": words}).status_code in {200, 422}


def test_statistics_count_the_store(service: httpx.Client) -> None:
    """Two documents, and what they name."""
    stats = _get(service, "/api/stats")
    assert stats["documents"] == {"cable": 1, "foia": 1}
    assert stats["passages"] > 0
    assert stats["mentions"] > 0
    assert stats["links"] > 0


def test_a_ready_service_says_so(service: httpx.Client) -> None:
    """With 200."""
    assert _get(service, "/health/ready") == {"status": "ready"}


def test_large_answers_are_compressed(service: httpx.Client) -> None:
    """For a client that takes gzip."""
    row = _get(service, "/api/documents")["items"][0]
    answer = service.get(f"/api/documents/{row['id']}", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
