"""How long answers take: 1,000 varied requests, 8 at once, beside the same Cypher sent by the bare driver.

python benchmarks/latency.py [--store NAME] [--requests N] [--at-once N] [--workers N]
"""

import argparse
import asyncio
import re
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import neo4j

sys.path.insert(0, str(Path(__file__).parents[1]))

from questions import Question, questions
from result import Result
from service import served

from graph.bolt import Address
from graph.connection import connect_address
from graph.settings import Settings, read_settings

GOALS = {
    "names": (15, 40),
    "search": (15, 40),
    "entity": (10, 30),
    "neighbours": (20, 60),
    "evidence": (20, 60),
    "network": (60, 150),
    "path": (30, 150),
}
"""The median and the 95th percentile in milliseconds that each route may take."""
RATIO = 1.5
"""How many times as long as the bare driver's an answer's median may take."""
WARM = 0.3
"""What share of the requests is sent beforehand, uncounted: a Java that has just started is slow."""
Times = dict[str, list[float]]


def measure(settings: Settings, requests: int = 1000, at_once: int = 8, workers: int = 1) -> list[Result]:
    """Return medians, 95th percentiles and ratios of a store's answers, milliseconds by route."""
    address = connect_address(settings)
    asked = asyncio.run(questions(address, requests))
    with served(settings, workers) as port:
        over_http = asyncio.run(_times(asked, at_once, lambda: _Client.open(port)))
    bare = asyncio.run(_times(asked, at_once, lambda: _Bare.open(address)))
    results = []
    for route, (middle, most) in GOALS.items():
        ours, theirs = over_http[route], bare[route]
        results += [
            Result(f"{route}, median", median(ours), "ms", middle, f"bare driver {median(theirs):.1f}"),
            Result(f"{route}, 95th percentile", _high(ours), "ms", most, f"bare driver {_high(theirs):.1f}"),
            Result(f"{route}, median to the bare driver's", median(ours) / median(theirs), "times", RATIO),
        ]
    return results


class _Client:
    """One kept connection over which requests go one after the other, as a browser's; no library's time is measured."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
        self._reader = reader
        self._writer = writer
        self._port = port

    @classmethod
    async def open(cls, port: int) -> "_Client":
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=2**24), port)

    async def ask(self, question: Question) -> None:
        head = f"GET {question.path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAccept-Encoding: gzip\r\n\r\n"
        self._writer.write(head.encode("ascii"))
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if not answer.startswith("http/1.1 200"):
            raise RuntimeError(f"{question.path}: {answer.splitlines()[0]}")
        if length := re.search(r"content-length: (\d+)", answer):
            await self._reader.readexactly(int(length[1]))
            return
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            await self._reader.readexactly(size + 2)
        await self._reader.readexactly(2)

    async def close(self) -> None:
        self._writer.close()


class _Bare:
    """Neo4j's own driver, asked for the same rows by the same queries, and nothing done with them."""

    def __init__(self, address: Address) -> None:
        self._driver = neo4j.AsyncGraphDatabase.driver(
            address.uri, auth=address.auth, notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF
        )
        self._database = address.database

    @classmethod
    async def open(cls, address: Address) -> "_Bare":
        return cls(address)

    async def ask(self, question: Question) -> None:
        for query, parameters in question.reads:
            async with self._driver.session(database=self._database, default_access_mode="READ") as session:
                await (await session.run(query, parameters)).values()

    async def close(self) -> None:
        await self._driver.close()


async def _times(asked: Sequence[Question], at_once: int, opened: Callable[[], Awaitable[_Client | _Bare]]) -> Times:
    """Ask all questions, so many at once, after some of them unmeasured; return milliseconds by route."""
    times: Times = defaultdict(list)
    clients = [await opened() for _ in range(at_once)]

    async def work(client: _Client | _Bare, waiting: Iterator[Question], kept: Times) -> None:
        for question in waiting:
            begun = perf_counter()
            await client.ask(question)
            kept[question.route].append(1000 * (perf_counter() - begun))

    for some, kept in ((asked[: int(WARM * len(asked))], defaultdict(list)), (asked, times)):
        waiting = iter(some)
        await asyncio.gather(*(work(client, waiting, kept) for client in clients))
    for client in clients:
        await client.close()
    return times


def _high(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def main() -> int:
    """Measure, and say what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", default="")
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--workers", type=int, default=1)
    wanted = parser.parse_args()
    results = measure(read_settings(store=wanted.store), wanted.requests, wanted.at_once, wanted.workers)
    for each in results:
        print(f"{each.name:40}{each.figure:8.1f} {each.unit:6} of {each.goal:6}  {each.note}")
    return 0 if all(each.kept for each in results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
