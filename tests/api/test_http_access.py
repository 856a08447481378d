"""Every route, asked by everybody: what a stranger, each role, and whoever has no key any more gets."""

import socket
from collections.abc import Iterator

import httpx
import pytest
from fastapi.routing import iter_route_contexts
from keyed import PLENTY, Holders
from served import served

from api.access.key import make_key
from api.access.role import Role
from api.app import create_app
from graph.settings import Settings

PUBLIC = """
GET /login
POST /login
POST /logout
GET /health/live
"""
READER = """
GET /
GET /review
GET /docs
GET /openapi.json
HEAD /openapi.json
GET /session
GET /health/ready
GET /metrics
GET /network/{id}
POST /network
GET /api/analysis/structure
GET /api/analysis/communities
GET /api/analysis/brokers
GET /api/analysis/backbone
GET /api/analysis/timeline
GET /api/analysis/growth
GET /api/analysis/bursts
GET /api/analysis/bursts/{id}
GET /api/analysis/periods
GET /api/analysis/changes
GET /api/analysis/loads
GET /api/analysis/roles
GET /api/analysis/roles/{id}
GET /api/analysis/offices
GET /api/analysis/posts
GET /api/entities
GET /api/entities/{id}
GET /api/entities/{id}/neighbours
GET /api/entities/{id}/documents
GET /api/entities/{id}/sources
GET /api/entities/{id}/spellings
GET /api/evidence
GET /api/network
GET /api/network/among
GET /api/network/facets
GET /api/paths
GET /api/documents
GET /api/documents/{id}
GET /api/search
GET /api/judgements
GET /api/judgements/preview
GET /api/review
GET /api/verdicts
GET /api/verdicts/{id}
GET /api/notes
GET /api/notes/{id}
GET /api/views
GET /api/views/{id}
GET /api/audit
GET /api/stats
GET /api/export
POST /api/cypher
POST /api/packet
"""
REVIEWER = """
POST /api/judgements
POST /api/judgements/{id}/undo
POST /api/verdicts
DELETE /api/verdicts/{id}
POST /api/notes
PUT /api/notes/{id}
DELETE /api/notes/{id}
POST /api/views
PUT /api/views/{id}
DELETE /api/views/{id}
POST /api/audit/{id}/undo
"""
LOADER = """
POST /api/documents
DELETE /api/documents/{id}
"""
MOUNTED = {"/static": Role.READER}
"""What is no route of its own; the files that the login page is made of stand below."""
LOGIN_PAGE = ["/static/icon.svg", "/static/login.js", "/static/css/tokens.css", "/static/css/login.css"]

NEEDED: dict[str, Role | None] = {
    line: role
    for role, lines in {None: PUBLIC, Role.READER: READER, Role.REVIEWER: REVIEWER, Role.LOADER: LOADER}.items()
    for line in lines.split("\n")
    if line
}

Headers = dict[str, str]


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Holders:
    """A service's keys. Its Neo4j is away: who is let in is told so, or what is wrong with the request."""
    home = tmp_path_factory.mktemp("door")
    return Holders(Settings(home=home, uri="bolt://127.0.0.1:1", password="x"), home / "keys")


@pytest.fixture(scope="module")
def client(door: Holders) -> Iterator[httpx.Client]:
    """Somebody who asks it."""
    with served(door.settings, allowance=PLENTY) as address, httpx.Client(base_url=address) as client:
        yield client


def test_every_route_has_a_declared_role(door: Holders) -> None:
    """A new route fails here until the table above says who may ask it."""
    contexts = list(iter_route_contexts(create_app(door.settings).routes))
    routes = {f"{method} {each.path}" for each in contexts for method in each.methods or ()}
    assert routes == set(NEEDED)
    assert {each.path for each in contexts if not each.methods} == set(MOUNTED)


def _outcome(client: httpx.Client, line: str, headers: Headers) -> int:
    """Ask a route, and return 401 or 403 where the gate refused it, else 200."""
    method, path = line.split()
    own = {"Origin": str(client.base_url).rstrip("/")} if method not in {"GET", "HEAD"} else {}
    client.cookies.clear()
    answer = client.request(method, path.replace("{id}", "x"), headers={**headers, **own})
    if line == "POST /login":  # an empty key is a wrong one, said on the page
        return 200 if "text/html" in answer.headers["content-type"] else answer.status_code
    assert answer.status_code != 429
    return answer.status_code if answer.status_code in {401, 403} else 200


