"""Structure: where each node stands in the whole graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
import rustworkx
from numpy.typing import NDArray

from graph.analysis.betweenness import betweenness
from graph.analysis.brokers import constraint, participation
from graph.analysis.communities import communities, modularity
from graph.analysis.incidence import Ints
from graph.analysis.subgraph import Subgraph
from graph.significance import Floats

DAMPING = 0.85


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """What is computed of a subgraph, an array over its nodes each; `starts` of the betweenness says if it is exact."""

    degree: Ints
    weighted_degree: Floats
    pagerank: Floats
    betweenness: Floats
    starts: int
    community: Ints
    modularity: float
    participation: Floats
    constraint: Floats
    core: Ints
    articulation: NDArray[np.bool_]


def structure(graph: Subgraph) -> Structure:
    """Compute all of a subgraph's structure; one graph has one answer, whatever of it is drawn by chance has a seed."""
    adjacency = graph.adjacency()
    between = betweenness(graph)
    groups = communities(graph)
    return Structure(
        np.diff(adjacency.indptr).astype(np.int64),
        np.asarray(adjacency.sum(axis=1)).ravel(),
        pagerank(graph),
        between.values,
        between.starts,
        groups,
        modularity(graph, groups),
        participation(graph, groups),
        constraint(graph),
        core(graph),
        articulation(graph),
    )


def pagerank(graph: Subgraph) -> Floats:
    """Return PageRank, which sums to 1: how often one comes by each node who follows links by their weight at random.

    Page, Brin, Motwani & Winograd (1999), "The PageRank Citation Ranking", damping 0.85, by networkx.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and a service whose store is unchanged needs none

    made = nx.Graph()
    made.add_nodes_from(range(len(graph.nodes)))
    made.add_weighted_edges_from(zip(graph.source.tolist(), graph.target.tolist(), graph.weight.tolist(), strict=True))
    found = nx.pagerank(made, alpha=DAMPING, tol=1e-10, max_iter=500)
    return np.array([found[node] for node in range(len(graph.nodes))], dtype=float)


def core(graph: Subgraph) -> Ints:
    """Return each node's core number: the largest k such that it is in a part where everybody has k links or more.

    Seidman (1983), "Network structure and minimum degree", Social Networks 5(3), by rustworkx.
    """
    # Its stubs promise a number; it gives one a node.
    found = cast("Mapping[int, int]", rustworkx.graph_core_number(graph.to_rustworkx()))
    return np.array([found[node] for node in range(len(graph.nodes))], dtype=np.int64)


def articulation(graph: Subgraph) -> NDArray[np.bool_]:
    """Return whether a node alone holds parts of the graph together: without it there are more parts (Tarjan 1972)."""
    cut = np.zeros(len(graph.nodes), dtype=bool)
    cut[list(rustworkx.articulation_points(graph.to_rustworkx()))] = True
    return cut
