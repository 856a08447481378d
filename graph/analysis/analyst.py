"""Questions to the whole graph: the door that the service and the command line go through."""

from collections import Counter
from typing import get_args

import numpy as np

from graph.analysis.answer import (
    Backbone,
    BackboneLink,
    Broker,
    Brokers,
    Communities,
    Community,
    End,
    Ranking,
    Standing,
    Tie,
)
from graph.analysis.backbone import backbone, kept
from graph.analysis.keeping import state, up_to_date
from graph.analysis.measure import By, Measure
from graph.analysis.subgraph import Node, read_subgraph
from graph.bolt import Bolt, Row
from graph.errors import InputError
from graph.query import query
from graph.reading.entities import entity_row, known_kind
from graph.reading.page import page

NAMED_BY = 3
"""How many members a community is named by."""
TIES = 5
"""How many communities are told of a broker."""
FEWEST_LINKS = 4
"""With fewer links than this nobody is called a broker: two links into two groups would do."""


class Analyst:
    """Analyses one store. Structure is computed on first demand after a change, which takes a while, and kept."""

    def __init__(self, bolt: Bolt) -> None:
        self._bolt = bolt

    def structure(
        self,
        measure: str = "pagerank",
        kind: str | None = None,
        community: int | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Ranking:
        """Return entities by a measure, the highest first, of one kind or community; raises InputError."""
        if measure not in get_args(Measure):
            raise InputError(f"{measure!r} is no measure: {', '.join(get_args(Measure))}.")
        here = page(limit, cursor)
        choice = {"measure": measure, "kind": known_kind(kind), "community": community}
        computed = up_to_date(self._bolt)
        rows = here.items(self._bolt.read(query("read_structure"), skip=here.skip, limit=here.wanted, **choice))
        return Ranking(computed, measure, [_standing(row) for row in rows.items], rows.next)

    def communities(self, limit: int = 20, members: int = 10, cursor: str | None = None) -> Communities:
        """Return the largest communities, each with so many of its best-linked members."""
        here = page(limit, cursor)
        computed = up_to_date(self._bolt)
        wanted = {"skip": here.skip, "limit": here.wanted, "members": max(members, NAMED_BY)}
        rows = here.items(self._bolt.read(query("read_communities"), **wanted))
        return Communities(computed, [_community(row, members) for row in rows.items], rows.next)

    def brokers(
        self, by: str = "reach", kind: str | None = None, limit: int = 20, cursor: str | None = None
    ) -> Brokers:
        """Return who stands between communities.

        By `reach` (participation times the weight of all links), by Burt's `constraint`, the least first, or by
        `betweenness`; only those with `FEWEST_LINKS` links or more. Raises InputError.
        """
        if by not in get_args(By):
            raise InputError(f"{by!r} is no measure of a broker: {', '.join(get_args(By))}.")
        here = page(limit, cursor)
        choice = {"by": by, "kind": known_kind(kind), "degree": FEWEST_LINKS, "ties": TIES}
        computed = up_to_date(self._bolt)
        rows = here.items(self._bolt.read(query("read_brokers"), skip=here.skip, limit=here.wanted, **choice))
        names = self._names({tie["community"] for row in rows.items for tie in row["ties"]})
        return Brokers(
            computed,
            by,
            [
                Broker(_standing(row), [Tie(name=names.get(tie["community"], ""), **tie) for tie in row["ties"]])
                for row in rows.items
            ],
            rows.next,
        )

    def backbone(
        self,
        scope: str = "passage",
        rule: str = "disparity",
        level: float = 0.05,
        limit: int = 100,
        cursor: str | None = None,
    ) -> Backbone:
        """Return how much of the graph a backbone keeps, and its heaviest links; raises InputError.

        As for structure, links that only mere lists made are left out beforehand.
        """
        here = page(limit, cursor)
        revision, _ = state(self._bolt)
        whole = read_subgraph(self._bolt, scope).without_lists()
        part = backbone(whole, rule, level)
        heaviest = np.lexsort((part.target, part.source, -part.weight))[here.skip :][: here.wanted]
        links = here.items(
            [
                BackboneLink(
                    _end(part.nodes[part.source[n]]),
                    _end(part.nodes[part.target[n]]),
                    int(part.count[n]),
                    float(part.weight[n]),
                    float(part.q[n]),
                )
                for n in heaviest
            ]
        )
        return Backbone(revision, scope, rule, level, kept(part, whole), links.items, links.next)

    def _names(self, communities: set[int]) -> dict[int, str]:
        rows = self._bolt.read(query("read_community_names"), communities=sorted(communities), members=NAMED_BY)
        return {row["community"]: _name(row["names"]) for row in rows}


def _standing(row: Row) -> Standing:
    return Standing(entity_row(row["entity"]), **row["standing"])


def _community(row: Row, members: int) -> Community:
    found = [entity_row(member) for member in row["members"]]
    kinds: dict[str, int] = dict(Counter(row["kinds"]).most_common())
    return Community(
        row["community"], _name([member.name for member in found[:NAMED_BY]]), row["size"], kinds, found[:members]
    )


def _name(members: list[str]) -> str:
    return ", ".join(members)


def _end(node: Node) -> End:
    return End(node.id, node.name, node.kind)
