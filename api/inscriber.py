"""Writing what people say of the store, from routes: in a thread, for the connection that writes is synchronous."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import anyio.to_thread

from graph.bolt import Address, Bolt
from graph.ledger import Ledger

T = TypeVar("T")


async def inscribe(address: Address, who: str, work: Callable[[Ledger], T]) -> T:
    """Do one piece of work with a ledger in somebody's name."""
    return await anyio.to_thread.run_sync(partial(_with_ledger, address, who, work))


def _with_ledger(address: Address, who: str, work: Callable[[Ledger], T]) -> T:
    with Bolt(address) as bolt:
        return work(Ledger(bolt, who))
