"""A part of the graph in a notebook."""

from typing import TYPE_CHECKING

import networkx as nx

from api.notebook.frame import frame
from api.notebook.html import table
from api.notebook.picture import HEIGHT, Drawn
from graph.answer import Edge, EntityRow, Network, Weight

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("source", "target", "passages", "paragraphs", "documents", "llr", "npmi", "observed", "expected", "q")


class NetworkView:
    """Entities and every link among them; `cut` says that `limit` left some out."""

    def __init__(self, network: Network, title: str) -> None:
        self._network = network
        self.title = title

    @property
    def entities(self) -> list[EntityRow]:
        """The entities."""
        return self._network.nodes

    @property
    def links(self) -> list[Edge]:
        """The links, the most sentences first."""
        return self._network.edges

    @property
    def cut(self) -> bool:
        """Whether there were more entities than asked for."""
        return self._network.truncated

    def to_networkx(self) -> "nx.Graph[str]":
        """Return an undirected graph: nodes by id with name, kind, aliases and counts, edges as `Weight` has them."""
        graph: nx.Graph[str] = nx.Graph(title=self.title)
        for node in self._network.nodes:
            graph.add_node(
                node.id,
                name=node.name,
                kind=node.kind,
                aliases=node.aliases,
                mentions=node.mentions,
                documents=node.documents,
            )
        for edge in self._network.edges:
            graph.add_edge(edge.source, edge.target, **_weights(edge.weight))
        return graph

    def to_pandas(self) -> "pd.DataFrame":
        """Return the links as a data frame, a row a link, ends by name."""
        names = {node.id: node.name for node in self._network.nodes}
        rows = [
            {"source": names[e.source], "target": names[e.target], **_weights(e.weight)} for e in self._network.edges
        ]
        return frame(rows, COLUMNS)

    def show(self, height: int = HEIGHT) -> Drawn:
        """Draw it; Jupyter shows the answer of a cell's last line."""
        return Drawn(self._network, self.title, height)

    def __repr__(self) -> str:
        more = ", cut" if self.cut else ""
        return f"{self.title}: {len(self.entities)} entities, {len(self.links)} links{more}"

    def _repr_html_(self) -> str:
        names = {node.id: node.name for node in self._network.nodes}
        rows = [
            [names[e.source], names[e.target], e.weight.passages, e.weight.paragraphs, e.weight.llr]
            for e in self._network.edges
        ]
        return table(["one", "other", "passages", "paragraphs", "llr"], rows, repr(self))


def _weights(weight: Weight) -> dict[str, int | float | None]:
    return {name: getattr(weight, name) for name in COLUMNS[2:]}
