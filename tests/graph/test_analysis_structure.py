"""Structure against networkx on its own reference graphs, and against definitions worked out in plain Python."""

from collections import Counter

import networkx as nx
import numpy as np
import pytest
from scipy.integrate import quad

from graph.analysis import betweenness as between
from graph.analysis.backbone import backbone, disparity, kept
from graph.analysis.betweenness import betweenness, sampled
from graph.analysis.brokers import constraint, participation
from graph.analysis.communities import by_size, communities, modularity
from graph.analysis.structure import articulation, core, pagerank, structure
from graph.analysis.subgraph import Subgraph, from_networkx
from graph.errors import InputError

GRAPHS = {
    "karate club": nx.karate_club_graph,
    "les misérables": nx.les_miserables_graph,
    "florentine families": nx.florentine_families_graph,
    "southern women": nx.davis_southern_women_graph,
    "barbell": lambda: nx.barbell_graph(5, 3),
    "scattered": lambda: nx.gnp_random_graph(120, 0.02, seed=4),
}


@pytest.fixture(params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> Subgraph:
    return from_networkx(GRAPHS[request.param]())


def array(graph: Subgraph, values: dict[str, float]) -> np.ndarray:
    return np.array([values[node.id] for node in graph.nodes], dtype=float)


def test_a_subgraph_is_the_graph_it_was_made_of(graph):
    """Nodes, links and weights come back from networkx and go there."""
    again = from_networkx(graph.to_networkx())
    assert again.nodes == graph.nodes
    for name in ("source", "target", "weight"):
        assert np.array_equal(getattr(again, name), getattr(graph, name))


def test_measures_are_those_of_networkx(graph):
    """Degrees, PageRank, betweenness, core numbers, articulation points, constraint."""
    whole, made = graph.to_networkx(), structure(graph)
    assert np.array_equal(made.degree, array(graph, dict(whole.degree())))
    assert np.allclose(made.weighted_degree, array(graph, dict(whole.degree(weight="weight"))))
    assert np.allclose(made.pagerank, array(graph, nx.pagerank(whole, tol=1e-12, max_iter=1000)), atol=1e-8)
    assert np.allclose(made.betweenness, array(graph, nx.betweenness_centrality(whole)), atol=1e-12)
    assert np.array_equal(made.core, array(graph, nx.core_number(whole)))
    cut = set(nx.articulation_points(whole))
    assert {node.id for node, is_cut in zip(graph.nodes, made.articulation, strict=True) if is_cut} == cut
    expected = array(graph, nx.constraint(whole, weight="weight"))
    assert np.allclose(made.constraint, expected, equal_nan=True)
    assert made.starts == len(graph.nodes)


def test_betweenness_from_every_node_is_exact(graph):
    """What samples a large graph gives the whole truth when it samples all."""
    expected = array(graph, nx.betweenness_centrality(graph.to_networkx()))
    assert np.allclose(sampled(graph, len(graph.nodes)).values, expected, atol=1e-12)


def test_a_large_graph_is_sampled_and_it_is_said(monkeypatch):
    """The estimate is near, and its seed makes it the same again."""
    large = from_networkx(nx.barabasi_albert_graph(1200, 3, seed=1))
    exact = betweenness(large)
    monkeypatch.setattr(between, "EXACT_UP_TO", 1000)
    estimate = betweenness(large)
    assert (exact.starts, estimate.starts) == (1200, between.STARTS)
    assert np.array_equal(estimate.values, betweenness(large).values)
    leaders = np.argsort(exact.values)[-20:]
    assert np.allclose(estimate.values[leaders], exact.values[leaders], rtol=0.25)
    assert np.corrcoef(estimate.values, exact.values)[0, 1] > 0.99


def test_participation_is_what_its_formula_says(graph):
    """1 - Σ (k_s / k)², link by link."""
    labels = communities(graph)
    groups = {node.id: int(label) for node, label in zip(graph.nodes, labels, strict=True)}
    whole = graph.to_networkx()
    expected = []
    for node in graph.nodes:
        into = Counter(groups[other] for other in whole[node.id])
        expected.append(1 - sum((n / into.total()) ** 2 for n in into.values()) if into else 0)
    assert np.allclose(participation(graph, labels), expected)


def test_the_middle_of_two_cliques_is_a_broker():
    """Hand-computed: half of its links here, half there; two contacts that do not know each other: 2 (1/2)²."""
    barbell = from_networkx(nx.barbell_graph(5, 1))
    middle = [node.id for node in barbell.nodes].index("5")
    labels = np.array([0 if int(node.id) < 5 else 1 if int(node.id) > 5 else 2 for node in barbell.nodes])
    assert participation(barbell, labels)[middle] == 0.5
    assert constraint(barbell)[middle] == 0.5
    assert articulation(barbell)[middle]
    assert core(barbell)[middle] == 2
    assert pagerank(barbell).sum() == pytest.approx(1)


def test_communities_are_numbered_by_size_and_the_same_every_time(graph):
    """0 the largest; modularity is networkx's."""
    labels = communities(graph)
    assert np.array_equal(labels, communities(graph))
    sizes = np.bincount(labels)
    assert list(sizes) == sorted(sizes, reverse=True)
    groups = [{n.id for n, at in zip(graph.nodes, labels, strict=True) if at == k} for k in range(len(sizes))]
    assert modularity(graph, labels) == pytest.approx(nx.community.modularity(graph.to_networkx(), groups))


def test_communities_are_as_good_as_any_known():
    """Of the karate club 0.4449 with weights, the best there is, and of les misérables no worse than Louvain's."""
    karate = from_networkx(nx.karate_club_graph())
    assert modularity(karate, communities(karate)) == pytest.approx(0.4449, abs=1e-4)
    novel = from_networkx(nx.les_miserables_graph())
    louvain = nx.community.louvain_communities(novel.to_networkx(), seed=1)
    assert modularity(novel, communities(novel)) >= nx.community.modularity(novel.to_networkx(), louvain) - 1e-3


def test_cliques_that_hardly_meet_are_communities():
    """Each of them one."""
    caves = from_networkx(nx.relabel_nodes(nx.connected_caveman_graph(6, 5), lambda n: f"{n:02}"))
    labels = communities(caves)
    assert [len(set(labels[n : n + 5].tolist())) for n in range(0, 30, 5)] == [1] * 6
    assert len(set(labels.tolist())) == 6


def test_numbers_by_size_break_ties_by_who_comes_first():
    """Whatever the labels were."""
    assert by_size(np.array([7, 3, 3, 9, 7, 3, 1])).tolist() == [1, 0, 0, 2, 1, 0, 3]


def test_the_disparity_of_a_link_is_the_integral_of_its_source(graph):
    """Serrano's equation 2: 1 - (k - 1) ∫ (1 - x)^(k - 2) dx from 0 to the link's share, at either end."""
    whole = graph.to_networkx()
    found = disparity(graph)
    for n in range(0, len(found), 7):
        a, b = graph.nodes[graph.source[n]].id, graph.nodes[graph.target[n]].id
        alphas = [1.0]
        for end in (a, b):
            k, share = whole.degree(end), whole[a][b]["weight"] / whole.degree(end, weight="weight")
            if k > 1:
                alphas.append(1 - (k - 1) * quad(lambda x, k=k: (1 - x) ** (k - 2), 0, share)[0])
        assert found[n] == pytest.approx(min(alphas), abs=1e-7)


def test_a_star_of_equal_rays_has_no_backbone_and_a_heavy_ray_is_one():
    """Hand-computed: of 10 rays one weighs 91 of 100, and (1 - 0.91)^9 is next to nothing."""
    star = nx.star_graph(10)
    assert len(backbone(from_networkx(star)).weight) == 0
    star[0][3]["weight"] = 91
    whole = from_networkx(star)
    part = backbone(whole)
    assert [node.id for node in part.nodes] == ["0", "3"]
    assert kept(part, whole).weight == pytest.approx(91 / 100)
    assert (kept(part, whole).of_links, kept(part, whole).links) == (10, 1)
    assert min(disparity(whole)) == pytest.approx((1 - 91 / 100) ** 9)


def test_a_backbone_by_q_keeps_what_is_more_than_chance():
    """At most the level, whose bounds are kept."""
    whole = from_networkx(nx.path_graph(4))
    whole.q[:] = [0.01, 0.05, 0.2]
    assert backbone(whole, "q", 0.05).weight.tolist() == [1, 1]
    for rule, level in (("q", 1.5), ("disparity", -0.1), ("chance", 0.5)):
        with pytest.raises(InputError):
            backbone(whole, rule, level)


def test_nothing_has_no_structure():
    """An empty graph is no failure."""
    nothing = from_networkx(nx.Graph())
    made = structure(nothing)
    assert len(made.degree) == len(made.betweenness) == len(made.community) == 0
    assert kept(backbone(nothing), nothing).weight == 0


def test_links_of_mere_lists_can_be_left_out():
    """With the nodes that only they linked; places stay right."""
    ring = from_networkx(nx.relabel_nodes(nx.cycle_graph(5), lambda n: "abcde"[n]))
    ends = zip(ring.source, ring.target, strict=True)
    ring.lists[:] = [1 if "a" in {ring.nodes[s].id, ring.nodes[t].id} else 0.5 for s, t in ends]
    rest = ring.without_lists()
    assert [node.id for node in rest.nodes] == ["b", "c", "d", "e"]
    assert set(rest.to_networkx().edges) == {("b", "c"), ("c", "d"), ("d", "e")}
