"""The widest routes of a graph, against all of its routes counted out."""

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from graph.widest import Route, widest

NAMES = "abcdefg"
GRAPHS = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda ends: ends[0] < ends[1]),
    st.sampled_from([1.0, 2.0, 3.0, 5.0, 8.0]),
).map(
    lambda links: {name: {b if a == name else a: w for (a, b), w in links.items() if name in {a, b}} for name in NAMES}
)


def every(graph: dict[str, dict[str, float]], start: str, end: str, max_hops: int) -> list[Route]:
    """All routes, by trying out every row of names."""
    inner = [name for name in NAMES if name not in {start, end}]
    rows = [(start, *between, end) for n in range(max_hops) for between in permutations(inner, n)]
    return [
        Route(row, min(graph[a][b] for a, b in pairwise(row)))
        for row in rows
        if all(b in graph[a] for a, b in pairwise(row))
    ]


@given(GRAPHS, st.integers(1, 5), st.integers(1, 6))
def test_the_best_routes_are_those_of_all_with_the_strongest_weakest_links(
    graph: dict[str, dict[str, float]], max_hops: int, most: int
) -> None:
    """Save that the last place is kept for a shortest one."""
    found = widest(graph, "a", "g", max_hops, most)
    counted = sorted(every(graph, "a", "g", max_hops), key=lambda route: route.rank)
    shortest = min((route.hops for route in counted), default=0)
    wanted = [route.rank for route in counted[:most]]
    if counted and min(hops for _, hops in wanted) > shortest:
        wanted[-1] = min(route.rank for route in counted if route.hops == shortest)
    assert [route.rank for route in found] == wanted
    assert all(route in counted for route in found)
    assert len(set(found)) == len(found)


@given(GRAPHS, st.integers(1, 5), st.integers(1, 6))
def test_the_way_back_is_the_way_there(graph: dict[str, dict[str, float]], max_hops: int, most: int) -> None:
    """From the other end the routes are the same, turned round."""
    there = widest(graph, "b", "a", max_hops, most)
    assert [route.nodes[::-1] for route in there] == [route.nodes for route in widest(graph, "a", "b", max_hops, most)]
