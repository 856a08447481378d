"""Which requests are let in, and which headers every answer carries."""

import socket

import httpx
import pytest

from api.shield import HEADERS, POLICY

ANSWERS = ["/health/live", "/health/ready", "/api/stats", "/docs", "/openapi.json", "/nowhere", "/api/entities?limit=0"]


@pytest.mark.parametrize("path", [*ANSWERS, "/static/reference.js", "/static/nothing.js"])
def test_every_answer_carries_the_security_headers(lonely: httpx.Client, path: str) -> None:
    """Pages, data, files and errors alike."""
    answer = lonely.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_in_from_elsewhere(lonely: httpx.Client) -> None:
    """No inline script or style, no other host, no frame."""
    policy = lonely.get("/docs").headers["content-security-policy"]
    assert policy == POLICY
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST", "[::1]:{port}", "127.0.0.1:1"])
def test_loopback_names_are_answered_to(lonely: httpx.Client, host: str) -> None:
    """Whatever port a tunnel put before them."""
    answer = lonely.get("/health/live", headers={"Host": host.format(port=lonely.base_url.port)})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "10.0.0.1", "a b", "", "[::1", "@"],
)
def test_a_name_that_another_made_point_here_is_refused(lonely: httpx.Client, host: str) -> None:
    """So that no web page reads the store by rebinding its own name to 127.0.0.1."""
    answer = lonely.get("/health/live", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_request_without_a_host_is_refused(lonely: httpx.Client) -> None:
    """HTTP/1.0 allows it."""
    with socket.create_connection((lonely.base_url.host, lonely.base_url.port or 80), timeout=5) as raw:
        raw.sendall(b"GET /health/live HTTP/1.0\r\n\r\n")
        assert raw.recv(1000).startswith(b"HTTP/1.1 400")


BAD_ORIGINS = [
    "https://evil.example",
    "null",
    "http://localhost:1",
    "http://127.0.0.1",
    "x",
    "http://[",
    "ftp://{host}",
]


@pytest.mark.parametrize("origin", BAD_ORIGINS)
@pytest.mark.parametrize(("method", "path"), [("POST", "/api/cypher"), ("POST", "/api/documents"), ("DELETE", "/x")])
def test_another_page_cannot_change_anything(lonely: httpx.Client, origin: str, method: str, path: str) -> None:
    """A form or script of another site is refused before its body is looked at."""
    answer = lonely.request(
        method, path, headers={"Origin": origin.replace("{host}", lonely.base_url.netloc.decode())}, content=b"anything"
    )
    assert answer.status_code == 403
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.json()["title"] == "Forbidden"


def test_the_services_own_page_and_programs_are_let_in(lonely: httpx.Client) -> None:
    """The page's Origin is the service's; curl sends none. The store is away, which is told after the shield."""
    question = {"query": "RETURN 1"}
    own = str(lonely.base_url).rstrip("/")
    assert lonely.post("/api/cypher", json=question, headers={"Origin": own}).status_code == 503
    assert lonely.post("/api/cypher", json=question).status_code == 503


def test_no_other_origin_is_ever_allowed_to_read(lonely: httpx.Client) -> None:
    """CORS is off."""
    answer = lonely.get("/health/live", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Host", "X-Real-IP"])
def test_what_a_proxy_passes_on_is_refused_where_nobody_is_asked_for_a_key(lonely: httpx.Client, header: str) -> None:
    """It would let in whoever the proxy lets in."""
    answer = lonely.get("/api/stats", headers={header: "10.0.0.7"})
    assert answer.status_code == 403
    assert "keys" in answer.json()["detail"]
