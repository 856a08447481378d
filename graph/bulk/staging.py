"""A store that is made beside an empty one of the local server, and takes its place when it is whole."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from graph import schema
from graph.bolt import Address, Bolt, Transaction
from graph.bulk.files import Files
from graph.bulk.table import BETWEEN
from graph.local import swap
from graph.local.home import Home
from graph.local.jars import class_path
from graph.local.java import run_admin
from graph.local.memory import MEBIBYTE, machine_memory, memory_for
from graph.local.server import LocalServer
from graph.progress import Notify, Progress, no_notice, no_progress
from graph.query import query
from graph.settings import Settings

LEAST_HEAP = 1024
GOING = 1.0
"""Seconds that connections of this process may take to be gone."""


class Staging:
    """A place for a new store beside one that holds nothing.

    `revision` is that of the empty store. Made by `staging`, which keeps others out and cleans up.
    """

    def __init__(self, settings: Settings, server: LocalServer, revision: int) -> None:
        self._settings = settings
        self._server = server
        self._home = Home(settings.store_home)
        self.revision = revision
        self.files = Files(self._home.incoming)

    def make(self, progress: Progress = no_progress) -> None:
        """Make the store of the files. Raises ConfigurationError where the import tool fails."""
        self.files.close()
        heap = max(memory_for(machine_memory()).heap, LEAST_HEAP)
        options = [f"--max-off-heap-memory={heap * MEBIBYTE}", f"--array-delimiter=U+{ord(BETWEEN):04X}"]
        words = ["database", "import", "full", "neo4j", *options, "--path-pattern-style=none", *self.files.words()]
        home = Home(self._home.incoming)
        home.make()
        run_admin(home, class_path(self._settings, progress), words, heap=heap, seconds=None)

    def swap(self) -> Address | None:
        """Put the new store in the place of the old one, and start the server on it.

        None, with nothing changed, where the old one is empty no more.
        """
        return self._server.replace(_still_empty)


@contextmanager
def staging(
    settings: Settings, server: LocalServer, progress: Progress = no_progress, notify: Notify = no_notice
) -> Iterator[Staging | None]:
    """Give a place for a new store; None where this is not the way to load.

    It is not where the store holds anything or another client is connected to its server, whom a restart would cut
    off. What a load that was killed left behind is removed. Only one process makes a store; others wait for it.
    """
    home = Home(settings.store_home)
    home.make()
    with swap.alone(home, notify):
        swap.clean(home)
        revision = _revision(home, server, progress)
        if revision is None:
            yield None
            return
        home.incoming.mkdir()
        try:
            made = Staging(settings, server, revision)
            with made.files:
                yield made
        finally:
            swap.clean(home)


def _revision(home: Home, server: LocalServer, progress: Progress) -> int | None:
    """Return the revision of a store that holds nothing and that nobody else uses; else None."""
    if not home.database.exists() and not swap.is_begun(home) and not server.status().running:
        return 0
    with Bolt(server.start(progress)) as bolt:
        revision = bolt.write(_empty_revision)
    deadline = time.monotonic() + GOING
    while server.used():
        if time.monotonic() > deadline:
            return None
        time.sleep(0.05)
    return revision


def _empty_revision(tx: Transaction) -> int | None:
    """Return the revision of a store that holds no node but its own, with what loading alone sets on it; else None."""
    row = tx.run(query("write_nothing")).single(strict=True)
    if row["schema"] is not None:
        schema.check(row["schema"])
    others = set(row["properties"]) - {"id", "schema", "revision", "refreshed", "stamp"}
    return None if row["nodes"] or others else row["revision"]


@contextmanager
def _still_empty(address: Address) -> Iterator[bool]:
    with Bolt(address) as bolt, bolt.held(_held_empty) as empty:
        yield empty


def _held_empty(tx: Transaction) -> bool:
    """Tell whether the store holds nothing, and let nobody write until the transaction ends."""
    schema.lock(tx)
    return _empty_revision(tx) is not None
