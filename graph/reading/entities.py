"""Reading entities: finding them by name, their own page, and who is named with them."""

from dataclasses import replace
from math import log2
from typing import Any

from graph.answer import EntityDetail, EntityRow, Items, Neighbour, PostRow, Weight
from graph.bolt import AsyncBolt, Row
from graph.entity import Kind
from graph.errors import InputError, MovedError, NotFoundError
from graph.name import fold
from graph.passage import PARTS
from graph.query import query
from graph.reading.judged import WHOLE, judged, weighed
from graph.reading.page import Page
from graph.reading.rows import read_rows
from graph.reading.typed import names_query

CANDIDATES = 2000
"""How many matches of a name are looked at, best first by the index, before a kind is chosen among them."""
RANKED = 300
"""How many of those are ranked; a list of matches ends there."""
NAMED = 3.0
"""By how much a name weighs more than an alias, in doublings: a president known by surname comes before a namesake."""
DOCUMENTS_COUNTED = 2000
"""Over how many documents, newest first, links that share only a document are counted."""


async def find(bolt: AsyncBolt, q: str, kind: str | None, here: Page) -> Items[EntityRow]:
    """Return entities: those whose name or alias is typed in `q`, best first; without `q` all, by mentions."""
    kind = known_kind(kind)
    if not q.strip():
        rows = await read_rows(bolt, "read_entities", kind=kind, skip=here.skip, limit=here.wanted)
        return here.items([entity_row(row) for row in rows])
    names = names_query(q)
    if not names:
        return Items([])
    found = await bolt.read(
        query("read_entities_by_name"), names=names, kind=kind, most=CANDIDATES + 1, ranked=RANKED + 1
    )
    matches = found[0]["matches"]
    ranked = sorted((_rank(row, fold(q)), entity_row(row["entity"])) for row in matches[:RANKED])
    note = matched_note(kind, found[0]["looked"], len(matches))
    return here.items([entity for _, entity in ranked][here.skip : here.skip + here.wanted], note)


async def detail(bolt: AsyncBolt, id_: str) -> EntityDetail:
    """Return one entity; raises NotFoundError, MovedError where it was joined with another."""
    rows = await bolt.read(query("read_entity"), id=id_)
    if not rows:
        raise await _unknown(bolt, id_)
    entity = rows[0]["entity"]
    posts = [PostRow(**{**post, "documents": post["documents"] or []}) for post in rows[0]["posts"]]
    base = entity_row(entity)
    return EntityDetail(
        base.id,
        base.name,
        base.kind,
        entity["kinds"] or [base.kind],
        base.aliases,
        base.mentions,
        base.documents,
        rows[0]["first"][0],
        rows[0]["last"][0],
        posts,
    )


def matched_note(kind: str | None, looked: int, matches: int) -> str | None:
    """Say where a list of matches ends before they do, or a kind was chosen among the best of them only."""
    if matches > RANKED:
        return f"The list ends at the best {RANKED:,} matches: type more of the name."
    if kind and looked > CANDIDATES:
        return f"The kind was looked for among the best {CANDIDATES:,} matches of any kind: type more of the name."
    return None


async def neighbours(
    bolt: AsyncBolt, id_: str, kind: str | None, scope: str, here: Page, *, obey: bool = False
) -> Items[Neighbour]:
    """Return who is named with an entity, strongest first.

    By passage or paragraph, strength is how many name both; then comes significance. By document it is how many of
    the entity's newest `DOCUMENTS_COUNTED` documents name both in the parts that make co-mentions, counted now; where
    it has more documents, the answer's note says so. Where verdicts are obeyed, sentences and edges that they speak
    against count for nothing. Raises NotFoundError, InputError.
    """
    kind = known_kind(kind)
    known = await rows_of(bolt, [id_])
    common: dict[str, Any] = {"id": id_, "kind": kind, "skip": here.skip, "limit": here.wanted}
    note = None
    said = await judged(bolt, [id_])
    lost = {a if b == id_ else b: loss for (a, b), loss in (await said.losses()).items()} if obey else {}
    obeying = "_obeying" if lost else ""
    if scope == "document":
        if lost:
            common["out"] = [other for other, loss in lost.items() if loss is WHOLE]
            common["apart"] = [f"{document} {other}" for other, loss in lost.items() for document in loss.apart]
        rows = await read_rows(
            bolt, f"read_neighbours_by_document{obeying}", documents=DOCUMENTS_COUNTED, parts=PARTS, **common
        )
        note = counted_note(known[id_].documents)
    elif scope in {"passage", "paragraph"}:
        if lost:
            common["lost"] = {other: loss.counts for other, loss in lost.items()}
        rows = await read_rows(bolt, f"read_neighbours{obeying}", scope=scope, **common)
    else:
        raise unknown_scope(scope)
    found = []
    for row in rows:
        entity, weight = entity_row(row["entity"]), Weight(**row["weight"])
        left = weighed(weight, lost.get(entity.id))
        if scope == "document":  # counted now, by the query
            left = replace(left, documents=weight.documents)
        found.append(Neighbour(entity, left, said.of(id_, entity.id)))
    return here.items(found, note)


async def rows_of(bolt: AsyncBolt, ids: list[str]) -> dict[str, EntityRow]:
    """Return entities by their ids, in the order given; raises what `detail` raises where one is unknown."""
    rows = await bolt.read(query("read_known_entities"), ids=ids)
    found = {row["entity"]["id"]: entity_row(row["entity"]) for row in rows}
    for id_ in ids:
        if id_ not in found:
            raise await _unknown(bolt, id_)
    return {id_: found[id_] for id_ in ids}


def entity_row(entity: Row) -> EntityRow:
    """Return an entity as lists show it."""
    return EntityRow(
        entity["id"],
        entity["name"],
        entity["kind"],
        entity["aliases"] or [],
        entity["mentions"] or 0,
        entity["documents"] or 0,
    )


def known_kind(kind: str | None) -> str | None:
    """Return the kind, None for none; raises InputError for a word that is no kind."""
    if kind and kind not in set(Kind):
        raise InputError(f"{kind!r} is no kind of entity: {', '.join(Kind)}.")
    return kind or None


def counted_note(documents: int) -> str | None:
    """Say over how many documents was counted, where there are more."""
    if documents <= DOCUMENTS_COUNTED:
        return None
    return f"Counted over the newest {DOCUMENTS_COUNTED:,} of {documents:,} documents."


def unknown_scope(scope: str) -> InputError:
    """The error for a scope that is none."""
    return InputError(f"{scope!r} is no scope: passage, paragraph or document.")


async def _unknown(bolt: AsyncBolt, id_: str) -> NotFoundError:
    now = [row["now"] for row in await bolt.read(query("read_judged_now"), ids=[id_])]
    if len(now) == 1:
        return MovedError(id_, now[0])
    return NotFoundError(f"The store holds no entity {id_!r}.")


def _rank(row: Row, typed: str) -> tuple[int, float, str]:
    entity = row["entity"]
    weight = log2(2 + (entity["mentions"] or 0))
    if fold(entity["name"]) == typed:
        return 0, -weight - NAMED, entity["id"]
    if any(fold(alias) == typed for alias in entity["aliases"] or []):
        return 0, -weight, entity["id"]
    return 1, -row["score"] * weight, entity["id"]
