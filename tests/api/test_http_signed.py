"""Over a real store: what is done stands under the key's name, and nothing goes out unasked, not even a 304."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from keyed import PLENTY, Holders
from served import served
from small import small

from api.access.role import Role
from graph.bolt import Bolt
from graph.settings import Settings
from graph.writer import Writer


@pytest.fixture(scope="module")
def door(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Holders:
    """Keys of a service over the run's store."""
    return Holders(settings, tmp_path_factory.mktemp("door") / "keys")


@pytest.fixture(scope="module")
def client(bolt: Bolt, door: Holders) -> Iterator[httpx.Client]:
    """Somebody who asks it."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add([small("one", "SEMAR watched the Zetas.")])
    writer.refresh()
    with served(door.settings, allowance=PLENTY) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def _acts(client: httpx.Client, door: Holders, what: str) -> list[str]:
    found = client.get("/api/audit", params={"what": what}, headers=door.bearer(Role.READER))
    return [act["who"] for act in found.json()["items"]]


def test_what_is_written_stands_under_the_keys_name(client: httpx.Client, door: Holders) -> None:
    """Of notes, verdicts, judgements, their undoing and documents; nobody signs as another."""
    as_reviewer, as_loader = door.bearer(Role.REVIEWER), door.bearer(Role.LOADER)
    a, b = (row["id"] for row in client.get("/api/entities", headers=as_reviewer).json()["items"])

    def write(path: str, **body: object) -> httpx.Response:
        return client.post(path, json=body, headers=as_reviewer)

    note = write("/api/notes", about=[a], text="Look.").json()
    assert note["item"]["by"] == "reviewer"
    assert write("/api/verdicts", a=a, b=b, verdict="denial").json()["item"]["by"] == "reviewer"
    assert write("/api/judgements", decision="not the same", entity=a, other=b).json()["item"]["by"] == "reviewer"
    assert client.post(f"/api/audit/{note['act']}/undo", headers=as_loader).status_code == 200
    for path, body in {
        "/api/notes": {"about": [a], "text": "Look."},
        "/api/verdicts": {"a": a, "b": b, "verdict": "real"},
        "/api/judgements": {"decision": "same", "entity": a, "other": b},
        "/api/views": {"title": "A", "address": "/"},
    }.items():
        for name in ("by", "who"):
            assert write(path, **body, **{name: "loader"}).status_code == 422
    assert _acts(client, door, "note") == ["loader", "reviewer"]
    assert _acts(client, door, "verdict") == ["reviewer"]
    assert _acts(client, door, "judgement") == ["reviewer"]
    sent = client.post("/api/documents", files={"file": ("memo.txt", b"The DEA met SEMAR.\n")}, headers=as_loader)
    assert client.delete(sent.headers["location"], headers=as_loader).status_code == 204
    assert _acts(client, door, "document") == ["loader"]
    assert _acts(client, door, "documents")[0] == "loader"


def test_words_stand_under_the_name_of_who_wrote_them_last(client: httpx.Client, door: Holders) -> None:
    """Who changes another's note signs it; taking that back brings both back."""
    as_reviewer, as_loader = door.bearer(Role.REVIEWER), door.bearer(Role.LOADER)
    a = client.get("/api/entities", headers=as_reviewer).json()["items"][0]["id"]
    note = client.post("/api/notes", json={"about": [a], "text": "Yes."}, headers=as_reviewer).json()["item"]
    place = f"/api/notes/{note['id']}"
    changed = client.put(place, json={"text": "No."}, headers=as_loader).json()
    assert (changed["item"]["by"], changed["item"]["text"]) == ("loader", "No.")
    client.post(f"/api/audit/{changed['act']}/undo", headers=as_reviewer).raise_for_status()
    kept = client.get(place, headers=as_reviewer).json()
    assert (kept["by"], kept["text"]) == ("reviewer", "Yes.")


def test_an_answer_that_one_has_is_still_asked_for_with_a_key(client: httpx.Client, door: Holders) -> None:
    """Whether the store has changed is nobody's business else."""
    tag = client.get("/api/stats", headers=door.bearer(Role.READER)).headers["etag"]
    had = {"If-None-Match": tag}
    assert client.get("/api/stats", headers={**had, **door.bearer(Role.READER)}).status_code == 304
    for headers in ({}, {"Authorization": "Bearer wrong"}, door.expired(door.keys[Role.READER])):
        refused = client.get("/api/stats", headers={**had, **headers})
        assert refused.status_code == 401
        assert "etag" not in refused.headers


def test_a_key_taken_out_is_out_at_once_with_its_sessions(client: httpx.Client, door: Holders) -> None:
    """The service runs on; those who keep a key notice nothing."""
    cookie = door.cookie(door.keys[Role.LOADER])
    assert client.get("/api/stats", headers=cookie).status_code == 200
    door.write(door.keys[Role.READER])
    try:
        assert client.get("/api/stats", headers=cookie).status_code == 401
        assert client.get("/api/stats", headers=door.bearer(Role.LOADER)).status_code == 401
        assert client.get("/api/stats", headers=door.bearer(Role.READER)).status_code == 200
    finally:
        door.write(*door.keys.values())


def test_the_reference_tells_of_keys_and_is_behind_one(client: httpx.Client, door: Holders) -> None:
    """Each operation says which role it needs, and how who has none is refused."""
    document = client.get("/openapi.json", headers=door.bearer(Role.READER)).json()
    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert "security" not in document["paths"]["/health/live"]["get"]
    stats = document["paths"]["/api/stats"]["get"]
    assert (stats["security"], stats["x-role"]) == ([{"key": []}], "reader")
    assert {"401", "403", "429"} <= set(stats["responses"])
    assert document["paths"]["/api/documents/{id}"]["delete"]["x-role"] == "loader"


def test_no_file_of_keys_and_no_secret_is_ever_in_a_page(client: httpx.Client, door: Holders) -> None:
    """Nor Neo4j's password."""
    password = next(Path(door.settings.store_home).glob("password")).read_text(encoding="ascii").strip()
    for path in ("/", "/review", "/docs", "/openapi.json", "/session", "/login", "/api/audit", "/health/ready"):
        page = client.get(path, headers=door.bearer(Role.LOADER)).text
        assert not [word for word in (password, *door.secrets.values()) if word in page]
