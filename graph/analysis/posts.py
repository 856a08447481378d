"""Officials by agency: their posts, titles, and the documents that say so."""

from dataclasses import dataclass

from graph.analysis.hierarchy import hierarchy
from graph.analysis.named import Named, named
from graph.answer import DocumentRow, Items
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.documents import document_row
from graph.reading.entities import rows_of
from graph.reading.page import page

SOURCES = 5
"""How many of the newest documents are shown for each post."""


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A person's title at an agency as `documents` documents give it, the newest of them in `sources`.

    `first` and `last` are those documents' earliest and latest own dates, None where none has one: when somebody was
    so titled, not from when to when the post was held.
    """

    official: Named
    title: str
    agency: Named
    documents: int
    first: str | None
    last: str | None
    sources: list[DocumentRow]


async def posts(
    bolt: AsyncBolt, agency: str | None = None, below: bool = True, limit: int = 50, cursor: str | None = None
) -> Items[PostHeld]:
    """Return the posts at an agency (and `below` it, at all that are part of it), or all, the best attested first.

    Raises NotFoundError, InputError.
    """
    here = page(limit, cursor)
    agencies = None
    if agency is not None:
        await rows_of(bolt, [agency])
        agencies = (await hierarchy(bolt)).within(agency) if below else [agency]
    rows = await bolt.read(
        query("analysis_posts"), agencies=agencies, skip=here.skip, limit=here.wanted, sources=SOURCES
    )
    return here.items(
        [
            PostHeld(
                named(row["official"]),
                row["title"] or "",
                named(row["agency"]),
                row["documents"],
                row["first"][0],
                row["last"][0],
                [document_row(source) for source in row["sources"]],
            )
            for row in rows
        ]
    )
