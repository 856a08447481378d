"""Putting a store that was made apart in the place of a home's own: by rename, and all of it or nothing.

Whoever calls holds the start lock, and no server runs. A mark says that the new store is whole and the old one is not
wanted any more: from then on every start of the server finishes what was begun.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.local import process
from graph.local.home import FILLED, Home, write_private
from graph.local.java import admin_arguments
from graph.progress import Notify

PARTS = (Path("data", "databases", "neo4j"), Path("data", "transactions", "neo4j"))
"""What Neo4j keeps of a store; users and passwords lie elsewhere."""


def begin(home: Home) -> None:
    """Mark the store in `Home.incoming` as the one that is to be used."""
    with _mark(home).open("w") as file:
        os.fsync(file.fileno())


def is_begun(home: Home) -> bool:
    """Tell whether a swap was begun and not finished."""
    return _mark(home).exists()


def finish(home: Home) -> None:
    """Swap, where it was begun."""
    if not is_begun(home):
        return
    if home.unborn.exists():  # a first start failed before: what is swapped in is whole, and stays
        write_private(home.unborn, FILLED)
    for part in PARTS:
        new, old = home.incoming / part, home.path / part
        if new.exists():
            if old.exists():
                shutil.rmtree(old)
            old.parent.mkdir(parents=True, exist_ok=True)
            new.rename(old)
    _mark(home).unlink()
    shutil.rmtree(home.incoming, ignore_errors=True)


def clean(home: Home) -> None:
    """Remove what is left of a store that was never whole; one that is whole waits for the next start."""
    with FileLock(home.start_lock):
        if not is_begun(home):
            orphan = process.found([f"@{admin_arguments(Home(home.incoming))}"])
            if orphan is not None:  # the tool goes on when who ran it is killed
                process.stop(orphan)
            shutil.rmtree(home.incoming, ignore_errors=True)


@contextmanager
def alone(home: Home, notify: Notify) -> Iterator[None]:
    """Let only one process make a store in `Home.incoming`; others wait for it."""
    lock = FileLock(home.filling_lock)
    try:
        lock.acquire(timeout=1)
    except Timeout:
        notify("Another command is filling this store; waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _mark(home: Home) -> Path:
    return home.incoming / "whole"
