"""Names that would break out of a page or a terminal come back as the text they are."""

from itertools import pairwise

import httpx
import pytest

from graph.bolt import Bolt
from graph.document import Document, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.name import fold, slug
from graph.passage import Part, Passage
from graph.writer import Writer

NAMES = [
    "</script><img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(2)>",
    "\u202eabl\u202c \u200fLeyva",
    "{{7*7}} ${7*7} <!--",
    "a`) DETACH DELETE n //",
    "back\\slash \x1b[2J bell\x07",
    "N" * 300,
]
"""What documents may call somebody; each is named together with the one before it."""


@pytest.fixture(scope="module")
def loaded(bolt: Bolt) -> None:
    """A document that names all of them, in one sentence each two."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add([_document()])
    writer.refresh()


def _document() -> Extraction:
    entities = tuple(Entity(f"{slug(name)[:40]}-{n}", Kind.PERSON, name, (name,)) for n, name in enumerate(NAMES))
    passages: list[Passage] = []
    mentions: list[Mention] = []
    text = ""
    for ordinal, (a, b) in enumerate(pairwise(entities)):
        begin = len(text)
        for each in (a, b):
            start = len(text)
            text += each.name
            shown = (start - begin, len(text) - begin)
            spot = (start, len(text), ordinal, *shown, Method.RULE)
            mentions.append(Mention(each.id, fold(each.name), each.name, *spot))
            text += " met " if each is a else ".\n"
        passages.append(Passage(ordinal, begin, len(text) - 1, text[begin : len(text) - 1], Part.BODY, ordinal))
    digest = content_hash(text.encode())
    path = "</title><script>alert(3)</script> \"'.txt"
    document = Document(document_id(digest), digest, path, DocumentKind.TEXT, subject=NAMES[0])
    return Extraction(document, text, tuple(passages), entities, tuple(mentions))


def test_every_name_comes_back_as_it_was_written(service: httpx.Client) -> None:
    """To the last character, as JSON that no browser takes for a page."""
    answer = service.get("/api/entities", params={"limit": 100})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert {row["name"] for row in answer.json()["items"]} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_asked_for(service: httpx.Client, name: str) -> None:
    """Searched, opened, and read in its sentences."""
    assert service.get("/api/entities", params={"q": name[:200]}).status_code == 200
    assert service.get("/api/search", params={"q": name[:200]}).status_code == 200
    rows = service.get("/api/entities", params={"limit": 100}).json()["items"]
    id_ = next(row["id"] for row in rows if row["name"] == name)
    assert service.get(f"/api/entities/{id_}").json()["name"] == name
    for neighbour in service.get(f"/api/entities/{id_}/neighbours", params={"scope": "passage"}).json()["items"]:
        pair = {"a": id_, "b": neighbour["entity"]["id"]}
        for item in service.get("/api/evidence", params=pair).json()["items"]:
            assert all(item["text"][span["start"] : span["end"]] == name for span in item["a"])


def test_no_name_breaks_out_of_a_page(service: httpx.Client) -> None:
    """The picture of a network holds them as text, in its title and in its script."""
    for row in service.get("/api/entities", params={"limit": 100}).json()["items"]:
        page = service.get(f"/network/{row['id']}")
        assert page.status_code == 200
        assert page.headers["content-type"].startswith("text/html")
        assert "unsafe" not in page.headers["content-security-policy"]
        for name in (*NAMES[:2], NAMES[3]):
            assert name not in page.text
        assert "<img src=x" not in page.text
        assert "<svg onload" not in page.text


def test_a_hostile_address_is_answered_with_data(service: httpx.Client) -> None:
    """What was asked for stands in a problem as JSON, whose type no browser shows as a page."""
    answer = service.get("/api/entities/%3C%2Fscript%3E%3Cimg%20src=x%20onerror=alert(1)%3E")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
