"""Sessions of pages: beginning one, what its cookie is, what may be done with it, and its end."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest
from keyed import PLENTY, Holders
from served import served

from api.access.role import Role
from api.app import create_app
from api.shield import HEADERS
from graph.settings import Settings


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Holders:
    """Keys of a service whose Neo4j is away."""
    home = tmp_path_factory.mktemp("door")
    return Holders(Settings(home=home, uri="bolt://127.0.0.1:1", password="x"), home / "keys")


@pytest.fixture(scope="module")
def place(door: Holders) -> Iterator[str]:
    """Where it is."""
    with served(door.settings, allowance=PLENTY) as place:
        yield place


@pytest.fixture
def client(place: str) -> Iterator[httpx.Client]:
    """A browser, as far as cookies and Origin go."""
    with httpx.Client(base_url=place, headers={"Origin": place}) as client:
        yield client


def _log_in(client: httpx.Client, secret: str, **more: str) -> httpx.Response:
    return client.post("/login", data={"key": secret, **more})


def test_a_session_is_a_strict_cookie_that_holds_no_key(client: httpx.Client, door: Holders) -> None:
    """Scripts cannot read it, other sites cannot send it, and it ends after a working day or by logging out."""
    secret = door.secrets[Role.REVIEWER]
    answer = _log_in(client, f" {secret}\n")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=43200"))
    assert "Secure" not in cookie
    assert secret not in cookie
    assert client.get("/session").json() == {"name": "reviewer", "role": "reviewer", "asked": True}
    assert "Sign" not in client.get("/").text
    kept = dict(client.cookies)
    answer = client.post("/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert not client.cookies
    assert client.get("/session").status_code == 401
    assert kept


def test_over_https_the_cookie_is_sent_over_https_only(door: Holders) -> None:
    """And no other host can have set it."""

    async def log_in() -> httpx.Response:
        transport = httpx.ASGITransport(create_app(door.settings))
        async with httpx.AsyncClient(transport=transport, base_url="https://localhost") as client:
            begun = await client.post("/login", data={"key": door.secrets[Role.READER]})
            assert (await client.get("/session")).json()["name"] == "reader"
            return begun

    cookie = asyncio.run(log_in()).headers["set-cookie"]
    assert cookie.startswith("__Host-trama-")
    assert "Secure" in cookie


def test_a_wrong_key_is_said_to_be_one_and_shown_nowhere(client: httpx.Client) -> None:
    answer = _log_in(client, "<b>wrong</b>", next="/review")
    assert answer.status_code == 401
    assert 'role="alert">This key is not' in answer.text
    assert 'value="/review"' in answer.text
    assert "wrong</b>" not in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("way", "leads"),
    [
        ("/review", "/review"),
        ("/?q=a&b=c#n=los-zetas", "/?q=a&b=c#n=los-zetas"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("/\t/evil.example/", "/"),
        ("\\\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: a=b", "/"),
        ('/"><script>alert(1)</script>', '/"><script>alert(1)</script>'),
        ("", "/"),
        ("#x", "/"),
    ],
)
def test_logging_in_leads_back_and_never_to_another_site(
    client: httpx.Client, door: Holders, way: str, leads: str
) -> None:
    page = client.get("/login", params={"next": way})
    assert "<script>alert" not in page.text
    assert page.status_code == 200
    answer = _log_in(client, door.secrets[Role.READER], next=way)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/")
    assert httpx.URL(client.base_url).join(answer.headers["location"]).host == client.base_url.host
    assert httpx.URL(answer.headers["location"]) == httpx.URL(leads)


def test_a_page_without_a_session_leads_to_the_login_page_and_back(client: httpx.Client, door: Holders) -> None:
    """Whether there is such a page or not; data is refused with 401, and the ways to be let in."""
    browser = {"Accept": "text/html,*/*"}
    assert client.get("/", headers=browser).headers["location"] == "/login"
    answer = client.get("/network/a%2Fb?x=%22", headers=browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fnetwork%2Fa%2Fb%3Fx%3D%2522")
    answer = client.get("/api/stats")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    client.headers.update(door.bearer(Role.READER))
    assert client.get("/login").headers["location"] == "/"


WITH_COOKIE = [
    ({}, 403),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Sec-Fetch-Site": "none"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "{own}", "Sec-Fetch-Site": "cross-site"}, 403),
    ({"Origin": "{own}"}, 503),
    ({"Sec-Fetch-Site": "same-origin"}, 503),
    ({"Origin": "{own}", "Sec-Fetch-Site": "same-origin"}, 503),
]


@pytest.mark.parametrize(("headers", "status"), WITH_COOKIE)
def test_a_write_with_a_cookie_must_come_from_a_page_of_this_service(
    place: str, door: Holders, headers: dict[str, str], status: int
) -> None:
    """A browser sends the cookie with whatever a page asks it to; a program with a key of its own is believed."""
    ready = {name: value.replace("{own}", place) for name, value in headers.items()}
    view = {"title": "A", "address": "/"}
    sent = httpx.post(f"{place}/api/views", json=view, headers={**ready, **door.cookie(door.keys[Role.REVIEWER])})
    assert sent.status_code == status
    if "Origin" not in headers:
        sent = httpx.post(f"{place}/api/views", json=view, headers={**ready, **door.bearer(Role.REVIEWER)})
        assert sent.status_code == 503


def test_a_stranger_sends_no_more_than_a_key_takes(place: str) -> None:
    """Whether it is said or not how long it is; nobody's memory is filled by who may not come in."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for body in (b"key=" + b"x" * 60_000, iter([b"key=", b"x"])):
        assert httpx.post(f"{place}/login", content=body, headers=form).status_code == 413
    assert httpx.post(f"{place}/login", data={"key": "x", "next": "/#" + "a" * 16_000}).status_code == 401
    assert httpx.post(f"{place}/logout").status_code == 303


def test_who_followed_a_link_from_elsewhere_may_be_logged_in_after_all(client: httpx.Client) -> None:
    """Their browser kept the cookie back: the page looks once more by itself."""
    assert "data-again" in client.get("/login", headers={"Sec-Fetch-Site": "cross-site"}).text
    assert "data-again" not in client.get("/login", headers={"Sec-Fetch-Site": "same-origin"}).text


def test_a_websocket_is_refused(door: Holders) -> None:
    """There is none; one would pass around the checks of requests."""
    sent = []

    async def open_one() -> None:
        async def receive() -> dict[str, str]:
            return {"type": "websocket.connect"}

        async def send(message: dict[str, object]) -> None:
            sent.append(message)

        scope = {"type": "websocket", "path": "/api/stats", "headers": [(b"host", b"localhost")], "state": {}}
        await create_app(door.settings)(scope, receive, send)

    asyncio.run(open_one())
    assert sent == [{"type": "websocket.close", "code": 1008}]
