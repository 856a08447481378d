"""`trama demo` and `trama serve` as processes of their own, with a Neo4j of their own that comes and goes."""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest
from running import running, wait

from api.serving import GRACE
from graph.local.home import Home
from graph.local.server import LocalServer
from graph.settings import Settings, read_settings

pytestmark = [pytest.mark.timeout(300), pytest.mark.slow]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A store in a home of its own; its Neo4j is stopped at the end."""
    home = tmp_path_factory.mktemp("own")
    settings = read_settings({**os.environ, "TRAMA_HOME": str(home)})
    try:
        yield settings
    finally:
        LocalServer(settings).stop()


def _status(address: str, path: str) -> int:
    return httpx.get(f"{address}{path}", timeout=60).status_code


def test_the_demo_goes_from_nothing_to_the_explorer_and_stops_in_a_moment(own: Settings) -> None:
    """On the next free port where its own is taken, said aloud; Ctrl-C ends it well, and Neo4j stays for the next."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(own, "demo", "--port", str(port)) as (process, address, said):
            told = "".join(said)
            assert "Loaded 2 documents" in told
            assert f"Port {port} is in use" in told
            assert not address.endswith(f":{port}")
            assert httpx.get(f"{address}/api/stats").json()["documents"] == {"cable": 1, "foia": 1}
            assert "Trama" in httpx.get(address).text
            started = time.monotonic()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
            assert time.monotonic() - started < 10
            assert process.stdout is not None
            assert "Traceback" not in process.stdout.read()
    assert LocalServer(own).status().running


def test_a_killed_neo4j_costs_answers_for_a_moment_and_nothing_else(own: Settings) -> None:
    """The service lives on, says 503 with Retry-After, starts Neo4j again by itself, and answers as before."""
    with running(own, "serve", "--port", "0") as (process, address, _):
        assert _status(address, "/health/ready") == 200
        before = httpx.get(f"{address}/api/entities").json()
        pid = LocalServer(own).status().pid
        assert pid is not None
        java = psutil.Process(pid)
        java.kill()
        psutil.wait_procs([java], timeout=20)
        started = time.monotonic()
        answer = httpx.get(f"{address}/api/entities", timeout=60)
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert time.monotonic() - started < 15
        assert _status(address, "/health/live") == 200
        wait(lambda: _status(address, "/health/ready") == 200)
        assert httpx.get(f"{address}/api/entities").json() == before
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in {0, -signal.SIGTERM}


def _asked(address: str, rest: Callable[[], bytes]) -> httpx.Response:
    """Ask for 1, with a body whose second half comes when `rest` gives it."""

    def body() -> Iterator[bytes]:
        yield b'{"query": "RETURN '
        yield rest()

    header = {"Content-Type": "application/json"}
    return httpx.post(f"{address}/api/cypher", content=body(), headers=header, timeout=60)


def test_sigterm_lets_requests_finish_within_a_bound_and_stops_neo4j_in_order(own: Settings) -> None:
    """No new one is let in; who takes longer than the bound gets a 503; the store is closed, exit code 0."""
    with running(own, "serve", "--port", "0") as (process, address, _), ThreadPoolExecutor(2) as pool:
        wait(lambda: _status(address, "/health/ready") == 200)
        stopped, never = threading.Event(), threading.Event()

        def late() -> bytes:
            assert stopped.wait(30)
            time.sleep(2)
            with pytest.raises(httpx.ConnectError):
                httpx.get(f"{address}/health/live")
            return b'1"}'

        finished = pool.submit(_asked, address, late)
        cut_off = pool.submit(_asked, address, lambda: str(never.wait(30)).encode())
        time.sleep(1)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        stopped.set()
        assert finished.result(30).json()["rows"] == [[1]]
        assert process.wait(60) == 0
        assert time.monotonic() - begun > GRACE - 1
        never.set()
        assert cut_off.result(30).json()["detail"] == "The service was stopped before it could answer."
        assert not LocalServer(own).status().running
        assert "Stopped." in Home(own.store_home).console_text()


def test_several_workers_answer_as_one_and_a_killed_one_is_replaced(own: Settings, samples: list[Path]) -> None:
    """What one of them takes in the others tell of, and nothing of them is left when they are stopped."""
    with running(own, "serve", "--port", "0", "--workers", "2") as (process, address, _):

        def workers() -> list[psutil.Process]:
            return [each for each in psutil.Process(process.pid).children() if "spawn_main" in " ".join(each.cmdline())]

        assert len(workers()) == 2
        wait(lambda: _status(address, "/health/ready") == 200)
        file = ("again.txt", samples[0].read_bytes() + b"\nSEEN AGAIN.\n")
        sent = httpx.post(f"{address}/api/documents", files={"file": file}, timeout=60).raise_for_status().json()
        answers = [httpx.get(f"{address}/api/documents/{sent['document']['id']}") for _ in range(20)]
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.headers["etag"] for answer in answers}) == 1
        figures = 'trama_http_requests_total{method="GET",route="/api/documents/{id}",status="200"} 20.0'
        wait(lambda: figures in httpx.get(f"{address}/metrics", timeout=60).text, 20)
        killed = workers()[0]
        killed.kill()
        psutil.wait_procs([killed], timeout=20)
        wait(lambda: len(workers()) == 2 and killed not in workers())
        assert _status(address, "/api/stats") == 200
        left = workers()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in {0, -signal.SIGTERM}
        assert psutil.wait_procs(left, timeout=20)[1] == []
