"""What the service tells of itself: a line a request, figures for Prometheus, and nothing of what was asked."""

import io
import json
import logging
import time
from collections.abc import Iterator

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api import logs
from api.level import Level

SECRET = "gZ5secretK3y"
PERSON = "Somebody Named"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the process logs at the level `info`."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    out = io.StringIO()
    logs.configure(Level.INFO, out)
    yield out
    root.handlers[:], root.level = before
    for room in logs.OWN:
        logging.getLogger(room).setLevel(logging.NOTSET)


def _lines(log: io.StringIO, expected: int = 1) -> list[dict[str, object]]:
    """Return the lines; the last is written a moment after its answer has been read."""
    deadline = time.monotonic() + 5
    while log.getvalue().count("\n") < expected and time.monotonic() < deadline:
        time.sleep(0.01)
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_request_is_one_line_with_its_id(lonely: httpx.Client, log: io.StringIO) -> None:
    """When, which, how it ended, how long it took; the answer bears the same id."""
    answer = lonely.get("/api/entities?q=x")
    (line,) = _lines(log)
    assert {"time", "level", "event", "id", "method", "path", "status", "ms"} == set(line)
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/entities", 503)
    assert line["id"] == answer.headers["x-request-id"]
    assert 0 < float(str(line["ms"])) < 10_000


@pytest.mark.parametrize(("given", "kept"), [("proxy-17.a_b", True), ("x" * 65, False), ("a b", False), ('"}', False)])
def test_an_id_of_a_proxy_is_kept_where_it_is_one(
    lonely: httpx.Client, log: io.StringIO, given: str, kept: bool
) -> None:
    """What could be anything is replaced."""
    answer = lonely.get("/nowhere", headers={"X-Request-ID": given})
    assert (answer.headers["x-request-id"] == given) is kept
    assert _lines(log)[0]["id"] == answer.headers["x-request-id"]


def test_neither_keys_nor_questions_are_logged(lonely: httpx.Client, service: httpx.Client, log: io.StringIO) -> None:
    """Not from headers, cookies, addresses or bodies, nor from queries that fail."""
    headers = {"Authorization": f"Bearer {SECRET}", "Cookie": f"session={SECRET}", "X-API-Key": SECRET}
    for client in (lonely, service):
        client.get("/api/entities", params={"q": PERSON, "key": SECRET}, headers=headers)
        client.get("/api/entities", params={"q": PERSON, "limit": SECRET}, headers=headers)
        for query in (f"RETURN '{SECRET}', $name", f"RETURN {SECRET}", f"CREATE (:X {{name: '{SECRET}'}})"):
            question = {"query": query, "parameters": {"name": PERSON}}
            client.post("/api/cypher", json=question, params={"key": SECRET}, headers=headers)
    assert len(_lines(log, 10)) == 10
    assert SECRET not in log.getvalue()
    assert PERSON.split(maxsplit=1)[0] not in log.getvalue()


def test_no_path_breaks_out_of_its_line(lonely: httpx.Client, log: io.StringIO) -> None:
    """Line ends and a terminal's commands are spelt out, and a path of any length is cut."""
    lonely.get("/a%0A%1B%5B2J%22" + "x" * 5000)
    (line,) = _lines(log)
    assert str(line["path"]).startswith("/a%0A%1B%5B2J%22x")
    assert len(str(line["path"])) == 300


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.usefixtures("log")
def test_on_a_terminal_it_is_read_by_people() -> None:
    """Words instead of JSON; what comes from outside does not steer it, and tracebacks show no variables."""
    out = Terminal()
    logs.configure(Level.INFO, out)
    password = SECRET
    try:
        int(password[:3])
    except ValueError:
        logging.getLogger("api.any").exception("a\x1b[2Jb went wrong")
    said = out.getvalue()
    assert "went wrong" in said
    assert "ValueError: invalid literal" in said
    assert "\x1b[2J" not in said
    assert SECRET not in said


def test_what_is_asked_every_few_seconds_is_no_line(lonely: httpx.Client, log: io.StringIO) -> None:
    """Unless it goes wrong."""
    lonely.get("/health/live")
    lonely.get("/metrics")
    lonely.get("/health/ready")
    assert [(line["path"], line["status"]) for line in _lines(log)] == [("/health/ready", 503)]


def _figures(client: httpx.Client) -> dict[tuple[str, ...], float]:
    answer = client.get("/metrics").raise_for_status()
    assert answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.text)
    return {(s.name, *sorted(s.labels.values())): s.value for family in families for s in family.samples}


def test_requests_are_counted_by_template_and_status(service: httpx.Client) -> None:
    """Never by what was asked for: a 304 and a refusal too; what nobody serves and odd methods are of one kind."""
    before = _figures(service)
    tag = service.get("/api/entities/no-such-entity").headers.get("etag") or service.get("/api/stats").headers["etag"]
    assert service.get("/api/entities/semar", headers={"If-None-Match": tag}).status_code == 304
    service.get("/nowhere/at/all")
    service.get("/static/nothing.js")
    service.request("BREW", "/api/stats", headers={"Host": "evil.example"})
    time.sleep(0.2)  # the last is counted a moment after its answer has been read
    after = _figures(service)
    name = "trama_http_requests_total"
    for labels in (
        ("/api/entities/{id}", "404", "GET"),
        ("/api/entities/{id}", "304", "GET"),
        ("404", "GET", "other"),
        ("/static", "404", "GET"),
        ("/api/stats", "400", "other"),
    ):
        assert after[name, *labels] == before.get((name, *labels), 0) + 1
    assert not [labels for labels in after if "semar" in "".join(labels)]
    assert after["trama_http_request_duration_seconds_count", "/api/entities/{id}", "GET"] >= 2


def test_the_store_is_told_of(service: httpx.Client, lonely: httpx.Client) -> None:
    """What it holds, or that it does not answer; and which Trama it is."""
    found = _figures(service)
    assert found["trama_store_up",] == 1
    assert found["trama_store_items", "documents"] == 2
    assert found["trama_store_items", "links"] > 10
    away = _figures(lonely)
    assert away["trama_store_up",] == 0
    assert any(labels[0] == "trama_build_info" for labels in away)
    assert not any(labels[0] == "trama_store_items" for labels in away)
