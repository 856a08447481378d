"""What tests share.

One real Neo4j runs for the whole test run, in a temporary TRAMA_HOME on a free port, never the user's: a test that asks
for `address` or `bolt` gets it, and the store is empty when the first test of a module that does so begins. Its jars
come from the cache that Trama itself uses (or from TRAMA_NEO4J_JARS) and are fetched, where they are missing, before
the first test, so that no test's time limit counts the network. A run without such tests starts nothing.
"""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from dump import empty

from graph.bolt import Address, Bolt
from graph.local.jars import class_path
from graph.local.server import LocalServer
from graph.progress import no_progress
from graph.settings import Settings, read_settings

USER_VARIABLES = ("NEO4J_", "TRAMA_")
KEPT_VARIABLES = ("TRAMA_NEO4J_JARS",)
START_SECONDS = 90.0


def pytest_collection_finish(session: pytest.Session) -> None:
    """Have Neo4j's jars at hand before the first test's clock runs."""
    if not session.config.option.collectonly and any(_uses(item, "settings") for item in session.items):
        class_path(read_settings(), no_progress)


@pytest.fixture(scope="session", autouse=True)
def trama_home() -> Iterator[Path]:
    """A TRAMA_HOME for the run, in the environment of every test and of what it starts; the user's is out of sight."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="trama-test-") as folder:
        for name in os.environ:
            if name.startswith(USER_VARIABLES) and name not in KEPT_VARIABLES:
                patch.delenv(name)
        patch.setenv("TRAMA_HOME", folder)
        yield Path(folder)


@pytest.fixture(scope="session")
def settings(trama_home: Path) -> Settings:
    """The settings of the test run, without a server of the user's own."""
    return read_settings({**os.environ, "TRAMA_HOME": str(trama_home)})


@pytest.fixture(scope="session")
def address(settings: Settings) -> Iterator[Address]:
    """Where the run's Neo4j listens."""
    server = LocalServer(settings, port=free_port(), start_seconds=START_SECONDS)
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture(scope="session")
def bolt(address: Address) -> Iterator[Bolt]:
    """A connection to the run's Neo4j, shared by all tests."""
    with Bolt(address) as connection:
        yield connection


@pytest.fixture(scope="module", autouse=True)
def _emptied_store(request: pytest.FixtureRequest) -> None:
    """Empty the store before the first test of a module that uses it."""
    if any(_uses(item, "address") for item in request.session.items if item.getparent(pytest.Module) is request.node):
        empty(request.getfixturevalue("bolt"))


def free_port() -> int:
    """Return a port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _uses(item: pytest.Item, fixture: str) -> bool:
    return fixture in getattr(item, "fixturenames", ())
