"""Structure kept in a real store: with the revision that it is of, and recomputed when that is past."""

from collections.abc import Callable
from threading import Thread
from typing import Any

import networkx as nx
import pytest
from small import small

from graph.analysis import keeping
from graph.analysis.analyst import Analyst
from graph.analysis.keeping import state, up_to_date
from graph.analysis.structure import structure
from graph.analysis.subgraph import read_subgraph
from graph.bolt import Bolt
from graph.errors import InputError, StoreUnavailableError
from graph.writer import Writer

FIRST = small(
    "cables/raid.txt",
    "SEMAR units killed Beltrán Leyva of the Sinaloa Cartel in Cuernavaca.",
    "The DEA had told SEMAR and the Embassy where Beltrán Leyva was.",
    "Calderón thanked SEMAR, and SEDENA was silent.",
)
SECOND = small(
    "cables/north.txt",
    "The Zetas hold Monterrey, and SEDENA knows it.",
    "Villarreal left the Sinaloa Cartel and went to the Zetas in Monterrey.",
    "SEDENA told the Embassy of Villarreal, and Calderón of the Zetas.",
    "The DEA met the Embassy in Monterrey.",
)
MEASURES = [
    "degree", "weighted_degree", "pagerank", "betweenness", "community", "participation", "constraint", "core",
    "articulation",
]  # fmt: skip


@pytest.fixture(scope="module")
def writer(bolt: Bolt) -> Writer:
    with pytest.raises(StoreUnavailableError):
        state(bolt)
    made = Writer(bolt)
    made.prepare()
    made.add([FIRST, SECOND])
    made.refresh()
    return made


def kept(bolt: Bolt) -> dict[str, dict[str, Any]]:
    rows = bolt.read("MATCH (e:Entity) WHERE e.degree IS NOT NULL RETURN e.id AS id, properties(e) AS e")
    return {row["id"]: {name: row["e"][name] for name in MEASURES} for row in rows}


def revision(bolt: Bolt) -> int:
    return int(bolt.read("MATCH (s:Store) RETURN s.revision AS revision")[0]["revision"])


def test_a_subgraph_is_read_as_the_store_has_it(writer, bolt):
    """Links of one passage, or of one paragraph, with their counts and significance."""
    del writer
    for scope, count, weight, q in (
        ("passage", "passages", "observed_passage", "q_passage"),
        ("paragraph", "paragraphs", "observed", "q"),
    ):
        rows = bolt.read("MATCH (a)-[r:CO_MENTIONED]->(b) RETURN a.id AS a, b.id AS b, properties(r) AS r")
        expected = {(row["a"], row["b"]): row["r"] for row in rows if row["r"][count]}
        graph = read_subgraph(bolt, scope).to_networkx()
        assert {tuple(sorted(ends)) for ends in graph.edges} == set(expected)
        for (a, b), edge in expected.items():
            link = graph[a][b]
            assert (link["count"], link["weight"], link["q"]) == (edge[count], edge[weight], edge[q])
        for id_, node in graph.nodes(data=True):
            stored = bolt.read("MATCH (e:Entity {id: $id}) RETURN e.name AS name, e.kind AS kind", id=id_)[0]
            assert {"name": node["name"], "kind": node["kind"]} == stored
    with pytest.raises(InputError):
        read_subgraph(bolt, "document")


def test_it_is_computed_once_and_kept(writer, bolt):
    """As plain properties, without a new revision; the second time nothing is done."""
    del writer
    before = revision(bolt)
    first = up_to_date(bolt)
    assert first.revision == before == revision(bolt)
    assert first.betweenness == "exact"
    assert up_to_date(bolt) == first
    graph = read_subgraph(bolt).without_lists()
    made = structure(graph)
    assert (first.nodes, first.links) == (len(graph.nodes), len(graph.weight))
    found = kept(bolt)
    assert set(found) == {node.id for node in graph.nodes}
    for n, node in enumerate(graph.nodes):
        assert found[node.id] == {name: getattr(made, name)[n].item() for name in MEASURES}


def test_what_is_stale_is_computed_anew(writer, bolt):
    """Whoever lost all links loses the properties; a structure of a past revision is told from one of now."""
    up_to_date(bolt)
    writer.delete(FIRST.document.id)
    writer.refresh()
    now, old = state(bolt)
    assert old is not None
    assert old.revision < now
    fresh = up_to_date(bolt)
    assert fresh.revision == now == revision(bolt)
    assert set(kept(bolt)) == {node.id for node in read_subgraph(bolt).nodes}
    writer.add([FIRST])
    writer.refresh()
    again = up_to_date(bolt)
    assert again.nodes > fresh.nodes
    assert bolt.read("MATCH (a:Analysis) RETURN count(a) AS n") == [{"n": 1}]


