"""Routes between two entities, in a notebook."""

from typing import Any

from api.notebook.html import marked, table
from api.notebook.listing import Listing
from graph.answer import Items
from graph.route import Route

ROUTE = ("route", "hops", "weakest", "passages", "ids")


class Routes(Listing[Route]):
    """Routes, the one with the strongest weakest link first, a row a route; in Jupyter with the sentences."""

    def __init__(self, answer: Items[Route], start: str, end: str) -> None:
        super().__init__(answer.items, _row, ROUTE, what=f"routes from {start} to {end}", note=answer.note or "")

    def _repr_html_(self) -> str:
        rows: list[list[object]] = []
        for n, route in enumerate(self, 1):
            names = {entity.id: entity.name for entity in route.entities}
            for hop in route.hops:
                text = marked(hop.evidence.text, hop.evidence.a, hop.evidence.b)
                rows.append([n, names[hop.source], names[hop.target], hop.weight.passages, hop.weight.llr, text])
        return table(["route", "from", "to", "passages", "llr", "sentence"], rows, self.title)


def _row(route: Route) -> dict[str, Any]:
    return {
        "route": " > ".join(entity.name for entity in route.entities),
        "hops": len(route.hops),
        "weakest": route.weakest,
        "passages": ", ".join(str(hop.weight.passages) for hop in route.hops),
        "ids": " > ".join(entity.id for entity in route.entities),
    }
