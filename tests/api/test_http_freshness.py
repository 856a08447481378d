"""What has not changed is not sent again: tags of the store's state, and 304."""

from pathlib import Path

import httpx
import pytest
from small import small

from graph.bolt import Bolt
from graph.writer import Writer

ROUTES = ["/api/entities?q=semar", "/api/documents", "/api/stats", "/api/analysis/loads", "/api/entities?limit=1"]


def again(service: httpx.Client, route: str, answer: httpx.Response) -> httpx.Response:
    """Ask for what one has."""
    return service.get(route, headers={"If-None-Match": answer.headers["ETag"]})


@pytest.mark.parametrize("route", ROUTES)
def test_an_answer_that_one_has_is_not_sent_again(service: httpx.Client, route: str) -> None:
    """A 304 without a body, with the tag, and with the headers that every answer has."""
    first = service.get(route)
    assert first.headers["Cache-Control"] == "private, no-cache"
    second = again(service, route, first)
    assert (second.status_code, second.content) == (304, b"")
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["X-Content-Type-Options"] == "nosniff"
    other = service.get(route, headers={"If-None-Match": 'W/"of another store"'})
    assert (other.status_code, other.json()) == (200, first.json())


def test_every_change_of_the_store_makes_answers_new(service: httpx.Client, bolt: Bolt) -> None:
    """A document written, refreshed or deleted, and what a reader says of a link."""
    writer = Writer(bolt)
    tags = []

    def asked() -> None:
        answer = service.get("/api/entities?q=semar")
        assert again(service, "/api/entities?q=semar", answer).status_code == 304
        tags.append(answer.headers["ETag"])

    asked()
    document = small("tag/one.txt", "SEMAR met the DEA.")
    for change in (
        lambda: writer.add([document]),
        writer.refresh,
        lambda: service.post("/api/verdicts", json={"a": "semar", "b": "dea", "verdict": "real"}).raise_for_status(),
        lambda: writer.delete(document.document.id),
        writer.refresh,
    ):
        change()
        asked()
    assert len(set(tags)) == len(tags)
    writer.refresh()
    asked()
    assert tags[-1] == tags[-2]


def test_failures_and_pages_bear_no_tag(service: httpx.Client, samples: list[Path]) -> None:
    """Nor does what changes something."""
    for route in ("/api/entities/nobody", "/api/entities?limit=0", "/", "/health/live"):
        assert "-" not in service.get(route).headers.get("ETag", "")
    sent = service.post("/api/documents", files={"file": (samples[0].name, samples[0].read_bytes())})
    assert "ETag" not in sent.headers


def test_a_store_that_is_away_is_told_of_all_the_same(lonely: httpx.Client) -> None:
    """Whatever tag the asker has."""
    assert lonely.get("/api/stats", headers={"If-None-Match": "*"}).status_code == 503


def test_a_star_says_nothing_of_what_is_not_there(service: httpx.Client) -> None:
    """An unknown entity is unknown, whatever the asker would have."""
    assert service.get("/api/entities/nobody", headers={"If-None-Match": "*"}).status_code == 404
    assert service.get("/api/stats", headers={"If-None-Match": "*"}).status_code == 200
