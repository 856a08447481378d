"""The best few routes between two nodes of a small weighted graph, ranked by their weakest link.

A route is as strong as its weakest link (the bottleneck or widest path problem: Pollack 1960). With a bound on the
links of a route the widest walk of each length to the end is found by as many rounds over the links; routes without
repeated nodes are then sought best first, guided by it (A*: Hart, Nilsson and Raphael 1968).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice
from math import inf

Graph = Mapping[str, Mapping[str, float]]
"""The weights of links by both ends; every link stands under each of its two."""

MOST_STEPS = 20_000
"""How many beginnings of routes are looked at for one length; in a graph of a hundred nodes a thousand are many."""


@dataclass(frozen=True, slots=True)
class Route:
    """Nodes in their order, from the one end to the other, and the weight of the weakest link between them."""

    nodes: tuple[str, ...]
    weakest: float

    @property
    def hops(self) -> int:
        """How many links it has."""
        return len(self.nodes) - 1

    @property
    def rank(self) -> tuple[float, int]:
        """What routes are ranked by, the best least: the weakest link, then the number of links."""
        return -self.weakest, self.hops


def widest(graph: Graph, start: str, end: str, max_hops: int, most: int) -> list[Route]:
    """Return the best `most` routes of at most `max_hops` links, the best first; no node comes twice in one.

    Of routes with equally strong weakest links the one with fewer links is better, then the one whose links are the
    stronger, one by one from the end with the smaller name. The last place goes to the best of the shortest routes
    where it would be left out: who asks how two are linked wants to know that they are so directly. From `end` to
    `start` the routes are the same.
    """
    if start > end:
        return [Route(route.nodes[::-1], route.weakest) for route in widest(graph, end, start, max_hops, most)]
    reach = _reach(graph, start, end, max_hops)
    found = [route for hops in range(1, max_hops + 1) for route in islice(_routes(graph, start, reach[:hops]), most)]
    best = sorted(found, key=lambda route: route.rank)[:most]
    if found and min(route.hops for route in best) > found[0].hops:
        best[-1] = found[0]
    return best


def _reach(graph: Graph, start: str, end: str, max_hops: int) -> list[dict[str, float]]:
    """Return for 0, 1, 2, … links the nodes from which walks of so many lead to `end`, with their weakest link.

    They pass through neither end.
    """
    reach = [{end: inf}]
    for _ in range(1, max_hops):
        wider: dict[str, float] = {}
        for node, width in reach[-1].items():
            for other, weight in graph.get(node, {}).items():
                if other not in {start, end}:
                    wider[other] = max(wider.get(other, -inf), min(width, weight))
        reach.append(wider)
    return reach


def _routes(graph: Graph, start: str, reach: list[dict[str, float]]) -> Iterator[Route]:
    """Give the routes of exactly `len(reach)` links, the best first.

    A beginning waits in the heap under the weakest link that it can at best end with, then under the strength and name
    of its steps: so no beginning is taken up before a better one, and one that leads to the end leads there at once.
    """
    heap: list[tuple[float, tuple[tuple[float, str], ...], float]] = [(-inf, (), inf)]
    for _ in range(MOST_STEPS):
        if not heap:
            return
        _, steps, weakest = heappop(heap)
        left = len(reach) - len(steps)
        nodes = (start, *(name for _, name in steps))
        if not left:
            yield Route(nodes, weakest)
            continue
        onward = reach[left - 1]
        for other, weight in graph.get(nodes[-1], {}).items():
            if other in onward and other not in nodes:
                width = min(weakest, weight)
                heappush(heap, (-min(width, onward[other]), (*steps, (-weight, other)), width))
