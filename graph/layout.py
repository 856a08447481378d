"""Where the nodes of a drawn network stand."""

from collections.abc import Mapping
from math import log2, sqrt
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from graph.answer import Network
from graph.comention import pair

if TYPE_CHECKING:
    import networkx as nx

SEED = 20091216
"""Any number would do; a fixed one gives the same network the same picture."""

ROUNDS = 150
SPACE = 115.0
"""Pixels between neighbours on the whole."""

WIDE = (1.0, 0.62)
NARROW = (0.32, 2.4)
"""How far a picture reaches to the sides and up and down: on a desk, and on a telephone."""

LETTER = 9.0
GAP = 16.0
LEAST_WIDTH = 70.0
MOST_LETTERS = 30
HEIGHT = 54.0
"""What a node takes with its name below it, in pixels: for each letter, beside the name, and in height."""

SPARSE = 500
"""From so many nodes on networkx's spring layout would ask for SciPy."""


def positions(network: Network) -> dict[str, tuple[float, float]]:
    """Return where each node stands, by its id, in pixels around 0, 0.

    Spring forces (Fruchterman and Reingold), stronger where more passages name both ends, then room made for the
    names. The answer depends on the set of nodes and edges, not on their order. Meant for some hundred nodes: the
    time grows with the square of their number.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, for pages that nobody may open

    graph = nx.Graph()
    graph.add_nodes_from(sorted(node.id for node in network.nodes))
    links = sorted((*pair(edge.source, edge.target), edge.weight.passages) for edge in network.edges)
    graph.add_weighted_edges_from((a, b, 0.08 + 0.3 * log2(1 + n)) for a, b, n in links if a in graph and b in graph)
    if not graph:
        return {}
    names = {node.id: node.name for node in network.nodes}
    widths = np.array([max(LEAST_WIDTH, GAP + LETTER * min(len(names[id_]), MOST_LETTERS)) for id_ in graph])
    placed = _apart(_forces(graph) * SPACE * sqrt(len(graph)) * np.array(WIDE), widths)
    return {id_: (float(x), float(y)) for id_, (x, y) in zip(graph, placed.round(1), strict=True)}


def arranged(
    network: Network, places: Mapping[str, tuple[float, float]], shape: tuple[float, float] = WIDE
) -> dict[str, tuple[float, float]]:
    """Return given places (all the nodes', in any unit) in pixels, with room made for the names, in such a shape."""
    if not network.nodes:
        return {}
    ids = sorted(node.id for node in network.nodes)
    names = {node.id: node.name for node in network.nodes}
    widths = np.array([max(LEAST_WIDTH, GAP + LETTER * min(len(names[id_]), MOST_LETTERS)) for id_ in ids])
    given = np.array([places[id_] for id_ in ids], dtype=np.float64)
    given = given - given.mean(axis=0)
    size = SPACE * sqrt(len(ids)) * np.array(shape)
    placed = _apart(given / max(float(np.abs(given).max()), 1e-9) * size, widths).round(1)
    return {id_: (float(x), float(y)) for id_, (x, y) in zip(ids, placed, strict=True)}


def _forces(graph: "nx.Graph[str]") -> NDArray[np.float64]:
    """Return a row of x and y for each node, within -1 and 1."""
    import networkx as nx  # noqa: PLC0415 - the reason stands in `positions`

    if len(graph) < SPARSE:
        found = nx.spring_layout(graph, k=3 / sqrt(len(graph)), iterations=ROUNDS, seed=SEED, method="force")
    else:
        found = nx.forceatlas2_layout(graph, max_iter=ROUNDS // 2, seed=SEED)
    places = np.array([found[id_] for id_ in graph], dtype=np.float64)
    return places / max(float(np.abs(places).max()), 1e-9)


def _apart(places: NDArray[np.float64], widths: NDArray[np.float64], rounds: int = 40) -> NDArray[np.float64]:
    """Push nodes whose names would overlap away from each other, along the axis on which they overlap less."""
    across = (widths[:, None] + widths[None, :]) / 2
    room = np.stack([across, np.full_like(across, HEIGHT)], axis=2)
    for _ in range(rounds):
        away = places[:, None, :] - places[None, :, :]
        overlap = room - np.abs(away)
        touching: NDArray[np.bool_] = np.all(overlap > 0, axis=2) & ~np.eye(len(places), dtype=np.bool_)
        if not touching.any():
            break
        less = (overlap / room)[..., 0] < (overlap / room)[..., 1]
        step = np.stack([np.where(less, overlap[..., 0], 0), np.where(less, 0, overlap[..., 1])], axis=2)
        order = np.arange(len(places))
        side = np.where(away == 0, np.sign(order[:, None] - order[None, :])[..., None], np.sign(away))
        places = places + 0.3 * np.where(touching[..., None], step * side, 0).sum(axis=1)
    return places
