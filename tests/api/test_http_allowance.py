"""How often a key, a stranger and somebody who tries keys may ask."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from keyed import Holders
from served import served

from api.access import allowance
from api.access.allowance import Allowance
from api.access.role import Role
from api.app import create_app
from api.shield import HEADERS
from graph.settings import Settings

ALLOWED = Allowance(key=8, stranger=12, wrong=3)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Holders:
    """Keys of a service whose Neo4j is away."""
    home = tmp_path_factory.mktemp("door")
    return Holders(Settings(home=home, uri="bolt://127.0.0.1:1", password="x"), home / "keys")


@pytest.fixture
def client(door: Holders) -> Iterator[httpx.Client]:
    """Somebody who asks a service that counts from nothing."""
    with served(door.settings, allowance=ALLOWED) as address, httpx.Client(base_url=address) as client:
        yield client


def _told_to_wait(answer: httpx.Response) -> bool:
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    return answer.status_code == 429 and 0 < int(answer.headers["retry-after"]) <= 60


def test_each_key_has_a_number_of_requests_a_minute_of_its_own(client: httpx.Client, door: Holders) -> None:
    """By header or by cookie; others are let in meanwhile, from the same address."""
    for n in range(ALLOWED.key):
        headers = door.bearer(Role.READER) if n % 2 else door.cookie(door.keys[Role.READER])
        assert client.get("/session", headers=headers).status_code == 200
    assert _told_to_wait(client.get("/session", headers=door.bearer(Role.READER)))
    assert _told_to_wait(client.get("/session", headers=door.cookie(door.keys[Role.READER])))
    assert client.get("/session", headers=door.bearer(Role.LOADER)).status_code == 200
    assert client.get("/health/live").status_code == 200


def test_a_stranger_is_counted_by_address_and_no_header_makes_another_of_him(
    client: httpx.Client, door: Holders
) -> None:
    for n in range(ALLOWED.stranger):
        spoofed = {"X-Forwarded-For": f"10.0.0.{n}", "Forwarded": f"for=10.0.0.{n}", "X-Real-IP": f"10.0.0.{n}"}
        assert client.get("/login" if n % 2 else "/api/stats", headers=spoofed).status_code in {200, 401}
    assert _told_to_wait(client.get("/login", headers={"X-Forwarded-For": "10.9.9.9"}))
    assert client.get("/session", headers=door.bearer(Role.READER)).status_code == 200


def test_whoever_tries_keys_may_do_so_a_few_times(client: httpx.Client, door: Holders) -> None:
    """On the page and by header, counted together; who has a key is not kept from using it."""
    own = {"Origin": str(client.base_url).rstrip("/")}
    for n in range(ALLOWED.wrong):
        if n % 2:
            tried = client.get("/api/stats", headers={"Authorization": f"Bearer {n}"})
        else:
            tried = client.post("/login", data={"key": str(n)}, headers=own)
        assert tried.status_code == 401
    assert _told_to_wait(client.get("/api/stats", headers={"Authorization": "Bearer 9"}))
    page = client.post("/login", data={"key": door.secrets[Role.READER]}, headers=own)
    assert _told_to_wait(page)
    assert "Too many requests" in page.text
    assert client.get("/session", headers=door.bearer(Role.READER)).status_code == 200


def test_a_service_that_asks_nobody_for_a_key_counts_nobody(door: Holders) -> None:
    """It serves the machine that it runs on."""
    assert create_app(replace(door.settings, keys_file=None)).state.access is None


def test_who_stays_away_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a minute everybody may ask again, and nothing is kept of the thousands who came once."""
    now = [0.0]
    monkeypatch.setattr(allowance, "monotonic", lambda: now[0])
    turnstile = allowance.Turnstile(ALLOWED)
    for n in range(2_000):
        turnstile.stranger(f"10.0.{n // 250}.{n % 250}")
    assert [turnstile.wrong("a") for _ in range(ALLOWED.wrong + 1)] == [0] * ALLOWED.wrong + [60]
    assert turnstile.tries("a") == 60
    now[0] = 61.0
    assert turnstile.tries("a") == turnstile.stranger("b") == 0
    assert sum(len(each._came) for each in vars(turnstile).values()) == 1
