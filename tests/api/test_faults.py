"""Neo4j killed under the service while something is under way."""

import os
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest
from running import TRAMA, running, wait

from graph.bolt import Bolt
from graph.local.server import LocalServer
from graph.settings import Settings, read_settings
from graph.writer import Writer

pytestmark = pytest.mark.timeout(3600)

SLOW = "UNWIND range(1, 1000000000) AS a RETURN sum(sin(a))"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A store in a home of its own, with two documents; its Neo4j is stopped at the end."""
    settings = read_settings({**os.environ, "TRAMA_HOME": str(tmp_path_factory.mktemp("faults"))})
    try:
        with Bolt(LocalServer(settings).start()) as bolt:
            Writer(bolt).prepare()
        papers = tmp_path_factory.mktemp("papers")
        (papers / "a.txt").write_text("SEMAR told the DEA that the Sinaloa Cartel was seen in Monterrey.\n")
        (papers / "b.txt").write_text("The DEA told the FBI of the Sinaloa Cartel.\n\nSEMAR told Los Zetas nothing.\n")
        _finish(_load(settings, papers))
        yield settings
    finally:
        LocalServer(settings).stop()


def _load(settings: Settings, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "TRAMA_HOME": str(settings.home)}
    command = [TRAMA, "load", folder, "--json", "--workers", "1"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _finish(load: subprocess.Popen[str]) -> None:
    _, err = load.communicate(timeout=300)
    assert load.returncode == 0, err


@pytest.fixture(scope="module")
def client(own: Settings) -> Iterator[httpx.Client]:
    """Asks the service."""
    with (
        running(own, "serve", "--port", "0", "--log-level", "warning") as (_, address, _said),
        httpx.Client(base_url=address, timeout=120) as asking,
    ):
        _wait_until_ready(asking)
        yield asking


def _wait_until_ready(client: httpx.Client) -> None:
    wait(lambda: client.get("/health/ready").status_code == 200, 400)


def _kill(own: Settings) -> None:
    java = psutil.Process(LocalServer(own).status().pid or 0)
    java.kill()
    psutil.wait_procs([java], timeout=30)


def _is_problem(answer: httpx.Response) -> bool:
    """Tell whether it is the 503 that a store which is away gives."""
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code == 503 and answer.headers["retry-after"] == "5" and bool(answer.json()["detail"])


@pytest.mark.slow
def test_neo4j_killed_during_a_query(client: httpx.Client, own: Settings) -> None:
    """503 at once, and the next question is answered when the service has started it again."""
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(client.post, "/api/cypher", json={"query": SLOW})
        time.sleep(2)
        assert not asked.done()
        _kill(own)
        begun = time.monotonic()
        assert _is_problem(asked.result(60))
        assert time.monotonic() - begun < 15
    _wait_until_ready(client)
    assert client.post("/api/cypher", json={"query": "RETURN 1"}).json()["rows"] == [[1]]
