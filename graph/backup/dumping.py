"""Backups by Neo4j's own tool, of the local server alone: quicker than a portable one, and only for Neo4j to read."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from graph import schema
from graph.audit import record
from graph.backup.file import PRIVATE_FILE
from graph.bolt import Address, Bolt, Transaction
from graph.errors import ConfigurationError, ConflictError, InputError
from graph.local import swap
from graph.local.home import Home
from graph.local.jars import class_path
from graph.local.java import run_admin
from graph.local.server import LocalServer
from graph.progress import Notify, Progress, no_notice, no_progress
from graph.query import query
from graph.settings import Settings
from graph.who import local_user

MAGIC = (b"DZV1", b"DGV1")
"""How a dump of Neo4j's begins: by zstd and by gzip."""
NAME = "neo4j.dump"
OWN = "--dump is for the Neo4j that Trama keeps: use the tools of the server at NEO4J_URI."


def is_dump(path: Path) -> bool:
    """Tell whether a file begins as a dump does."""
    with path.open("rb") as file:
        return file.read(4) in MAGIC


def dump(settings: Settings, path: Path, progress: Progress = no_progress, notify: Notify = no_notice) -> int:
    """Stop the local server, write its store to a file, and return the file's size in bytes.

    Raises ConfigurationError for a server of the user's own or where the tool fails, InputError where the store is not
    there, or another kind of file stands at `path`.
    """
    if settings.uri is not None:
        raise ConfigurationError(OWN)
    if path.exists() and not is_dump(path):
        raise InputError(f"{path} is there already and is no dump: choose another name.")
    home = Home(settings.store_home)
    if not home.database.exists():
        raise InputError("The store holds nothing yet: there is nothing to back up.")
    jars = class_path(settings, progress)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
        with LocalServer(settings, notify=notify).halted():
            run_admin(home, jars, ["database", "dump", "neo4j", f"--to-path={folder}"], seconds=None)
        made = Path(folder, NAME)
        made.chmod(PRIVATE_FILE)
        made.replace(path)
    return path.stat().st_size


def load(
    settings: Settings,
    path: Path,
    *,
    replace: bool = False,
    who: str | None = None,
    progress: Progress = no_progress,
    notify: Notify = no_notice,
) -> None:
    """Put the store that a dump holds in the place of the local server's, by renaming it when it is whole.

    Raises ConflictError where that holds anything and `replace` is not given, InputError where Neo4j's tool cannot read
    the file, ConfigurationError where Neo4j's jars cannot be had; none of them changes anything.
    """
    if settings.uri is not None:
        raise ConfigurationError(OWN)
    home = Home(settings.store_home)
    home.make()
    server = LocalServer(settings, notify=notify)
    with swap.alone(home, notify):
        swap.clean(home)
        try:
            _made(settings, path, progress)
            address = server.replace(partial(_may_go, replace=replace))
        finally:
            swap.clean(home)
    if address is None:
        raise ConflictError("The store holds something already: --replace deletes it and restores the dump.")
    with Bolt(address) as bolt:
        schema.prepare(bolt)
        bolt.write(partial(_remember, who or local_user(), path.stat().st_size))


def _made(settings: Settings, path: Path, progress: Progress) -> None:
    incoming = Home(Home(settings.store_home).incoming)
    incoming.make()
    jars = class_path(settings, progress)
    with tempfile.TemporaryDirectory(dir=incoming.path) as folder:
        Path(folder, NAME).symlink_to(path.absolute())
        words = ["database", "load", "neo4j", f"--from-path={folder}", "--overwrite-destination=true"]
        try:
            run_admin(incoming, jars, words, seconds=None)
        except ConfigurationError as error:
            shutil.rmtree(incoming.path, ignore_errors=True)
            raise InputError(f"{path} is no whole dump: Neo4j's tool cannot load it. Nothing was restored.") from error


@contextmanager
def _may_go(address: Address, *, replace: bool) -> Iterator[bool]:
    with Bolt(address) as bolt, bolt.held(_empty) as empty:
        yield empty or replace


def _empty(tx: Transaction) -> bool:
    """Tell whether the store holds nothing, and let nobody write until the transaction ends."""
    schema.lock(tx)
    return not tx.run(query("backup_head")).single(strict=True)["nodes"]


def _remember(who: str, size: int, tx: Transaction) -> None:
    schema.lock(tx)
    tx.run(query("restore_stamp")).consume()
    record(tx, who, "store.restored", [], before=None, after={"dump": True, "bytes": size})
