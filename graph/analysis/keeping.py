"""Keeping structure in the store: computed where the store changed since, and written with the revision it is of.

It stands on the entities as plain properties (`degree`, `weighted_degree`, `pagerank`, `betweenness`, `community`,
`participation`, `constraint`, `core`, `articulation`), and the node `(:Analysis {id: 'structure'})` says of which
revision, how and when. Entities without a link have none of them. Keeping it does not raise the store's revision.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from threading import Lock
from time import monotonic

from graph import schema
from graph.analysis.answer import Computed
from graph.analysis.structure import Structure, structure
from graph.analysis.subgraph import Subgraph, read_subgraph
from graph.bolt import Bolt, Transaction
from graph.errors import StoreUnavailableError
from graph.query import query

SCOPE = "passage"
TRIES = 2
WRITTEN_AT_ONCE = 10_000
_one_at_a_time = Lock()
"""Held while computing, so that whoever asks meanwhile finds it done; two processes write the same in turn."""


def up_to_date(bolt: Bolt) -> Computed:
    """Return what structure is kept of the store as it is, computing it first where it is stale or missing.

    Raises StoreUnavailableError while somebody goes on writing to the store, or where nothing was ever loaded.
    """
    with _one_at_a_time:
        for _ in range(TRIES):
            revision, kept = state(bolt)
            if kept is not None and kept.revision == revision:
                return kept
            if _keep(bolt, revision):
                continue
        revision, kept = state(bolt)
        if kept is None or kept.revision != revision:
            raise StoreUnavailableError("Documents are being loaded just now: ask again when that is done.")
        return kept


def state(bolt: Bolt) -> tuple[int, Computed | None]:
    """Return the store's revision, and what is kept, which may be of an older one."""
    found = bolt.read(query("read_analysis"))
    if not found:
        raise StoreUnavailableError("The store is not made ready yet: load documents into it.")
    kept = found[0]["kept"]
    return found[0]["revision"], Computed(**kept) if kept else None


def _keep(bolt: Bolt, revision: int) -> bool:
    """Compute and write; False where the store changed meanwhile."""
    begun = monotonic()
    graph = read_subgraph(bolt, SCOPE).without_lists()
    found = structure(graph)
    work = [_Step(revision, "write_structure_begun", {})]
    work += [_Step(revision, "write_structure", {"entities": some}) for some in _batches(graph, found)]
    if not all(bolt.write(step) for step in work):
        return False
    kept = _computed(graph, found, revision, monotonic() - begun)
    return bolt.write(_Step(revision, "write_structure_done", {"kept": asdict(kept)}))


def _computed(graph: Subgraph, found: Structure, revision: int, seconds: float) -> Computed:
    nodes = len(graph.nodes)
    exact = found.starts == nodes
    return Computed(
        revision,
        graph.scope,
        nodes,
        len(graph.weight),
        int(found.community.max()) + 1 if nodes else 0,
        found.modularity,
        "exact" if exact else f"estimated from the shortest ways that begin at {found.starts:,} of {nodes:,} nodes",
        datetime.now(UTC).isoformat(timespec="seconds"),
        round(seconds, 2),
    )


def _batches(graph: Subgraph, found: Structure) -> Iterator[list[tuple[object, ...]]]:
    columns = [getattr(found, name).tolist() for name in _COLUMNS]
    rows = list(zip((node.id for node in graph.nodes), *columns, strict=True))
    for first in range(0, len(rows), WRITTEN_AT_ONCE):
        yield rows[first : first + WRITTEN_AT_ONCE]


_COLUMNS = (
    "degree",
    "weighted_degree",
    "pagerank",
    "betweenness",
    "community",
    "participation",
    "constraint",
    "core",
    "articulation",
)


class _Step:
    """The work of one transaction: a query, unless the store is of another revision by now."""

    def __init__(self, revision: int, name: str, parameters: dict[str, object]) -> None:
        self._revision = revision
        self._name = name
        self._parameters = parameters

    def __call__(self, tx: Transaction) -> bool:
        revision, _ = schema.lock(tx)
        if revision != self._revision:
            return False
        tx.run(query(self._name), self._parameters).consume()
        return True
