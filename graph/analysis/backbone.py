"""The backbone: the links that stand out, each by the measure of its own ends or by that of chance."""

from typing import get_args

import numpy as np
from numpy.typing import NDArray

from graph.analysis.answer import Kept
from graph.analysis.measure import Rule
from graph.analysis.subgraph import Subgraph
from graph.errors import InputError
from graph.significance import Floats

RULES = get_args(Rule)


def disparity(graph: Subgraph) -> Floats:
    """Return for each link the chance that one as heavy falls to it at the end where it stands out more.

    Serrano, Boguñá & Vespignani (2009), "Extracting the multiscale backbone of complex weighted networks", PNAS 106: a
    node of k links and strength s whose weight falls to them at random has one of weight w or more with probability
    (1 - w/s)^(k-1). A node of one link makes nothing of it (1).
    """
    adjacency = graph.adjacency()
    strength = np.asarray(adjacency.sum(axis=1)).ravel()
    degree = np.diff(adjacency.indptr)
    ends = [
        np.where(degree[end] > 1, (1 - graph.weight / strength[end]).clip(0) ** (degree[end] - 1.0), 1.0)
        for end in (graph.source, graph.target)
    ]
    return np.minimum(*ends)


def backbone(graph: Subgraph, rule: str = "disparity", level: float = 0.05) -> Subgraph:
    """Return the links whose `disparity` is below `level`, or by rule `q` those whose q is at most `level`.

    Raises InputError for a rule that is none, and for a level that does not lie between 0 and 1.
    """
    if not 0 <= level <= 1:
        raise InputError("A level lies between 0 and 1.")
    if rule not in RULES:
        raise InputError(f"{rule!r} is no rule for a backbone: {' or '.join(RULES)}.")
    chosen: NDArray[np.bool_] = disparity(graph) < level if rule == "disparity" else graph.q <= level
    return graph.only(chosen)


def kept(part: Subgraph, whole: Subgraph) -> Kept:
    """Return how much of a graph its backbone keeps."""
    weight = float(whole.weight.sum())
    return Kept(
        len(part.nodes),
        len(whole.nodes),
        len(part.weight),
        len(whole.weight),
        float(part.weight.sum()) / weight if weight else 0.0,
    )
