"""Restoring: a store made of a backup, equal to the one that it was taken of."""

import secrets
from array import array
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from graph import schema
from graph.audit import record
from graph.backup.file import Head
from graph.backup.reading import Backup, Edge, Node, opened
from graph.bolt import Bolt, Row, Transaction
from graph.errors import ConfigurationError, ConflictError, InputError
from graph.progress import Progress, no_progress
from graph.query import query
from graph.who import local_user

ITEMS_AT_ONCE = 5_000
CHARACTERS_AT_ONCE = 4_000_000
"""How much text and how many bytes are written in one transaction, whose values Neo4j keeps in its heap."""
CLEARED_AT_ONCE = 5_000
CHECKING = "Checking the backup"
CLEARING = "Emptying the store"
NODES = "Restoring nodes"
EDGES = "Restoring edges"


def restore(
    bolt: Bolt, path: Path, *, replace: bool = False, who: str | None = None, progress: Progress = no_progress
) -> Head:
    """Make the store equal to the one that a backup was taken of, and add the act that tells of it.

    The file is read to its end before anything is written: one that is cut off or damaged raises InputError and
    changes nothing. A store that holds anything is refused (ConflictError) without `replace`. Meanwhile the store is
    marked, and neither read nor written by anybody else; cut off in between, it stays so until a restore is done.
    """
    with opened(path) as backup:
        if backup.head.schema > schema.SCHEMA:
            raise ConfigurationError(f"A newer Trama wrote {path} (schema {backup.head.schema}): update Trama.")
        for _ in backup.items(lambda done: progress(CHECKING, done, backup.size)):
            pass
        progress(CHECKING, backup.size, backup.size)
        _Restoring(bolt, backup, who or local_user(), replace=replace, progress=progress).run()
    schema.prepare(bolt)
    return backup.head


class _Restoring:
    """One restore under way; each of its transactions makes sure that no other has begun since."""

    def __init__(self, bolt: Bolt, backup: Backup, who: str, *, replace: bool, progress: Progress) -> None:
        self._bolt = bolt
        self._backup = backup
        self._who = who
        self._replace = replace
        self._progress = progress
        self._token = secrets.token_hex(8)
        self._prefix = ""
        self._ids = array("q")

    def run(self) -> None:
        """Empty the store, write what the backup holds, and take the mark away."""
        head = self._backup.head
        before = self._bolt.write(self._begun)
        gone = 0
        while before["nodes"] and (some := self._bolt.write(self._cleared)):
            gone += some
            self._progress(CLEARING, min(gone, before["nodes"]), before["nodes"])
        for kind, items in groupby(self._backup.items(), type):
            what, total = (NODES, head.nodes) if kind is Node else (EDGES, head.edges)
            done = 0
            for batch in _batches(items):
                made = self._bolt.write(partial(self._written, batch))
                self._ids.extend(int(id_.rpartition(":")[2]) for id_ in made)
                self._prefix = made[0].rpartition(":")[0] if made else self._prefix
                done += len(batch)
                self._progress(what, done, total)
        self._bolt.write(partial(self._done, before))

    def _begun(self, tx: Transaction) -> Row:
        row = tx.run(query("restore_begun"), schema=schema.SCHEMA, token=self._token).single(strict=True)
        schema.check(row["schema"])
        if row["nodes"] and row["before"] is None and not self._replace:
            raise ConflictError(
                f"The store holds {row['nodes']:,} nodes already: --replace deletes them and restores the backup."
            )
        return row.data()

    def _lock(self, tx: Transaction) -> None:
        row = tx.run(query("restore_lock"), token=self._token).single()
        if row is None or not row["ours"]:
            raise ConflictError("Another restore of this store has begun meanwhile: this one gives way to it.")

    def _cleared(self, tx: Transaction) -> int:
        self._lock(tx)
        return int(tx.run(query("restore_clear"), limit=CLEARED_AT_ONCE).single(strict=True)["gone"])

    def _written(self, batch: list[Node | Edge], tx: Transaction) -> list[str]:
        """Write nodes or edges, and return the ids of the nodes: the transaction may be tried more than once."""
        self._lock(tx)
        edges = [[self._id(e.a), self._id(e.b), e.kind, e.properties] for e in batch if isinstance(e, Edge)]
        if edges:
            tx.run(query("restore_edges"), edges=edges).consume()
            return []
        nodes = [[item.labels, item.properties] for item in batch if isinstance(item, Node)]
        return [row["id"] for row in tx.run(query("restore_nodes"), nodes=nodes)]

    def _id(self, place: int) -> str:
        return f"{self._prefix}:{self._ids[place]}"

    def _done(self, before: Row, tx: Transaction) -> None:
        self._lock(tx)
        head = self._backup.head
        row = tx.run(query("restore_done"), store=head.store).single(strict=True)
        if (row["nodes"], row["edges"]) != (head.nodes, head.edges):
            raise InputError("The store is not what the backup holds: somebody else wrote to it meanwhile.")
        was = {"nodes": before["nodes"], "revision": before["revision"]}
        told = {"taken": head.at, "nodes": head.nodes, "edges": head.edges, "sha256": self._backup.sha256}
        record(tx, self._who, "store.restored", [], before=was, after=told)


def _batches(items: Iterable[Node | Edge]) -> Iterator[list[Node | Edge]]:
    batch: list[Node | Edge] = []
    size = 0
    for item in items:
        batch.append(item)
        size += sum(len(value) for value in item.properties.values() if isinstance(value, str | bytes))
        if len(batch) >= ITEMS_AT_ONCE or size >= CHARACTERS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
