"""Deriving from all documents what no single one can say: names, kinds, aliases, and significance."""

from collections.abc import Iterator

from graph import schema
from graph.analysis.incidence import Incidences
from graph.analysis.units import Named
from graph.analysis.weighing import Weights, rows, weigh
from graph.bolt import Bolt, Row, Transaction
from graph.entity import Kind
from graph.naming import Naming, called
from graph.passage import PARTS
from graph.query import query

NAMED_AT_ONCE = 2_000
READ_AT_ONCE = 200
"""Documents whose passages are read at once."""
WEIGHED_AT_ONCE = 20_000
"""Links whose significance is written in one transaction."""


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
    if _weigh(bolt, revision):
        bolt.run(query("write_refreshed"), revision=revision)


def name_some(tx: Transaction) -> bool:
    """Derive names, kinds and aliases of some entities that are out of date; return whether others may be.

    `schema.lock` must have been taken in the transaction.
    """
    stale = tx.run(query("write_stale"), limit=NAMED_AT_ONCE).data()
    tx.run(query("write_derived"), entities=[_derived(row) for row in stale]).consume()
    return len(stale) == NAMED_AT_ONCE


def _name_some(tx: Transaction) -> bool:
    schema.lock(tx)
    return name_some(tx)


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


def _weigh(bolt: Bolt, revision: int) -> bool:
    """Write the significance of every link; False where another writer came between, whose own refresh will do it."""
    incidences = Incidences()
    for id_, named in _documents(bolt):
        incidences.add(id_, named)
    paragraphs, passages = incidences.paragraphs(), incidences.passages()
    weighed = rows(weigh(paragraphs), weigh(passages), paragraphs.entities)
    return all(bolt.write(_Weighing(some, revision)) for some in _batches(weighed))


def _documents(bolt: Bolt) -> Iterator[tuple[str, list[Named]]]:
    after = ""
    while found := bolt.read(query("read_incidence"), after=after, limit=READ_AT_ONCE, parts=PARTS):
        for row in found:
            yield row["id"], row["passages"]
        after = found[-1]["id"]


def _batches(weighed: Iterator[Weights]) -> Iterator[list[Weights]]:
    batch: list[Weights] = []
    links = 0
    for row in weighed:
        batch.append(row)
        links += len(row[1])
        if links >= WEIGHED_AT_ONCE:
            yield batch
            batch, links = [], 0
    if batch:
        yield batch


class _Weighing:
    """The work of one transaction: the significance of some links, unless the store changed since they were read."""

    def __init__(self, entities: list[Weights], revision: int) -> None:
        self._entities = entities
        self._revision = revision

    def __call__(self, tx: Transaction) -> bool:
        revision, _ = schema.lock(tx)
        if revision != self._revision:
            return False
        tx.run(query("write_significance"), entities=self._entities).consume()
        return True
