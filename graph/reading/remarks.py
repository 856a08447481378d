"""Reading verdicts, notes and views."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answer import Items
from graph.bolt import AsyncBolt
from graph.errors import InputError, NotFoundError
from graph.note import Note
from graph.query import query
from graph.reading.judged import known_as
from graph.reading.page import page
from graph.remark import T, note_of, remark_of, verdict_of, view_of
from graph.verdict import Opinion, Verdict
from graph.view import View


@dataclass(frozen=True, slots=True)
class VerdictsWanted:
    """Which verdicts: those on any edge of an `entity`, on the edge `of` two, on sentences of a `document`."""

    entity: str | None = None
    of: tuple[str, str] | None = None
    document: str | None = None
    verdict: Opinion | None = None


async def one(bolt: AsyncBolt, kind: type[T], id_: str) -> T:
    """Return a verdict, note or view; raises NotFoundError."""
    rows = await bolt.read(query("read_remark"), id=id_)
    found = remark_of(rows[0]["label"], rows[0]["properties"]) if rows else None
    if not isinstance(found, kind):
        raise NotFoundError(f"The store holds no {kind.__name__.lower()} {id_!r}.")
    return found


async def verdicts(
    bolt: AsyncBolt, wanted: VerdictsWanted, limit: int = 50, cursor: str | None = None
) -> Items[Verdict]:
    """Return verdicts, the latest first, and with them those on what judgements joined to an entity since."""
    here = page(limit, cursor)
    a, b = [await known_as(bolt, end) for end in wanted.of] if wanted.of else (None, None)
    rows = await bolt.read(
        query("read_verdicts"),
        entity=await known_as(bolt, wanted.entity) if wanted.entity else None,
        a=a,
        b=b,
        document=wanted.document,
        verdict=wanted.verdict,
        skip=here.skip,
        limit=here.wanted,
    )
    return here.items([verdict_of(row["properties"]) for row in rows])


async def notes(bolt: AsyncBolt, about: Sequence[str] = (), limit: int = 50, cursor: str | None = None) -> Items[Note]:
    """Return notes, the latest first: on an entity, on the edge between two, or all where `about` is empty."""
    if len(about) > 2:  # noqa: PLR2004 -- the two ends of an edge
        raise InputError("A note is about one entity or two.")
    here = page(limit, cursor)
    a, b = [*[await known_as(bolt, id_) for id_ in about], None, None][:2]
    rows = await bolt.read(query("read_notes"), a=a, b=b, skip=here.skip, limit=here.wanted)
    return here.items([note_of(row["properties"]) for row in rows])


async def views(bolt: AsyncBolt, limit: int = 50, cursor: str | None = None) -> Items[View]:
    """Return views by their titles."""
    here = page(limit, cursor)
    rows = await bolt.read(query("read_views"), skip=here.skip, limit=here.wanted)
    return here.items([view_of(row["properties"]) for row in rows])
