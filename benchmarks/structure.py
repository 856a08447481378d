"""How long the structure of a large graph takes: 60,000 nodes and 400,000 links, drawn with a seed, or a store's own.

python benchmarks/structure.py              # the drawn graph
python benchmarks/structure.py --store NAME # what the store NAME holds, read as analysis reads it
"""

import argparse
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.analysis.backbone import disparity
from graph.analysis.betweenness import betweenness
from graph.analysis.brokers import constraint, participation
from graph.analysis.communities import communities
from graph.analysis.structure import articulation, core, pagerank, structure
from graph.analysis.subgraph import Node, Subgraph, read_subgraph
from graph.bolt import Bolt
from graph.connection import connect_address
from graph.settings import read_settings

NODES = 60_000
LINKS = 400_000
SKEW = 0.6
"""Nodes are drawn by their rank to minus this power, so that the graph has hubs as a real one has."""
LIMIT = 60.0
"""Seconds that the whole may take."""


def drawn() -> Subgraph:
    """Return a random graph with hubs and weights."""
    rng = np.random.default_rng(1)
    chance = np.arange(1, NODES + 1) ** -SKEW
    chance /= chance.sum()
    a, b = (rng.choice(NODES, 3 * LINKS, p=chance) for _ in range(2))
    ends = np.unique((np.minimum(a, b) * NODES + np.maximum(a, b))[a != b])
    ends = np.sort(rng.choice(ends, LINKS, replace=False))
    weight = rng.geometric(0.5, LINKS).astype(float)
    nodes = tuple(Node(f"n{n:05}", f"n{n:05}", "person", 1, 1) for n in range(NODES))
    zeros = np.zeros(LINKS)
    return Subgraph("passage", nodes, ends // NODES, ends % NODES, weight.astype(np.int64), weight, zeros, zeros)


def stored(name: str) -> Subgraph:
    """Return the graph of a store."""
    with Bolt(connect_address(read_settings(store=name))) as bolt:
        return read_subgraph(bolt).without_lists()


def main() -> int:
    """Measure each part, and the whole against its limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", default="")
    wanted = parser.parse_args()
    begun = perf_counter()
    graph = stored(wanted.store) if wanted.store else drawn()
    got = perf_counter() - begun
    print(f"{len(graph.nodes):,} nodes, {len(graph.weight):,} links, made or read in {got:.1f} s")
    labels = communities(graph)
    parts: dict[str, Callable[[], object]] = {
        "PageRank": lambda: pagerank(graph),
        "betweenness": lambda: betweenness(graph),
        "communities": lambda: communities(graph),
        "participation": lambda: participation(graph, labels),
        "constraint": lambda: constraint(graph),
        "core": lambda: core(graph),
        "articulation": lambda: articulation(graph),
        "disparity": lambda: disparity(graph),
        "all of structure": lambda: structure(graph),
    }
    spent = 0.0
    for name, part in parts.items():
        begun = perf_counter()
        part()
        spent = perf_counter() - begun
        print(f"{name:18}{spent:8.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak {peak:,.0f} MB; limit {LIMIT:.0f} s {'kept' if spent < LIMIT else 'passed'}")
    return 0 if spent < LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
