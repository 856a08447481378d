"""Many users at once, for a bounded time, on loopback: no failure, and memory that does not grow."""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import mean, quantiles
from subprocess import DEVNULL, Popen

import httpx
import psutil
import pytest
from conftest import free_port

from graph.bolt import Address
from graph.settings import Settings

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0
FLAT = 1.1
"""What memory may be in the last third of the time, of what it was in the first."""


@pytest.fixture
def program(address: Address, loaded: None) -> Iterator[tuple[str, psutil.Process]]:  # noqa: ARG001 - it fills the store
    """The program itself, serving: its address and its process."""
    site = f"http://127.0.0.1:{free_port()}"
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "NEO4J_URI": address.uri,
        "NEO4J_USERNAME": address.username,
        "NEO4J_PASSWORD": address.password or "",
    }
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", site.rsplit(":", 1)[1]]
    with Popen(command, env=environment, stdout=DEVNULL, stderr=DEVNULL) as serving:
        try:
            _await(site)
            yield site, psutil.Process(serving.pid)
        finally:
            serving.terminate()
            serving.wait(timeout=30)


def _await(site: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            if httpx.get(f"{site}/health/ready").status_code == 200:
                return
        except httpx.TransportError:
            pass
        assert time.monotonic() < deadline, "it did not start"
        time.sleep(0.2)


def _addresses(site: str) -> list[str]:
    """What users ask for, made of what the store holds."""
    with httpx.Client(base_url=site) as client:
        entities = [row["id"] for row in client.get("/api/entities?limit=20").json()["items"]]
        documents = [row["id"] for row in client.get("/api/documents").json()["items"]]
    pairs = list(pairwise(entities))
    return [
        "/", "/api/stats", "/api/search?q=navy", "/api/entities?q=Beltran", "/api/analysis/structure?limit=20",
        *(f"/api/documents/{id_}" for id_ in documents),
        *(f"/api/entities/{id_}" for id_ in entities),
        *(f"/api/entities/{id_}/neighbours" for id_ in entities),
        *(f"/api/network?ids={id_}&depth=1" for id_ in entities),
        *(f"/api/evidence?a={a}&b={b}" for a, b in pairs),
        *(f"/api/paths?from={a}&to={b}" for a, b in pairs),
    ]  # fmt: skip


async def _user(
    site: str, number: int, *, end: float, told: Counter[int], spent: list[float], places: list[str]
) -> None:
    die = random.Random(number)  # noqa: S311 - the same crowd each time
    async with httpx.AsyncClient(base_url=site, timeout=30) as client:
        while time.monotonic() < end:
            begun = time.monotonic()
            if die.random() < 0.1:
                query = {"query": "MATCH (e:Entity) RETURN e.name, e LIMIT 20"}
                answer = await client.post("/api/cypher", json=query)
            else:
                answer = await client.get(die.choice(places))
            told[answer.status_code] += 1
            spent.append(time.monotonic() - begun)
            await asyncio.sleep(die.uniform(0.05, 0.3))


async def _watch(processes: list[psutil.Process], end: float, sizes: list[list[int]]) -> None:
    while time.monotonic() < end:
        sizes.append([process.memory_info().rss for process in processes])
        await asyncio.sleep(0.25)


def crowd(site: str, users: int, seconds: float, processes: list[psutil.Process]) -> list[float]:
    """Let so many users ask for so long; return how much each process's memory is in the last third of the first."""
    places = _addresses(site)
    told: Counter[int] = Counter()
    spent: list[float] = []
    sizes: list[list[int]] = []

    async def all_of_them() -> None:
        end = time.monotonic() + seconds
        asking = (_user(site, n, end=end, told=told, spent=spent, places=places) for n in range(users))
        await asyncio.gather(_watch(processes, end, sizes), *asking)

    asyncio.run(all_of_them())
    assert set(told) == {200}, told
    third = len(sizes) // 3
    first, last = ([mean(each) for each in zip(*some, strict=True)] for some in (sizes[:third], sizes[-third:]))
    sys.stdout.write(
        f"{users} users, {seconds:.0f} s: {len(spent):,} answers; half within {quantiles(spent)[1] * 1000:.0f} ms,"
        f" 19 of 20 within {quantiles(spent, n=20)[-1] * 1000:.0f} ms; resident "
        + ", ".join(f"{a / 1e6:.0f} MB then {b / 1e6:.0f} MB" for a, b in zip(first, last, strict=True))
        + "\n"
    )
    return [b / a for a, b in zip(first, last, strict=True)]


@pytest.mark.slow
def test_ten_users_at_once_meet_no_failure(program: tuple[str, psutil.Process]) -> None:
    """For five seconds."""
    site, process = program
    crowd(site, 10, 5, [process])


@pytest.mark.soak
@pytest.mark.timeout(300)
def test_fifty_users_for_a_minute_meet_no_failure_and_memory_stays(
    program: tuple[str, psutil.Process], settings: Settings
) -> None:
    """Neither the service's nor Neo4j's is larger in the last third of the minute than in the first."""
    site, process = program
    home = str(settings.home)
    java = next(
        p
        for p in psutil.process_iter(["cmdline"])
        if any(home in word for word in p.info["cmdline"] or ()) and "java" in p.name()
    )
    crowd(site, 50, 20, [process, java])  # what is loaded once, and caches, fill
    assert max(crowd(site, 50, 60, [process, java])) < FLAT
