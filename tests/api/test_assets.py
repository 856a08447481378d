"""The pages' files: sent from memory, packed, tagged, at once, and as they are now."""

import asyncio
import http.client
from pathlib import Path
from time import perf_counter

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from api.assets import Assets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file worth packing and a small one."""
    (tmp_path / "large.js").write_text("let weave = 1;\n" * 200)
    (tmp_path / "small.js").write_text("let thread = 1;\n")
    return tmp_path


def ask(folder: Assets, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask for one file."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=[Mount("/static", folder)]))
        async with httpx.AsyncClient(transport=transport, base_url="http://there") as client:
            return await client.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return asyncio.run(asked())


def test_a_file_comes_packed_where_that_is_understood_and_worth_it(folder: Path) -> None:
    """And otherwise as it is; both bear its type, and a tag that spares it the next time."""
    assets = Assets(folder)
    for name, packed in (("large.js", True), ("small.js", False)):
        whole = (folder / name).read_bytes()
        for accepted in ("gzip", "identity"):
            answer = ask(assets, f"/static/{name}", accept_encoding=accepted)
            assert answer.content == whole
            assert answer.headers["content-type"].startswith("text/javascript")
            assert (int(answer.headers["content-length"]) < len(whole)) == (packed and accepted == "gzip")
            again = ask(assets, f"/static/{name}", if_none_match=answer.headers["etag"])
            assert (again.status_code, again.content) == (304, b"")


def test_a_file_that_changed_is_read_anew(folder: Path) -> None:
    """Its tag is another."""
    assets = Assets(folder)
    before = ask(assets, "/static/small.js")
    (folder / "small.js").write_text("let knot = 1;\n")
    after = ask(assets, "/static/small.js", if_none_match=before.headers["etag"])
    assert after.text == "let knot = 1;\n"


@pytest.mark.parametrize("path", ["none.js", "../secret", "%2e%2e/secret", "%2e%2e%2fsecret", "", "%00"])
def test_nothing_else_is_given(folder: Path, path: str) -> None:
    """Neither what is not there, nor what stands beside the folder, nor a list of it."""
    (folder.parent / "secret").write_text("secret")
    assert ask(Assets(folder), f"/static/{path}").status_code == 404
    assert ask(Assets(folder), "/static/small.js", "POST").status_code == 405


def test_answers_on_one_connection_come_at_once(lonely: httpx.Client) -> None:
    """None waits for the other side to acknowledge the packet before it, which takes 40 ms."""
    url = lonely.base_url
    connection = http.client.HTTPConnection(url.host, url.port)
    spent = []
    for _ in range(20):
        begun = perf_counter()
        connection.request("GET", "/static/icon.svg")
        connection.getresponse().read()
        spent.append(perf_counter() - begun)
    connection.close()
    assert min(spent[1:]) < 0.03
