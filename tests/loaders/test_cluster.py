"""Reading on a real Dask cluster: a scheduler and two worker processes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import distributed
import pytest
from dump import clear, dump

from graph.errors import ConfigurationError
from graph.writer import Writer
from loaders import pool
from loaders.cluster import cluster
from loaders.pipeline import load

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
COPIES = 40
SECONDS = 60


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """The scheduler's address, and the workers."""
    file = tmp_path / "scheduler.json"
    local = ["--host", "127.0.0.1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_LOGGING__DISTRIBUTED": "error"}

    def start(kind: str, *words: str) -> subprocess.Popen:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", str(file), *local, *words]
        return subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=-3, stderr=-3)

    started = [start("scheduler", "--port", "0", "--no-dashboard")]
    try:
        deadline = time.monotonic() + SECONDS
        while not file.exists() or not file.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.1)
        started += [start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(2)]
        yield json.loads(file.read_text())["address"], started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_cluster_gives_the_same_graph_though_a_worker_is_killed(dask, tmp_path, bolt, monkeypatch):
    """Nothing is lost, nothing comes twice."""
    address, workers = dask
    monkeypatch.setattr(pool, "TASK_FILES", 2)
    folder = tmp_path / "papers"
    folder.mkdir()
    for sample in SAMPLES.glob("0*.txt"):
        for n in range(COPIES // 2):
            (folder / f"{n} {sample.name}").write_bytes(sample.read_bytes() + f"\nCopy {n}.\n".encode())
    writer = Writer(bolt)
    load([folder], writer, workers=1)
    expected = dump(bolt)
    clear(bolt)

    def kill(what: str, done: int, _total: int) -> None:
        if what == "loading documents" and done == COPIES // 4:
            workers[0].send_signal(signal.SIGKILL)

    with cluster(address) as executor:
        summary = load([folder], writer, executor=executor, on_progress=kill)
    assert workers[0].wait() == -signal.SIGKILL
    assert summary.added == COPIES
    assert dump(bolt) == expected


@pytest.mark.slow
def test_workers_that_would_read_with_something_else_are_told_of(dask, monkeypatch):
    """Before a document is read: what the user's recogniser finds would be missing, without a word."""
    address, _ = dask
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=SECONDS)
    with cluster(address):
        pass
    monkeypatch.setenv("TRAMA_RECOGNISERS", "own.py:recognise")
    with pytest.raises(ConfigurationError, match=r"TRAMA_RECOGNISERS unset.*own\.py:recognise"), cluster(address):
        pass


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    """In a sentence."""
    monkeypatch.setattr("loaders.cluster.CONNECT_SECONDS", 1)
    with pytest.raises(ConfigurationError, match=r"tcp://127\.0\.0\.1:9"), cluster("tcp://127.0.0.1:9"):
        pass
