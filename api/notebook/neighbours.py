"""Who is named with an entity, in a notebook."""

from dataclasses import replace
from typing import TYPE_CHECKING

from api.notebook.connection import Connection
from api.notebook.listing import Listing
from api.notebook.network import NetworkView
from api.notebook.picture import HEIGHT, Drawn
from api.notebook.rows import NEIGHBOUR, neighbour_row
from graph.answer import Items, Neighbour

if TYPE_CHECKING:
    import networkx as nx


class Neighbours(Listing[Neighbour]):
    """Entities named with one, strongest first."""

    def __init__(self, connection: Connection, centre: tuple[str, str], answer: Items[Neighbour], what: str) -> None:
        note = answer.note or ("the strongest; there are more" if answer.next else "")
        super().__init__(answer.items, neighbour_row, NEIGHBOUR, what=what, note=note)
        self._connection = connection
        self._centre = centre
        self._cut = answer.next is not None

    def network(self) -> NetworkView:
        """Return the entity and these neighbours with every link among them."""
        ids = [self._centre[0], *(each.entity.id for each in self)]
        found = self._connection.ask(lambda reader: reader.network(ids, depth=1, limit=len(ids)))
        return NetworkView(replace(found, truncated=self._cut), self._centre[1])

    def to_networkx(self) -> "nx.Graph[str]":
        """Return the entity, these neighbours and every link among them as a networkx graph."""
        return self.network().to_networkx()

    def show(self, height: int = HEIGHT) -> Drawn:
        """Draw the entity, these neighbours and every link among them."""
        return self.network().show(height)
