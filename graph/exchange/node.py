"""An entity as other tools take it: a node with plain attributes."""

from dataclasses import dataclass

from graph.bolt import Row


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: `mentions` and `documents` are counts; `first` and `last` are its documents' dates.

    Dates are ISO 8601, cut to what is known (`2009`, `2009-12`, `2009-12-17`), None where no document is dated.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: int
    documents: int
    first: str | None
    last: str | None


def node_of(row: Row) -> Node:
    """Return the node that a row of the store is."""
    entity = row["entity"]
    return Node(
        id=entity["id"],
        name=entity["name"],
        kind=entity["kind"],
        aliases=tuple(entity["aliases"] or ()),
        mentions=entity["mentions"] or 0,
        documents=entity["documents"] or 0,
        first=row["first"],
        last=row["last"],
    )
