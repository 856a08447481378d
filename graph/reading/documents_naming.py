"""Reading which documents name an entity."""

from dataclasses import dataclass

from graph.answer import DocumentRow, Items
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.documents import document_row
from graph.reading.entities import rows_of
from graph.reading.page import page


@dataclass(frozen=True, slots=True)
class NamingDocument:
    """A document, and how many mentions of the entity it holds."""

    document: DocumentRow
    mentions: int


async def documents_naming(
    bolt: AsyncBolt, id_: str, limit: int = 20, cursor: str | None = None
) -> Items[NamingDocument]:
    """Return the documents that name an entity, newest first; raises NotFoundError, InputError."""
    here = page(limit, cursor)
    await rows_of(bolt, [id_])
    rows = await bolt.read(query("read_documents_naming"), id=id_, skip=here.skip, limit=here.wanted)
    return here.items([NamingDocument(document_row(row["document"]), row["mentions"]) for row in rows])
