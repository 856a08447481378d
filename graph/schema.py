"""What a store must hold before anything is written: constraints, indexes and the version of its schema."""

from graph.bolt import Bolt, Transaction
from graph.errors import ConfigurationError
from graph.query import query

SCHEMA = 1
"""The version of the graph's form that this program writes."""


def prepare(bolt: Bolt) -> None:
    """Create constraints and indexes where they are missing and check the schema's version.

    Raises ConfigurationError for a store that a newer Trama wrote.
    """
    bolt.write(lock)
    for command in query("schema_indexes").split(";"):
        if command.strip():
            bolt.run(command)
    bolt.run(query("schema_ready"))


def lock(tx: Transaction) -> tuple[int, int]:
    """Take the store's one lock until the transaction ends; return its revision and the revision last refreshed.

    Whoever writes begins with this, so that two writers take turns and cannot deadlock. Raises ConfigurationError for
    a store that a newer Trama wrote.
    """
    row = tx.run(query("write_lock"), schema=SCHEMA).single(strict=True)
    if row["schema"] > SCHEMA:
        raise ConfigurationError(
            f"A newer Trama wrote this store (schema {row['schema']}, this one knows {SCHEMA}): update Trama."
        )
    return row["revision"], row["refreshed"]