def _expected(role: Role | None, line: str) -> int:
    needs = NEEDED[line]
    if needs is None:
        return 200
    if role is None:
        return 401
    return 200 if role.may(needs) else 403


def _who(door: Holders) -> dict[str, tuple[Role | None, Headers]]:
    removed, gone = make_key("removed", Role.LOADER)
    other = Holders(Settings(home=door.settings.home / "other"), door.settings.home / "other-keys")
    name = door.sessions.cookie(secure=False)
    foreign = name + "=" + other.cookie(door.keys[Role.LOADER])["Cookie"].split("=", 1)[1]
    twice = door.settings.home
    same_secret = Holders(Settings(home=twice, store="another"), twice / "more-keys").sessions
    forged = door.cookie(door.keys[Role.LOADER])["Cookie"]
    loader = door.secrets[Role.LOADER]
    people: dict[str, tuple[Role | None, Headers]] = {
        "nobody": (None, {}),
        "a wrong key": (None, {"Authorization": "Bearer trama_" + "x" * 43}),
        "an empty key": (None, {"Authorization": "Bearer"}),
        "a hash for a key": (None, {"Authorization": f"Bearer {door.keys[Role.LOADER].digest}"}),
        "basic": (None, {"Authorization": f"Basic {loader}"}),
        "two keys in one": (None, {"Authorization": f"Bearer {loader}, Bearer {loader}"}),
        "a key in the address's place": (None, {"X-Api-Key": loader, "Cookie": f"key={loader}; {name}={loader}"}),
        "a removed key": (None, {"Authorization": f"Bearer {removed}"}),
        "a removed key's session": (None, door.cookie(gone)),
        "an expired session": (None, door.expired(door.keys[Role.LOADER])),
        "a session from tomorrow": (None, door.cookie(door.keys[Role.LOADER], ago=-3600)),
        "a forged session": (None, {"Cookie": forged[:-3] + ("abc" if forged[-3:] != "abc" else "abd")}),
        "another home's session": (None, {"Cookie": foreign}),
        "another store's session": (None, {"Cookie": f"{name}={same_secret.write(door.keys[Role.LOADER])}"}),
        "a wrong key and a session": (
            None,
            {"Authorization": "Bearer wrong", **door.cookie(door.keys[Role.LOADER])},
        ),
    }
    for role in Role:
        people[f"{role}"] = (role, door.bearer(role))
        people[f"{role} on a page"] = (role, door.cookie(door.keys[role]))
    return people


def test_everybody_gets_what_the_table_says_and_nothing_else(client: httpx.Client, door: Holders) -> None:
    """Every route for each who comes: let in, 401 or 403."""
    wrong = [
        f"{name}: {line} gave {found}"
        for name, (role, headers) in _who(door).items()
        for line in NEEDED
        if (found := _outcome(client, line, headers)) != _expected(role, line)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", LOGIN_PAGE)
def test_the_login_pages_own_files_are_open(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


AWAY = [
    "/static/explorer/main.js", "/static/css/../explorer/main.js", "/static/css/%2e%2e/explorer/main.js",
    "/static/icon.svg/../explorer/main.js", "/static//icon.svg", "/Login", "/login/", "//login", "/login/../api/stats",
    "/health/live/../../api/stats", "/api/stats;/login", "/api/stats%3f/login", "/nowhere", "/static/nothing",
    "/API/stats", "//api/stats", "/api//stats", "/api/stats/", "/api/%73tats", "/metrics", "/redoc", "/",
]  # fmt: skip


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "get", "X"])
def test_no_other_way_of_saying_an_address_leads_in(client: httpx.Client, method: str) -> None:
    """A stranger learns not even which addresses there are."""
    host = (client.base_url.host, client.base_url.port or 80)
    for path in AWAY:
        status, body = _raw(host, method, path)
        assert status in {400, 401}, (path, status)
        assert b"export" not in body


def _raw(host: tuple[str, int], method: str, path: str) -> tuple[int, bytes]:
    """Ask with an address as it is: clients tidy it."""
    with socket.create_connection(host, timeout=5) as raw:
        ask = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        raw.sendall(ask.encode())
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    return int(answer.split(b" ", 2)[1]), answer
