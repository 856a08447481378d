"""A part of the graph as values: who is linked with whom, how often, and how far that is more than chance."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import rustworkx
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.analysis.incidence import Ints
from graph.analysis.measure import NearScope
from graph.bolt import Bolt
from graph.errors import InputError
from graph.query import query
from graph.significance import Floats

if TYPE_CHECKING:
    import networkx as nx

SCOPES = get_args(NearScope)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of a subgraph; `mentions` and `documents` are its counts in the whole store."""

    id: str
    name: str
    kind: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True, eq=False)
class Subgraph:
    """Nodes in order of their ids, and links as arrays of one length; `source` and `target` are places in `nodes`.

    `count` is how many passages (or paragraphs, by `scope`) name both, as the store has it. `weight` is how many
    distinct ones do, versions and repetitions once and mere lists for less than 1: what analysis goes by. `q` is the
    false-discovery rate at which a link is more than chance, `lists` the share of its passages that are mere lists.
    No link joins a node with itself, and no two join the same nodes.
    """

    scope: str
    nodes: tuple[Node, ...]
    source: Ints
    target: Ints
    count: Ints
    weight: Floats
    q: Floats
    lists: Floats

    def adjacency(self, *, weighted: bool = True) -> csr_array:
        """Return the symmetric matrix of weights, or of ones."""
        ends = np.concatenate([self.source, self.target]), np.concatenate([self.target, self.source])
        weight = self.weight if weighted else np.ones(len(self.weight))
        return csr_array((np.concatenate([weight, weight]), ends), shape=(len(self.nodes), len(self.nodes)))

    def only(self, links: NDArray[np.bool_]) -> "Subgraph":
        """Return the part that these links make, and the nodes at their ends."""
        places = np.unique(np.concatenate([self.source[links], self.target[links]]))
        return replace(
            self,
            nodes=tuple(self.nodes[n] for n in places.tolist()),
            source=np.searchsorted(places, self.source[links]),
            target=np.searchsorted(places, self.target[links]),
            count=self.count[links],
            weight=self.weight[links],
            q=self.q[links],
            lists=self.lists[links],
        )

    def without_lists(self) -> "Subgraph":
        """Return the part without the links that only mere lists made: a roll of 60 names ties no two of them."""
        return self.only(self.lists < 1)

    def to_networkx(self) -> "nx.Graph[Any]":
        """Return it as networkx has it: nodes by id with name, kind, mentions, documents; links with their numbers."""
        import networkx as nx  # noqa: PLC0415 - slow to import, and the service never asks for it

        made: nx.Graph[Any] = nx.Graph(scope=self.scope)
        for node in self.nodes:
            made.add_node(node.id, name=node.name, kind=node.kind, mentions=node.mentions, documents=node.documents)
        ids = [node.id for node in self.nodes]
        columns = (self.source, self.target, self.count, self.weight, self.q, self.lists)
        for a, b, count, weight, q, lists in zip(*(column.tolist() for column in columns), strict=True):
            made.add_edge(ids[a], ids[b], count=count, weight=weight, q=q, lists=lists)
        return made

    def to_rustworkx(self) -> "rustworkx.PyGraph[int, None]":
        """Return it as rustworkx has it: nodes are their places, links carry nothing."""
        made: rustworkx.PyGraph[int, None] = rustworkx.PyGraph(multigraph=False)
        made.add_nodes_from(range(len(self.nodes)))
        made.add_edges_from_no_data(list(zip(self.source.tolist(), self.target.tolist(), strict=True)))
        return made


def from_networkx(given: "nx.Graph[Any]", weight: str = "weight") -> Subgraph:
    """Return a networkx graph as a subgraph, its nodes in order of their names; a link without a weight weighs 1."""
    names = sorted(given.nodes, key=str)
    places = {name: n for n, name in enumerate(names)}
    links = [(places[a], places[b], float(data.get(weight, 1))) for a, b, data in given.edges(data=True) if a != b]
    nodes = [
        Node(str(name), str(data.get("name", name)), str(data.get("kind", "person")), 0, 0)
        for name, data in ((name, given.nodes[name]) for name in names)
    ]
    return _made("passage", nodes, [(min(a, b), max(a, b), 1, w, 0.0, 0.0) for a, b, w in links])


def read_subgraph(bolt: Bolt, scope: str = "passage") -> Subgraph:
    """Read everything linked at a scope, in one pass; raises InputError for a scope that is none."""
    if scope not in SCOPES:
        raise InputError(f"{scope!r} is no scope that is analysed: {' or '.join(SCOPES)}.")
    linked = [
        (row["source"], target, count, count if weight is None else weight, 1.0 if q is None else q, lists or 0.0)
        for row in bolt.read(query("read_subgraph_links"), scope=scope)
        for target, count, weight, q, lists in row["links"]
    ]
    ends = {link[0] for link in linked} | {link[1] for link in linked}
    nodes = [Node(**row) for row in bolt.read(query("read_subgraph_nodes")) if row["id"] in ends]
    places = {node.id: n for n, node in enumerate(nodes)}
    return _made(scope, nodes, [(places[a], places[b], *rest) for a, b, *rest in linked if a in places and b in places])


def _made(scope: str, nodes: Iterable[Node], links: list[tuple[Any, ...]]) -> Subgraph:
    columns = list(zip(*sorted(links), strict=True)) or [()] * 6
    source, target, count = (np.array(column, dtype=np.int64) for column in columns[:3])
    weight, q, lists = (np.array(column, dtype=float) for column in columns[3:])
    return Subgraph(scope, tuple(nodes), source, target, count, weight, q, lists)