def test_a_store_that_changes_meanwhile_keeps_nothing_half(writer, bolt, monkeypatch):
    """What was computed of a past revision is not written; it is tried again, and given up in a sentence."""
    del writer
    bolt.run("MATCH (s:Store) SET s.revision = s.revision + 1")
    read, times = keeping.read_subgraph, []

    def changing(*arguments: Any) -> Any:
        times.append(1)
        bolt.run("MATCH (s:Store) SET s.revision = s.revision + 1")
        return read(*arguments)

    monkeypatch.setattr(keeping, "read_subgraph", changing)
    with pytest.raises(StoreUnavailableError, match="being loaded"):
        up_to_date(bolt)
    assert len(times) == keeping.TRIES
    monkeypatch.undo()
    assert up_to_date(bolt).revision == revision(bolt)


def test_two_who_ask_at_once_compute_once(writer, bolt, monkeypatch):
    """The second waits, and finds it done."""
    del writer
    bolt.run("MATCH (s:Store) SET s.revision = s.revision + 1")
    compute, times = keeping.structure, []
    monkeypatch.setattr(keeping, "structure", lambda graph: (times.append(1), compute(graph))[1])
    threads = [Thread(target=up_to_date, args=(bolt,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == 1


@pytest.mark.parametrize("measure", ["degree", "weighted_degree", "pagerank", "betweenness", "core", "participation"])
def test_entities_are_ranked_by_every_measure(writer, bolt, measure):
    """The highest first, of one kind, of one community, as many as asked for."""
    del writer
    analyst = Analyst(bolt)
    ranking = analyst.structure(measure, limit=100)
    values = [getattr(each, measure) for each in ranking.items]
    assert values == sorted(values, reverse=True)
    assert {each.entity.id for each in ranking.items} == set(kept(bolt))
    agencies = analyst.structure(measure, kind="agency", limit=1)
    assert [each.entity.kind for each in agencies.items] == ["agency"]
    community = ranking.items[0].community
    members = analyst.structure(measure, community=community, limit=100).items
    assert members == [each for each in ranking.items if each.community == community]


def test_communities_are_named_by_their_best_linked_members(writer, bolt):
    """Each member in one; the largest first."""
    del writer
    analyst = Analyst(bolt)
    found = analyst.communities(limit=100, members=100).items
    assert sum(each.size for each in found) == len(kept(bolt))
    assert [each.size for each in found] == sorted((each.size for each in found), reverse=True)
    for each in found:
        standing = analyst.structure("weighted_degree", community=each.community, limit=100).items
        assert [member.id for member in each.members] == [one.entity.id for one in standing]
        assert each.name == ", ".join(one.entity.name for one in standing[:3])
        assert sum(each.kinds.values()) == each.size
    assert len(analyst.communities(limit=1, members=1).items[0].members) == 1


def test_brokers_are_told_with_the_communities_they_reach(writer, bolt):
    """What they are linked into adds up to their links; the order is that of the measure."""
    del writer
    analyst = Analyst(bolt)
    keys: dict[str, Callable[[Any], float]] = {
        "reach": lambda s: -s.participation * s.weighted_degree,
        "constraint": lambda s: s.constraint,
        "betweenness": lambda s: -s.betweenness,
    }
    for by, key in keys.items():
        found = analyst.brokers(by, limit=10).items
        assert found
        ranks = [key(each.standing) for each in found]
        assert ranks == sorted(ranks)
        for each in found:
            assert sum(tie.links for tie in each.ties) == each.standing.degree
            assert sum(tie.weight for tie in each.ties) == pytest.approx(each.standing.weighted_degree)
            assert all(tie.name for tie in each.ties)


def test_brokers_are_told_while_a_load_goes_on(writer, bolt):
    """What came since the computing, and stands in no community yet, is no tie."""
    del writer
    found = Analyst(bolt).brokers(limit=1).items[0]
    communities = bolt.run(
        "MATCH (e:Entity {id: $id})-[:CO_MENTIONED]-(o) WITH o, o.community AS c REMOVE o.community RETURN o.id, c",
        id=found.standing.entity.id,
    )
    try:
        assert Analyst(bolt).brokers(limit=1).items[0].ties == []
    finally:
        bolt.run(
            "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e.community = row.c",
            rows=[{"id": row["o.id"], "c": row["c"]} for row in communities],
        )


def test_a_backbone_says_what_it_keeps(writer, bolt):
    """All of it at level 1 by q."""
    del writer
    found = Analyst(bolt).backbone("paragraph", "q", 1.0, limit=3)
    assert (found.kept.links, found.kept.weight) == (found.kept.of_links, 1.0)
    weights = [link.weight for link in found.links]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) == 3
    whole = read_subgraph(bolt, "paragraph").to_networkx()
    assert all(whole.has_edge(link.source.id, link.target.id) for link in found.links)
    assert nx.number_of_edges(whole) == found.kept.of_links


@pytest.mark.parametrize(
    "question",
    [
        lambda a: a.structure("fame"),
        lambda a: a.structure(kind="ship"),
        lambda a: a.brokers("charm"),
        lambda a: a.brokers(kind="ship"),
        lambda a: a.backbone("document"),
    ],
)
def test_a_word_that_is_none_is_refused(writer, bolt, question):
    """In a sentence."""
    del writer
    with pytest.raises(InputError):
        question(Analyst(bolt))
