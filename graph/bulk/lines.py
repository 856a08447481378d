"""The CSV rows of what is summed over documents: entities with what they are called, links with their significance."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.bulk.chunk import Thing
from graph.bulk.table import BETWEEN, Lines, line, packed
from graph.entity import Kind
from graph.naming import Naming, called

if TYPE_CHECKING:  # they bring scipy along, which the processes that make rows have no use for
    from graph.analysis.incidence import Ints
    from graph.significance import Floats

Ends = Sequence[tuple[str, str]]


def entity_lines(entities: Iterable[tuple[str, Thing]]) -> Lines:
    """Return the rows of some entities."""
    return packed(_entity(id_, thing) for id_, thing in entities)


def _entity(id_: str, thing: Thing) -> str:
    namings = [Naming(*naming, mentions, rows) for naming, (mentions, rows) in thing.namings.items()]
    what = called(namings, thing.surfaces.items())
    labels = BETWEEN.join(["Entity", *(Kind(kind).label for kind in what.kinds)])
    counts = [thing.mentions, thing.documents, thing.paragraphs]
    return f"{id_},{line([id_, what.name, what.kinds[0], list(what.kinds), list(what.aliases), *counts])},{labels}"


def pair_lines(ends: Ends, counts: "Ints", dates: Ends, values: "Floats") -> Lines:
    """Return the rows of some links, each argument a row a link.

    `ends` are ids, `counts` passages, paragraphs and documents, `dates` the first and the last as they are written,
    and `values` the significance, NaN where there is none.
    """
    rows = zip(ends, counts.tolist(), dates, _numbers(values), strict=True)
    return packed(f"{a},{b},{n[0]},{n[1]},{n[2]},{first},{last},{text}" for (a, b), n, (first, last), text in rows)


def _numbers(values: "Floats") -> list[str]:
    form = ",".join(["%r"] * values.shape[1])
    return [(form % tuple(row)).replace("nan", "") for row in values.tolist()]
