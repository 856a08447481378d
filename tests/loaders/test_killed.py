"""Loads that are killed at random moments, and the Neo4j under them: the same command ends in the same graph."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from dump import dump

from graph.bolt import Bolt
from graph.local.server import LocalServer
from graph.settings import Settings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
COPIES = 60
SOAK_ROUNDS = 8
"""How often each victim is killed in each way of loading: 32 kills."""
COMMAND = """
import sys
from loaders import filling, pipeline
filling.WORTH, pipeline.BATCH_WEIGHT = int(sys.argv[1]), 2_000
from api.cli import run
sys.exit(run(["--store", sys.argv[2], "load", sys.argv[3], "--json", "--workers", "2"]))
"""
BY_BOLT, AT_ONCE = 10**12, 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some dozens of files, two of which hold the same, and one that holds nothing."""
    made = tmp_path_factory.mktemp("killed") / "papers"
    made.mkdir()
    for sample in sorted(SAMPLES.glob("0*.txt")):
        for n in range(COPIES // 2):
            (made / f"{n} {sample.name}").write_bytes(sample.read_bytes() + b"\nCopy %d of it.\n" % max(n, 1))
    (made / "empty.txt").write_text("")
    return made


def start(worth: int, store: str, folder: Path, home: Path) -> subprocess.Popen:
    """The command, just started."""
    command = [sys.executable, "-c", COMMAND, str(worth), store, str(folder)]
    environment = os.environ | {"TRAMA_HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(loading: subprocess.Popen) -> dict:
    """Its summary, once it is done."""
    out, err = loading.communicate()
    assert loading.returncode == 0, err
    return json.loads(out)


def graph(settings: Settings) -> tuple[list[str], list[str]]:
    """What its store holds; the server is stopped afterwards."""
    server = LocalServer(settings)
    try:
        with Bolt(server.start()) as bolt:
            return dump(bolt)
    finally:
        server.stop()


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory):
    """The graph, and how long each way of loading takes."""
    home = tmp_path_factory.mktemp("undisturbed")
    seconds, graphs = {}, []
    for worth in (BY_BOLT, AT_ONCE):
        begun = time.monotonic()
        assert finish(start(worth, f"s{worth}", folder, home))["added"] == COPIES - 2
        seconds[worth] = time.monotonic() - begun
        graphs.append(graph(Settings(home=home, store=f"s{worth}")))
    assert graphs[0] == graphs[1]
    return graphs[0], seconds


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "rounds", [pytest.param(1, marks=pytest.mark.slow), pytest.param(SOAK_ROUNDS, marks=pytest.mark.soak)]
)
@pytest.mark.parametrize("victim", ["loader", "neo4j"])
@pytest.mark.parametrize("worth", [BY_BOLT, AT_ONCE])
def test_a_load_that_is_killed_is_continued_by_the_same_command(
    victim, worth, rounds, *, folder, undisturbed, tmp_path
):
    """Nothing is lost, nothing comes twice, nothing is left behind."""
    expected, seconds = undisturbed
    die = random.Random(f"{victim} {worth} {time.time()}")  # noqa: S311 - no secret
    for n in range(rounds):
        settings = Settings(home=tmp_path, store=f"round{n}")
        moment = die.uniform(0.3, 1.0) * seconds[worth]
        loading = start(worth, settings.store, folder, tmp_path)
        time.sleep(moment)
        if victim == "loader":
            children = psutil.Process(loading.pid).children(recursive=True) if loading.poll() is None else []
            loading.send_signal(signal.SIGKILL)
            loading.communicate()
            readers = [p for p in children if p.is_running() and "java" not in p.name()]
            assert not psutil.wait_procs(readers, timeout=30)[1], moment
        else:
            server = LocalServer(settings).status()
            if server.pid is not None:
                os.kill(server.pid, signal.SIGKILL)
            loading.communicate()
        finish(start(worth, settings.store, folder, tmp_path))
        summary = finish(start(worth, settings.store, folder, tmp_path))
        assert (summary["added"], summary["already_there"]) == (0, COPIES), moment
        assert graph(settings) == expected, moment
        assert not (settings.store_home / "incoming").exists()
        shutil.rmtree(settings.store_home)
