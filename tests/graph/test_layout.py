"""Where the nodes of a drawn network stand."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.answer import Edge, EntityRow, Network, Weight
from graph.layout import HEIGHT, LEAST_WIDTH, positions


def network(count: int, pairs: list[tuple[int, int]]) -> Network:
    """A network of so many nodes, with links between some of them."""
    nodes = [EntityRow(f"n{i}", f"N{i}", "person", [], i + 1, 1) for i in range(count)]
    links = [Edge(f"n{a}", f"n{b}", Weight(a % 4, 4, 1, None, None)) for a, b in pairs]
    return Network(nodes, links, truncated=False)


SIZES = st.integers(0, 12)


@settings(deadline=None, max_examples=40)
@given(SIZES, st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_links_changes_nothing(count: int, chance: random.Random) -> None:
    """The same network has the same picture, whoever lists it."""
    pairs = [pair for pair in combinations(range(count), 2) if chance.random() < 0.3]
    drawn = network(count, pairs)
    nodes, edges = chance.sample(drawn.nodes, count), chance.sample(drawn.edges, len(pairs))
    turned = [Edge(edge.target, edge.source, edge.weight) for edge in edges]
    assert positions(Network(nodes, turned, truncated=False)) == positions(drawn)


@settings(deadline=None, max_examples=40)
@given(SIZES)
def test_names_have_room(count: int) -> None:
    """No two nodes stand so near that their names would cover each other, linked or not."""
    places = positions(network(count, [(0, n) for n in range(1, count)]))
    assert len(places) == count
    for (x, y), (u, v) in combinations(places.values(), 2):
        assert abs(x - u) > LEAST_WIDTH * 0.8 or abs(y - v) > HEIGHT * 0.8


def test_linked_nodes_stand_nearer_than_others() -> None:
    """Two groups without a link between them come apart."""
    groups = [*combinations(range(6), 2), *combinations(range(6, 12), 2)]
    places = positions(network(12, groups))

    def apart(pairs: list[tuple[int, int]]) -> float:
        ends = [(places[f"n{a}"], places[f"n{b}"]) for a, b in pairs]
        return sum(((x - u) ** 2 + (y - v) ** 2) ** 0.5 for (x, y), (u, v) in ends) / len(pairs)

    assert apart(groups) < apart([(a, b) for a in range(6) for b in range(6, 12)])


def test_more_nodes_than_the_spring_layout_takes_are_placed_too() -> None:
    """Without SciPy networkx's spring layout stops at 500 nodes."""
    places = positions(network(520, [(n, (n * 7 + 1) % 520) for n in range(1, 520)]))
    assert len(set(places.values())) == 520
