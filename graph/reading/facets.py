"""What the links among some entities rest on, so that a page can weigh them anew for a part of the documents."""

from dataclasses import dataclass

from graph.bolt import AsyncBolt
from graph.passage import PARTS
from graph.query import query
from graph.reading.entities import rows_of


@dataclass(frozen=True, slots=True)
class FacetedDocument:
    """A document with what it can be chosen by, and its paragraphs that name at least two of the entities.

    Each paragraph is the list of its passages that name one or more, each passage the places of those in `ids`.
    """

    id: str
    date: str | None
    kind: str
    marking: str
    tags: list[str]
    paragraphs: list[list[list[int]]]


@dataclass(frozen=True, slots=True)
class Facets:
    """The documents that name two or more of some entities in one paragraph; `ids` in the order that places mean."""

    ids: list[str]
    documents: list[FacetedDocument]


async def facets(bolt: AsyncBolt, ids: list[str]) -> Facets:
    """Return what the links among some entities rest on, by document; raises NotFoundError for an unknown id."""
    known = list(await rows_of(bolt, list(dict.fromkeys(ids))))
    rows = await bolt.read(query("read_facets"), ids=known, parts=PARTS)
    return Facets(
        known,
        [
            FacetedDocument(row["id"], row["date"], row["kind"], row["marking"], row["tags"], row["blocks"])
            for row in rows
        ],
    )
