"""Errors are problem documents (RFC 9457), whatever went wrong."""

import socket
import time

import httpx
import pytest


def _problem(answer: httpx.Response) -> dict[str, object]:
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["type"] == "about:blank"
    assert body["title"]
    assert body["detail"]
    assert "Traceback" not in answer.text
    return body


@pytest.mark.parametrize(
    "path",
    [
        "/api/entities",
        "/api/entities/x",
        "/api/entities/x/neighbours",
        "/api/evidence?a=x&b=y",
        "/api/network?ids=x",
        "/api/documents",
        "/api/documents/x",
        "/api/search?q=x",
        "/api/stats",
        "/health/ready",
    ],
)
def test_while_the_store_is_away_everything_says_so_and_when_to_come_back(lonely: httpx.Client, path: str) -> None:
    """503 with Retry-After, and no secret of where the store should be."""
    answer = lonely.get(path)
    body = _problem(answer)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert body["instance"] == path.partition("?")[0]


def test_the_service_lives_without_its_store(lonely: httpx.Client) -> None:
    """Whoever watches the process need not restart it."""
    assert lonely.get("/health/live").json() == {"status": "live"}


@pytest.mark.parametrize("path", ["/nowhere", "/api", "/api/nothing", "/static/nothing.js", "/static/../api/app.py"])
def test_nothing_there_is_a_problem(lonely: httpx.Client, path: str) -> None:
    """404."""
    assert _problem(lonely.get(path))["status"] == 404


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/api/entities"), ("POST", "/health/live"), ("GET", "/api/cypher")]
)
def test_a_wrong_method_is_a_problem(lonely: httpx.Client, method: str, path: str) -> None:
    """405, with the methods that are possible."""
    answer = lonely.request(method, path)
    assert _problem(answer)["status"] == 405
    assert answer.headers["allow"]


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("/api/entities?limit=0", "query/limit"),
        ("/api/entities?limit=501", "query/limit"),
        ("/api/entities?limit=many", "query/limit"),
        ("/api/entities?kind=dragon", "query/kind"),
        ("/api/entities?q=" + "x" * 201, "query/q"),
        ("/api/entities/x/neighbours?scope=planet", "query/scope"),
        ("/api/evidence?a=x", "query/b"),
        ("/api/network", "query/ids"),
        ("/api/network?ids=x&depth=9", "query/depth"),
        ("/api/search", "query/q"),
        ("/api/documents?limit=-1", "query/limit"),
    ],
)
def test_a_bad_parameter_is_named(service: httpx.Client, path: str, pointer: str) -> None:
    """422, and what was given is not sent back."""
    body = _problem(service.get(path))
    assert body["status"] == 422
    assert [fault["pointer"] for fault in body["errors"]] == [pointer]  # type: ignore[index,attr-defined]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"query": 1}', b'{"query": ""}', b"\xff", b'{"parameters": {}}']
)
def test_a_body_that_is_no_question_is_a_problem(lonely: httpx.Client, content: bytes) -> None:
    """422 for whatever is not a query with parameters, 400 for what is no text."""
    answer = lonely.post("/api/cypher", content=content, headers={"Content-Type": "application/json"})
    assert _problem(answer)["status"] == (400 if content == b"\xff" else 422)


def test_a_body_too_large_is_refused_before_it_is_read(lonely: httpx.Client) -> None:
    """413 for a declared length over 20 MB: at once, to a client that still has all of it to send."""
    head = b"POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30000000\r\n\r\n"
    with socket.create_connection((lonely.base_url.host, lonely.base_url.port or 80), timeout=5) as raw:
        raw.sendall(head)
        answer = raw.recv(10_000)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"application/problem+json" in answer


def test_a_file_too_large_is_refused(lonely: httpx.Client) -> None:
    """413, told to a client that sends it as any other."""
    answer = lonely.post("/api/documents", files={"file": ("large.txt", b"x" * 25_000_000)})
    assert _problem(answer)["status"] == 413


def test_a_client_that_sends_on_after_a_refusal_can_still_read_it(lonely: httpx.Client) -> None:
    """A connection closed under a client that sends is reset, and its unread answer lost: so it is not closed."""
    head = b"POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 25000000\r\n\r\n"
    with socket.create_connection((lonely.base_url.host, lonely.base_url.port or 80), timeout=5) as raw:
        raw.sendall(head)
        for _ in range(25):
            time.sleep(0.01)
            raw.sendall(b"x" * 1_000_000)
        answer = raw.recv(10_000)
    assert answer.startswith(b"HTTP/1.1 413")


def test_a_body_of_unknown_length_is_refused_once_it_has_grown_too_large(lonely: httpx.Client) -> None:
    """413 for a stream that does not say how long it is."""
    boundary = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    chunks = iter([boundary, *([b"x" * 1_000_000] * 21)])
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    assert _problem(lonely.post("/api/documents", headers=headers, content=chunks))["status"] == 413
