"""Services for the tests of this room: a real uvicorn on a free port of this machine, over the real store or none."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from browser import FLAGS, executable
from explorer import rest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from served import served

from graph.bolt import Bolt
from graph.settings import Settings
from graph.writer import Writer
from loaders.pipeline import load


@pytest.fixture(scope="module")
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A service whose Neo4j is away: nothing listens where it should be."""
    settings = Settings(home=tmp_path_factory.mktemp("lonely"), uri="bolt://127.0.0.1:1", password="x")
    with served(settings) as address, httpx.Client(base_url=address) as client:
        yield client


@pytest.fixture(scope="module")
def loaded(bolt: Bolt, samples: list[Path]) -> None:
    """Load the two sample documents as a user does."""
    load(samples, Writer(bolt))


@pytest.fixture(scope="module")
def service(settings: Settings, loaded: None) -> Iterator[httpx.Client]:  # noqa: ARG001 - it fills the store
    """A service over the two sample documents."""
    with served(settings) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The two sample documents."""
    return sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a headless Chromium: the system's, or Playwright's own.

    Playwright keeps an event loop running in this thread for as long as it is open, and other modules need their own.
    """
    path = executable()
    if path is None:
        pytest.skip("There is no Chromium here: `make test` fetches one.")
    with sync_playwright() as playwright:
        yield lambda *flags: playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


@pytest.fixture(scope="module")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A Chromium, shared by the tests of pages."""
    started = launch()
    yield started
    started.close()


@pytest.fixture(scope="module")
def blind(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A Chromium that cannot draw with WebGL."""
    started = launch("--disable-3d-apis")
    yield started
    started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a window of its own; fails the test if one complained or asked another host for anything.

    `tolerate` is a pattern of what its console may say; other settings are those of a Playwright context.
    """
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def opened(address: str, *, tolerate: str = "(?!)", **settings: Any) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | settings))
        contexts.append(context)
        page = context.new_page()
        own = (f"http://{address.split('/')[2]}/",) if address.startswith("http:") else ()

        def heard(kind: str, text: str) -> None:
            if kind in {"error", "warning"} and not re.search(rf"GL Driver Message|{tolerate}", text):
                complaints.append(f"{kind}: {text}")

        def stray(url: str) -> None:
            complaints.append(f"asked for {url}")

        page.on("console", lambda message: heard(message.type, f"{message.text} {message.location['url']}"))
        page.on("pageerror", lambda error: heard("error", str(error)))
        page.on("request", lambda sent: sent.url.startswith((*own, "blob:", "data:", "file:")) or stray(sent.url))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def explorer(site: str, visit: Callable[..., Page]) -> Callable[..., Page]:
    """Opens the explorer at a view and waits until the picture is at rest: at once, unless a test wants it to move."""

    def opened(view: str = "", **settings: object) -> Page:
        page = visit(f"{site}/{view and '#' + view}", **({"reduced_motion": "reduce"} | settings))
        rest(page)
        return page

    return opened


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(service: httpx.Client) -> str:
    """The address of the service over the two sample documents."""
    return str(service.base_url)


@pytest.fixture(scope="module")
def lonely_site(lonely: httpx.Client) -> str:
    """The address of a service whose Neo4j is away."""
    return str(lonely.base_url)


@pytest.fixture(scope="module")
def foia_document(service: httpx.Client) -> str:
    """The id of the sample that was released with redactions."""
    rows = service.get("/api/documents").json()["items"]
    return str(next(row["id"] for row in rows if row["kind"] == "foia"))
