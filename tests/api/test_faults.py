"""Neo4j killed under the service, and many who write at once: nothing is half written, nothing mixed.

One service and one Neo4j for the whole file, killed again and again.
"""

import os
import random
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest
from dump import dump
from running import TRAMA, running, wait

from graph.bolt import Bolt
from graph.local.server import LocalServer
from graph.settings import Settings, read_settings
from graph.writer import Writer

pytestmark = pytest.mark.timeout(3600)

SLOW = "UNWIND range(1, 1000000000) AS a RETURN sum(sin(a))"
SEMAR, DEA = "mexican-navy", "drug-enforcement-administration"
MERGE = {"decision": "same", "entity": SEMAR, "other": DEA, "value": SEMAR}
LEFT = ("(['Judgement']",)
"""What is left of a judgement that was taken back."""


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


def _graph(own: Settings) -> tuple[list[str], ...]:
    """Return the store, weighed, but for history."""
    with Bolt(LocalServer(own).start()) as bolt:
        Writer(bolt).refresh()
        return tuple([line for line in lines if not line.startswith(LEFT)] for lines in dump(bolt))


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


def _merge(client: httpx.Client) -> httpx.Response:
    return client.post("/api/judgements", json=MERGE)


def _unmerge(client: httpx.Client) -> bool:
    """Take the judgement back, where it was made; tell whether it was."""
    made = client.get("/api/judgements", params={"undone": False}).raise_for_status().json()["items"]
    for each in made:
        client.post(f"/api/judgements/{each['id']}/undo", json={}).raise_for_status()
    return bool(made)


SENTENCES = "MATCH (d:Document) RETURN d.path, COUNT { (d)-[:HAS]->() } AS n"
PAPER = ("c.txt", b"The FBI told SEMAR and the DEA of Los Zetas in Monterrey.\n" * 50)


def _send(client: httpx.Client) -> httpx.Response:
    return client.post("/api/documents", files={"file": PAPER})


def _unsend(client: httpx.Client) -> bool:
    rows = client.get("/api/documents").raise_for_status().json()["items"]
    made = [row["id"] for row in rows if row["path"] == PAPER[0]]
    for each in made:
        client.delete(f"/api/documents/{each}").raise_for_status()
    return bool(made)


@pytest.mark.parametrize("rounds", [pytest.param(2, marks=pytest.mark.slow), pytest.param(10, marks=pytest.mark.soak)])
@pytest.mark.parametrize(("act", "undo"), [(_merge, _unmerge), (_send, _unsend)], ids=["merge", "document"])
def test_neo4j_killed_during_a_write(act, undo, rounds: int, client: httpx.Client, own: Settings) -> None:
    """It is done or not done, whole: undone, the graph is what it was. Who gets no 503 has it done."""
    before = _graph(own)
    begun = time.monotonic()
    assert act(client).status_code == 201
    whole = time.monotonic() - begun
    assert undo(client)
    assert _graph(own) == before
    die = random.Random(time.time())  # noqa: S311 - no secret
    with ThreadPoolExecutor(1) as pool:
        for _ in range(rounds):
            moment = die.uniform(0, whole)
            asked = pool.submit(act, client)
            time.sleep(moment)
            _kill(own)
            answer = asked.result(120)
            assert answer.status_code == 201 or _is_problem(answer), (moment, answer.text)
            _wait_until_ready(client)
            done = undo(client)
            assert done or answer.status_code == 503, moment
            assert _graph(own) == before, moment


@pytest.mark.slow
def test_two_merges_of_one_entity_take_turns(client: httpx.Client, own: Settings) -> None:
    """In opposite directions: who comes second is told so or moves what the first left; nothing counts twice."""
    before = _graph(own)
    total = sum(client.get(f"/api/entities/{one}").json()["mentions"] for one in (SEMAR, DEA))
    with ThreadPoolExecutor(2) as pool:
        words = [{**MERGE, "value": SEMAR}, {**MERGE, "value": DEA}]
        answers = list(pool.map(lambda word: client.post("/api/judgements", json=word), words))
    assert {answer.status_code for answer in answers} <= {201, 404, 409}
    assert 201 in {answer.status_code for answer in answers}
    left = [one for one in (SEMAR, DEA) if client.get(f"/api/entities/{one}").status_code == 200]
    assert len(left) == 1
    assert client.get(f"/api/entities/{left[0]}").json()["mentions"] == total
    while _unmerge(client):
        pass
    assert _graph(own) == before


@pytest.mark.slow
def test_two_loads_at_once_while_others_read(client: httpx.Client, own: Settings, tmp_path: Path) -> None:
    """Every file is loaded once, by one of them; every reader is answered, with whole documents."""
    for n in range(30):
        (tmp_path / f"{n}.txt").write_text(
            f"SEMAR told the DEA of case {n}.\n\nThe FBI told Los Zetas nothing of {n}.\n"
        )
    loads = [_load(own, tmp_path) for _ in range(2)]
    seen = set()
    while any(load.poll() is None for load in loads):
        answer = client.post("/api/cypher", json={"query": SENTENCES})
        assert answer.status_code == 200, answer.text
        seen |= {n for path, n in answer.json()["rows"] if Path(path).parent == tmp_path}
        assert client.get("/api/entities", params={"q": "semar"}).status_code == 200
    for load in loads:
        _finish(load)
    rows = client.get("/api/documents", params={"limit": 100}).json()["items"]
    mine = {row["path"] for row in rows if Path(row["path"]).parent == tmp_path}
    assert len(mine) == 30
    assert len(seen) <= 1
    _finish(_load(own, tmp_path))
    once = _graph(own)
    for row in rows:
        if row["path"] in mine:
            client.delete(f"/api/documents/{row['id']}").raise_for_status()
    _finish(_load(own, tmp_path))
    assert _graph(own) == once
