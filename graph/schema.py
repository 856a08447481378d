"""What a store must hold before anything is written: constraints, indexes and the version of its schema."""

from graph.bolt import Bolt, Transaction
from graph.errors import ConfigurationError, QueryRefusedError, StoreUnavailableError
from graph.load import Load
from graph.query import query
from graph.remembering import remember_load

SCHEMA = 1
"""The version of the graph's form that this program writes."""

RESTORING = "The store is being restored from a backup. If that was cut off, run `trama restore` again."


def prepare(bolt: Bolt) -> None:
    """Create constraints and indexes where they are missing and check the schema's version.

    Raises ConfigurationError for a store that a newer Trama wrote.
    """
    found = bolt.read(query("schema_version"))
    for row in found:
        check(row["schema"])
    _make(bolt)  # first: without its constraint there could be two Store nodes
    if any(row["unfinished"] for row in found):  # the server fills the indexes of a store just imported meanwhile
        bolt.run(query("write_completed"))
        bolt.write(_finish)
    bolt.write(lock)
    bolt.run(query("schema_ready"))


def look(bolt: Bolt) -> None:
    """Check the schema's version, and finish a filling that was cut off: one short question where all is well.

    Raises ConfigurationError for a store that a newer Trama wrote.
    """
    for row in bolt.read(query("schema_version")):
        check(row["schema"])
        if row["unfinished"]:
            prepare(bolt)


def _make(bolt: Bolt) -> None:
    """Run the schema commands, where another process may prepare the store as well: on a deadlock they run again."""
    try:
        bolt.write(_commands)
    except QueryRefusedError:  # the other one made the same between this one's look and its commit
        bolt.write(_commands)


def _finish(tx: Transaction) -> None:
    """Let the audit trail tell of the load that filled the store."""
    lock(tx)
    for row in tx.run(query("write_finished")).data():
        remember_load(tx, row["who"], Load(row["id"], row["at"]), row["revision"], [], replaced=0)


def _commands(tx: Transaction) -> None:
    # All in one transaction: one write to the disk, where each by itself would take as long as all of them.
    for command in query("schema_indexes").split(";"):
        if command.strip():
            tx.run(command).consume()


def lock(tx: Transaction) -> tuple[int, int]:
    """Take the store's one lock until the transaction ends; return its revision and the revision last refreshed.

    Whoever writes begins with this, so that two writers take turns and cannot deadlock. Raises ConfigurationError for
    a store that a newer Trama wrote, StoreUnavailableError while it is being restored from a backup.
    """
    row = tx.run(query("write_lock"), schema=SCHEMA).single(strict=True)
    check(row["schema"])
    if row["restoring"]:
        raise StoreUnavailableError(RESTORING)
    return row["revision"], row["refreshed"]


def check(schema: int) -> None:
    """Raise ConfigurationError for the schema of a newer Trama."""
    if schema > SCHEMA:
        raise ConfigurationError(
            f"A newer Trama wrote this store (schema {schema}, this one knows {SCHEMA}): update Trama."
        )
