"""Betweenness: on how many shortest ways between others a node lies."""

from dataclasses import dataclass

import numpy as np
import rustworkx
from scipy.sparse import csr_array

from graph.analysis.incidence import Ints
from graph.analysis.subgraph import Subgraph
from graph.significance import Floats

EXACT_UP_TO = 5_000
"""Up to so many nodes every node is a start; beyond that, `STARTS` of them chosen by chance."""
STARTS = 512
SEED = 2009
_DIGITS = 12
_AT_ONCE = 32
"""Starts that are gone from together; each takes 8 bytes a node and a step of the longest way."""


@dataclass(frozen=True, slots=True, eq=False)
class Betweenness:
    """The share of all shortest ways that pass through each node (0 to 1), and from how many starts it was counted."""

    values: Floats
    starts: int


def betweenness(graph: Subgraph) -> Betweenness:
    """Return each node's betweenness (Freeman 1977), every link one step long.

    Exact by Brandes's algorithm (2001) in rustworkx, divided by (n - 1)(n - 2) / 2 as networkx does. In a larger graph
    it is estimated from the ways that begin at `STARTS` nodes, drawn with a seed: Brandes & Pich (2007), "Centrality
    estimation in large networks", International Journal of Bifurcation and Chaos 17(7).
    """
    n = len(graph.nodes)
    if n <= EXACT_UP_TO:
        found = rustworkx.betweenness_centrality(graph.to_rustworkx())
        # It adds in threads, whose order shows in the last digits.
        return Betweenness(np.array([found[node] for node in range(n)], dtype=float).round(_DIGITS), n)
    return sampled(graph, STARTS)


def sampled(graph: Subgraph, starts: int) -> Betweenness:
    """Return the betweenness estimated from so many starts; from all of them it is exact."""
    n = len(graph.nodes)
    adjacency = graph.adjacency(weighted=False)
    chosen = np.sort(np.random.default_rng(SEED).choice(n, size=min(starts, n), replace=False))
    passing = np.zeros(n)
    for first in range(0, len(chosen), _AT_ONCE):
        passing += _passing(adjacency, chosen[first : first + _AT_ONCE])
    scale = n / len(chosen) / max((n - 1) * (n - 2), 1) if len(chosen) else 0.0
    return Betweenness(passing * scale, len(chosen))


def _passing(adjacency: csr_array, starts: Ints) -> Floats:
    """Sum each node's share in the shortest ways from some starts: Brandes's algorithm, all starts a step at a time."""
    n, columns = adjacency.shape[0], np.arange(len(starts))
    ways = np.zeros((n, len(starts)))
    ways[starts, columns] = 1
    front = ways.copy()
    fronts = [front]
    while True:
        front = np.where(ways > 0, 0.0, adjacency @ front)
        if not front.any():
            break
        fronts.append(front)
        ways += front
    through = np.zeros_like(ways)
    for near, far in zip(fronts[-2::-1], fronts[:0:-1], strict=True):
        share = np.divide(1 + through, ways, out=np.zeros_like(ways), where=far > 0)
        through += near * (adjacency @ share)
    through[starts, columns] = 0
    return np.asarray(through.sum(axis=1))
