"""FollowTheMoney: entities as JSON lines, for Aleph, OpenAleph and the tools around them.

https://followthemoney.tech. Every id is made of Trama's own and stays from one export to the next. A kind goes into
`keywords`, never into `topics`: those are read as findings, and "trafficker" is what documents called somebody.
"""

import json
from collections.abc import AsyncIterator

from graph.exchange.ftm_documents import document_entities
from graph.exchange.ftm_entities import entity_of, link_of, post_of
from graph.exchange.ftm_value import Entity
from graph.exchange.part import Part
from graph.passage import PARTS
from graph.query import query

DOCUMENTS_AT_ONCE = 50


async def ftm(part: Part) -> AsyncIterator[str]:
    """Write an entity a line: things, links with their proof, documents with their text, mentions and roles.

    Of a part, documents are those that name a given entity, or prove a link or post among the part's entities.
    """
    shown: set[str] | None = None if part.given is None else set()
    async for ids in part.pages():
        parents = {row["id"]: row["parents"] for row in await part.rows("export_parents", ids)}
        for row in await part.bolt.read(query("export_entities"), ids=ids):
            yield _line(entity_of(row, parents.get(row["entity"]["id"], [])))
        async for entity in _links(part, ids, shown):
            yield _line(entity)
    async for ids in _document_ids(part, shown):
        for row in await part.rows("export_documents", ids):
            for entity in document_entities(row):
                yield _line(entity)


async def _links(part: Part, ids: list[str], shown: set[str] | None) -> AsyncIterator[Entity]:
    """Give the links and posts that begin at some entities; note the documents that prove them."""
    rows = await part.rows("export_proofs", ids, parts=PARTS)
    proofs = {(row["source"], row["target"]): row["documents"] for row in rows}
    for row in await part.rows("export_links", ids):
        proof = proofs.get((row["source"], row["target"]), [])
        _note(shown, proof)
        yield link_of(row, proof)
    for row in await part.rows("export_posts", ids):
        _note(shown, row["documents"])
        yield post_of(row)


def _note(shown: set[str] | None, documents: list[str]) -> None:
    if shown is not None:
        shown.update(documents)


async def _document_ids(part: Part, shown: set[str] | None) -> AsyncIterator[list[str]]:
    if shown is not None:
        naming = await part.bolt.read(query("export_document_ids_naming"), ids=list(part.given or ()))
        found = sorted(shown.union(row["id"] for row in naming))
        for start in range(0, len(found), DOCUMENTS_AT_ONCE):
            yield found[start : start + DOCUMENTS_AT_ONCE]
        return
    after = ""
    while rows := await part.bolt.read(query("export_document_ids"), after=after, limit=DOCUMENTS_AT_ONCE):
        yield [row["id"] for row in rows]
        after = rows[-1]["id"]


def _line(entity: Entity) -> str:
    return json.dumps(entity, ensure_ascii=False) + "\n"
