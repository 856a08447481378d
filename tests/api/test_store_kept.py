"""The service's connection to its store outlives whatever goes wrong with it."""

import asyncio
from pathlib import Path

import pytest
from small import small
from starlette.requests import Request

from api import store as module
from api.app import create_app
from api.problems import MISCONFIGURED, answer_of
from api.store import Store
from graph.bolt import Address, Bolt
from graph.errors import ConfigurationError
from graph.settings import Settings
from graph.writer import Writer


def test_what_nobody_foresaw_does_not_end_the_trying(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A file stands where the store's folder should be: it is logged once, and tried again until it is gone."""
    monkeypatch.setattr(module, "RETRY", 0.1)
    home = tmp_path / "home"
    home.write_text("in the way")

    async def lived() -> bool:
        store = Store(Settings(home=home))
        async with store.kept():
            await asyncio.sleep(0.5)
            store._settings = Settings(
                home=tmp_path, uri=address.uri, username=address.username, password=address.password
            )
            for _ in range(100):
                await asyncio.sleep(0.1)
                if store._bolt is not None:
                    return True
        return False

    assert asyncio.run(lived())
    assert len([r for r in caplog.records if "Error" in r.message]) == 1


def test_a_misconfigured_service_tells_clients_no_folder_and_its_log_all(caplog: pytest.LogCaptureFixture) -> None:
    """The sentence may name addresses and files."""
    request = Request({"type": "http", "method": "GET", "path": "/api/stats", "headers": []})
    answer = asyncio.run(answer_of(request, ConfigurationError("The jar /home/somebody/x.jar is wrong.")))
    assert answer.status_code == 500
    assert MISCONFIGURED.encode() in bytes(answer.body)
    assert b"somebody" not in bytes(answer.body)
    assert "/home/somebody/x.jar" in caplog.text


def test_links_that_another_service_left_unweighed_are_weighed_when_the_next_one_starts(
    address: Address, bolt: Bolt, tmp_path: Path
) -> None:
    """It was stopped between a judgement and the quiet after it."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add([small("left/one.txt", "SEMAR met the DEA.")])
    here = Settings(home=tmp_path, uri=address.uri, username=address.username, password=address.password)

    async def weighed() -> bool:
        app = create_app(here)
        async with app.router.lifespan_context(app):
            for _ in range(100):
                [row] = bolt.read("MATCH (s:Store) RETURN s.revision = s.refreshed AS done")
                if row["done"]:
                    return True
                await asyncio.sleep(0.1)
        return False

    assert asyncio.run(weighed())
