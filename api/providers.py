"""What routes are given, named once."""

from typing import Annotated

from fastapi import Depends, Request

from api.intake import Intake
from api.store import Store
from graph.reader import Reader
from graph.who import local_user


def store(request: Request) -> Store:
    """Return the service's store."""
    found: Store = request.app.state.store
    return found


TheStore = Annotated[Store, Depends(store)]


def reader(kept: TheStore) -> Reader:
    """Return a reader of the store. Raises StoreUnavailableError while the store is away."""
    return Reader(kept.bolt)


TheReader = Annotated[Reader, Depends(reader)]


def intake(request: Request) -> Intake:
    """Return what takes documents in and out."""
    found: Intake = request.app.state.intake
    return found


TheIntake = Annotated[Intake, Depends(intake)]


def who() -> str:
    """Return in whose name a request acts: the local user's, while the service listens on loopback and asks no key."""
    return local_user()


TheWho = Annotated[str, Depends(who)]
