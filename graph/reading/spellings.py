"""Reading how an entity is written."""

from dataclasses import dataclass

from graph.answer import Items
from graph.bolt import AsyncBolt
from graph.naming import spellings
from graph.reading.entities import rows_of
from graph.reading.page import page
from graph.reading.rows import read_rows


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that documents use for an entity, and how many of its mentions bear it."""

    name: str
    mentions: int


async def written(bolt: AsyncBolt, id_: str, limit: int = 20, cursor: str | None = None) -> Items[Spelling]:
    """Return how an entity is written, the commonest first; spellings that differ in case or accents are one.

    Raises NotFoundError, InputError.
    """
    here = page(limit, cursor)
    await rows_of(bolt, [id_])
    found = spellings((surface, count) for surface, count in await read_rows(bolt, "read_spellings", id=id_))
    return here.items([Spelling(*each) for each in found[here.skip : here.skip + here.wanted]])
