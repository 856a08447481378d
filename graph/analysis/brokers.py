"""Brokers: who stands between communities, and who between people that do not know each other."""

import numpy as np
from scipy.sparse import csr_array

from graph.analysis.incidence import Ints
from graph.analysis.subgraph import Subgraph
from graph.significance import Floats

_AT_ONCE = 2_000
"""Rows whose ways of two steps are looked at together; bounds the memory."""


def participation(graph: Subgraph, labels: Ints) -> Floats:
    """Return how evenly each node's links are spread over communities: 0 all in one, towards 1 in many alike.

    Guimerà & Amaral (2005), "Functional cartography of complex metabolic networks", Nature 433: 1 - Σ (k_s / k)² over
    communities s, of k links those k_s that lead into s. A node without links has 0.
    """
    shape = len(labels), int(labels.max(initial=-1)) + 1
    members = csr_array((np.ones(len(labels)), (np.arange(len(labels)), labels)), shape=shape)
    into = csr_array(graph.adjacency(weighted=False) @ members)
    links = np.asarray(into.sum(axis=1)).ravel()
    squares = np.asarray(into.power(2).sum(axis=1)).ravel()
    return np.where(links > 0, 1 - squares / np.maximum(links, 1) ** 2, 0.0)


def constraint(graph: Subgraph) -> Floats:
    """Return how far each node's contacts are each other's contacts too: low for a broker, high in a closed circle.

    Burt (1992), "Structural Holes": Σ_j (p_ij + Σ_q p_iq p_qj)² over the neighbours j of i, with p_ij the share of i's
    weight that goes to j. It may pass 1 where there are few contacts. NaN for a node without links.
    """
    adjacency = graph.adjacency()
    strength = np.asarray(adjacency.sum(axis=1)).ravel()
    shares = csr_array(adjacency / np.maximum(strength, np.finfo(float).tiny)[:, None])
    linked = graph.adjacency(weighted=False)
    value = np.empty(len(graph.nodes))
    for first in range(0, len(value), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        spent = shares[some] + (shares[some] @ shares) * linked[some]
        value[some] = np.asarray(csr_array(spent).power(2).sum(axis=1)).ravel()
    return np.where(strength > 0, value, np.nan)
