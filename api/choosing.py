"""From a name as a person writes it to the one entity that is meant."""

from graph.answer import EntityRow
from graph.errors import NotFoundError
from graph.name import fold
from graph.reader import Reader

NEAREST = 6
"""How many entities an error names."""


class AmbiguousNameError(NotFoundError):
    """Several entities bear the name that was asked for, or none bears it and several are near."""


async def chosen(reader: Reader, name: str, kind: str | None = None) -> str:
    """Return the id of the entity that a name, an alias or an id means.

    A name goes before an alias; without either, the one entity that the search finds is taken. Raises
    AmbiguousNameError, naming the nearest with their ids, where several fit or none does.
    """
    found = (await reader.entities(name, kind=kind, limit=20)).items
    by_id = [row for row in found if row.id == name] or await _known(reader, name)
    by_name = [row for row in found if fold(row.name) == fold(name)]
    by_alias = [row for row in found if fold(name) in map(fold, row.aliases)]
    for rows in (by_id, by_name, by_alias):
        if len(rows) == 1:
            return rows[0].id
        if rows:
            raise AmbiguousNameError(f"{name!r} is the name of {len(rows)} entities: {_listed(rows)}. Ask by id.")
    if len(found) == 1:
        return found[0].id
    if found:
        raise AmbiguousNameError(f"No entity is called {name!r}. The nearest are {_listed(found)}.")
    raise NotFoundError(f"No entity is called {name!r} or anything near it.")


async def _known(reader: Reader, id_: str) -> list[EntityRow]:
    try:
        entity = await reader.entity(id_)
    except NotFoundError:
        return []
    return [EntityRow(entity.id, entity.name, entity.kind, entity.aliases, entity.mentions, entity.documents)]


def _listed(rows: list[EntityRow]) -> str:
    named = "; ".join(f"{row.name} ({row.kind}, id {row.id!r}, {row.mentions} mentions)" for row in rows[:NEAREST])
    return f"{named}; and {len(rows) - NEAREST} more" if len(rows) > NEAREST else named
