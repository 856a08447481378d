"""Taking a backup: the whole store as it is at one moment, while every writer waits."""

from array import array
from pathlib import Path

from graph import schema
from graph.audit import now
from graph.backup.file import Head, Lines, new_file
from graph.bolt import Bolt, Transaction
from graph.errors import InputError
from graph.progress import Progress, no_progress
from graph.query import query

TOLD_EVERY = 5_000
NODES = "Writing nodes"
EDGES = "Writing edges"


def take(bolt: Bolt, path: Path, progress: Progress = no_progress) -> Head:
    """Write the store to a file, and return what the file says of it.

    Neo4j is read-committed, so a long reading is no snapshot by itself: it is done under the lock that every writer
    takes first. Readers go on. Raises InputError for an empty store, or a file that is there and no backup.
    """
    return bolt.write(lambda tx: _taken(tx, path, progress))


def _taken(tx: Transaction, path: Path, progress: Progress) -> Head:
    schema.lock(tx)
    row = tx.run(query("backup_head")).single(strict=True)
    if not row["nodes"]:
        raise InputError("The store holds nothing yet: there is nothing to back up.")
    store = dict(row["store"])
    head = Head(now(), store["schema"], store, row["nodes"], row["edges"])
    with new_file(path) as raw:
        lines = Lines(raw, head)
        places = array("q")
        for id_, labels, properties in tx.run(query("backup_nodes")):
            _put(places, id_, lines.nodes)
            lines.node(sorted(labels), properties)
            if lines.nodes % TOLD_EVERY == 0:
                progress(NODES, lines.nodes, head.nodes)
        progress(NODES, lines.nodes, head.nodes)
        for a, b, kind, properties in tx.run(query("backup_edges")):
            lines.edge(places[_number(a)], places[_number(b)], kind, properties)
            if lines.edges % TOLD_EVERY == 0:
                progress(EDGES, lines.edges, head.edges)
        progress(EDGES, lines.edges, head.edges)
        lines.close()
    return head


def _number(element_id: str) -> int:
    """Return the number in an element's id, which Neo4j gives from 0 on."""
    return int(element_id.rpartition(":")[2])


def _put(places: "array[int]", element_id: str, place: int) -> None:
    number = _number(element_id)
    if number >= len(places):
        places.extend([-1] * (number + 1 - len(places)))
    places[number] = place
