"""A route from one entity to another, as reading the store gives it back."""

from dataclasses import dataclass

from graph.answer import EntityRow, Evidence, Weight


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a route, from the entity `source` to `target`, with the sentence that tells most of it.

    In `evidence`, `a` are the places of `source` and `b` those of `target`.
    """

    source: str
    target: str
    weight: Weight
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one entity to another over links: `entities` in their order, `weakest` the least llr among `hops`.

    `weakest` is None before the first refresh.
    """

    entities: list[EntityRow]
    hops: list[Hop]
    weakest: float | None
