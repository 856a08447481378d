"""Communities: groups whose members are named with each other more than with others."""

import graspologic_native
import numpy as np

from graph.analysis.incidence import Ints
from graph.analysis.subgraph import Subgraph

SEED = 2019
TRIALS = 4
"""Independent runs, of which the best is taken."""
CYCLES = 3
"""How often a run begins anew from what it found."""


def communities(graph: Subgraph, resolution: float = 1.0) -> Ints:
    """Return the number of each node's community, 0 the largest; of two as large, the one with the first node.

    Leiden by weighted modularity: Traag, Waltman & van Eck (2019), "From Louvain to Leiden: guaranteeing
    well-connected communities", Scientific Reports 9, 5233, in graspologic-native. Nodes and links are in order and the
    seed is fixed, so that one graph has one answer. A higher resolution makes smaller communities.
    """
    if not len(graph.weight):
        return np.arange(len(graph.nodes))
    adjacency = graph.adjacency()
    adjacency.sort_indices()
    _, found = graspologic_native.leiden_csr(
        adjacency.indptr.astype(np.int64),
        adjacency.indices.astype(np.int32),
        adjacency.data,
        len(graph.nodes),
        resolution=resolution,
        iterations=CYCLES,
        seed=SEED,
        trials=TRIALS,
    )
    return by_size(np.array([found[n] for n in range(len(graph.nodes))], dtype=np.int64))


def by_size(labels: Ints) -> Ints:
    """Return labels numbered anew by how often each stands, 0 the commonest; of two as common, the first to come."""
    _, first, inverse, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    return rank[inverse]


def modularity(graph: Subgraph, labels: Ints) -> float:
    """Return the weighted modularity of a division into communities (Newman & Girvan 2004), at most 1."""
    twice = 2 * float(graph.weight.sum())
    if not twice:
        return 0.0
    strength = np.asarray(graph.adjacency().sum(axis=1)).ravel()
    within = 2 * graph.weight[labels[graph.source] == labels[graph.target]].sum()
    return float(within / twice - ((np.bincount(labels, weights=strength) / twice) ** 2).sum())
