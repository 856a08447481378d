"""Deriving from all documents what no single one can say: names, kinds, aliases, and significance."""

from graph import schema
from graph.bolt import Bolt, Row, Transaction
from graph.entity import Kind
from graph.naming import Naming, called
from graph.query import query

NAMED_AT_ONCE = 2_000
WEIGHED_AT_ONCE = 500


def refresh(bolt: Bolt) -> None:
    """Bring all derived properties up to date; nothing to do where nothing was written since the last time.

    It goes through the store in transactions of bounded size. Killed in between, it leaves the rest marked for the
    next one; documents that another writer adds meanwhile are left to that writer's own refresh.
    """
    revision, refreshed = bolt.write(schema.lock)
    if revision == refreshed:
        return
    while bolt.write(_name_some):
        pass
    after: str | None = ""
    while after is not None:
        after = bolt.write(_Weighing(after))
    bolt.run(query("write_refreshed"), revision=revision)


def _name_some(tx: Transaction) -> bool:
    schema.lock(tx)
    rows = tx.run(query("write_stale"), limit=NAMED_AT_ONCE).data()
    tx.run(query("write_derived"), entities=[_derived(row) for row in rows]).consume()
    return len(rows) == NAMED_AT_ONCE


def _derived(row: Row) -> Row:
    what = called([Naming(*naming) for naming in row["names"]], [(s, n) for s, n in row["surfaces"]])
    return {
        "id": row["id"],
        "name": what.name,
        "kind": what.kinds[0],
        "kinds": list(what.kinds),
        "labels": [Kind(kind).label for kind in what.kinds],
        "aliases": list(what.aliases),
    }


class _Weighing:
    """The work of one transaction: significance of the links of the entities that follow `after` in order of id."""

    def __init__(self, after: str) -> None:
        self._after = after

    def __call__(self, tx: Transaction) -> str | None:
        schema.lock(tx)
        total = tx.run(query("write_total")).single(strict=True)["total"]
        row = tx.run(query("write_significance"), after=self._after, limit=WEIGHED_AT_ONCE, total=total).single()
        return row["last"] if row else None
