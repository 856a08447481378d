"""An entity as analyses name it."""

from dataclasses import dataclass

from graph.bolt import Row


@dataclass(frozen=True, slots=True)
class Named:
    """An entity's id, name and kind."""

    id: str
    name: str
    kind: str


def named(row: Row) -> Named:
    """Return the entity of a row."""
    return Named(row["id"], row["name"], row["kind"])
