"""A store of forty documents that came in three loads, for tests of what changed and when."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from archive import archive

from graph.bolt import Address, AsyncBolt, Bolt
from graph.load import Load
from graph.writer import Writer

Ask = Callable[[Callable[[AsyncBolt], Coroutine[Any, Any, Any]]], Any]
DOCUMENTS = archive(40)
LOADS = [
    (Load("load-a", "2026-11-20T10:00:00Z"), DOCUMENTS[:24]),
    (Load("load-b", "2026-11-21T10:00:00Z"), DOCUMENTS[24:35]),
    (Load("load-c", "2026-11-22T10:00:00Z"), DOCUMENTS[35:]),
]


@contextmanager
def asking(bolt: Bolt, address: Address) -> Iterator[Ask]:
    """Load the documents, each load's in two batches, and give something that asks the store."""
    writer = Writer(bolt)
    writer.prepare()
    for load, documents in LOADS:
        writer.add(documents[:10], load)
        writer.add(documents[10:], load)
    writer.refresh()
    with asyncio.Runner() as runner:
        connection = AsyncBolt(address)
        yield lambda question: runner.run(question(connection))
        runner.run(connection.close())
