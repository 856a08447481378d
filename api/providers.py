"""What routes are given, named once.

What waits for nothing is a coroutine: FastAPI runs every other provider in a thread of its own, at each request.
"""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from api.intake import Intake
from api.reviewing import Bench
from api.store import Store
from graph.bolt import Bolt
from graph.reader import Reader
from graph.who import local_user


async def store(request: Request) -> Store:
    """Return the service's store."""
    found: Store = request.app.state.store
    return found


TheStore = Annotated[Store, Depends(store)]


async def reader(kept: TheStore) -> Reader:
    """Return a reader of the store. Raises StoreUnavailableError while the store is away."""
    return Reader(kept.bolt)


TheReader = Annotated[Reader, Depends(reader)]


def bolt(kept: TheStore) -> Iterator[Bolt]:
    """Give a synchronous connection for one question. Raises StoreUnavailableError while the store is away."""
    with Bolt(kept.address) as connection:
        yield connection


TheBolt = Annotated[Bolt, Depends(bolt)]


async def bench(request: Request) -> Bench:
    """Return what keeps the pairs to review, and the store's significance in step."""
    found: Bench = request.app.state.bench
    return found


TheBench = Annotated[Bench, Depends(bench)]


async def intake(request: Request) -> Intake:
    """Return what takes documents in and out."""
    found: Intake = request.app.state.intake
    return found


TheIntake = Annotated[Intake, Depends(intake)]


async def who(request: Request) -> str:
    """Return in whose name a request acts: its key's, or the local user's where nobody is asked for a key."""
    return local_user() if request.app.state.access is None else str(request.state.key.name)


TheWho = Annotated[str, Depends(who)]
