"""Reading documents and the words in them."""

import re
import zlib

from graph.answer import DocumentDetail, DocumentRow, Items, NamedSpan, PassageHit, PassageRow, Span
from graph.bolt import AsyncBolt, Row
from graph.document import DocumentKind
from graph.errors import InputError, NotFoundError
from graph.query import query
from graph.reading.page import Page
from graph.reading.rows import read_rows
from graph.reading.typed import passages_query, plain_words

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_AMONG = 1_000
"""Hits that are put in order together: pages of one such lot neither repeat nor skip any."""


async def find(bolt: AsyncBolt, q: str, kind: str | None, here: Page) -> Items[DocumentRow]:
    """Return documents, newest first; with `q`, those whose subject, path, origin or numbers hold all its words."""
    if kind and kind not in set(DocumentKind):
        raise InputError(f"{kind!r} is no kind of document: {', '.join(DocumentKind)}.")
    rows = await read_rows(
        bolt, "read_documents", words=plain_words(q), kind=kind or None, skip=here.skip, limit=here.wanted
    )
    return here.items([document_row(row) for row in rows])


async def detail(bolt: AsyncBolt, id_: str) -> DocumentDetail:
    """Return one document with its source text and passages; raises NotFoundError."""
    rows = await bolt.read(query("read_document"), id=id_)
    if not rows:
        raise NotFoundError(f"The store holds no document {id_!r}.")
    row = rows[0]
    numbers = {name: number for name, number in row["numbers"].items() if number is not None}
    text = zlib.decompress(row["content"][0]).decode("utf-8", "surrogatepass") if row["content"] else ""
    return DocumentDetail(
        document_row(row["document"]),
        numbers,
        row["tags"] or [],
        _LONE_SURROGATE.sub("\ufffd", text),
        [_passage_row(passage) for passage in row["passages"]],
        next(map(document_row, row["version_of"]), None),
        [document_row(version) for version in row["versions"]],
    )


async def search(bolt: AsyncBolt, q: str, here: Page) -> Items[PassageHit]:
    """Return passages that hold all the words and quoted phrases of `q`, best first."""
    words = passages_query(q)
    if not words:
        return Items([])
    among = -(-(here.skip + here.wanted) // _AMONG) * _AMONG
    rows = await read_rows(bolt, "read_search", words=words, among=among, skip=here.skip, limit=here.wanted)
    return here.items([_hit(row) for row in rows])


def document_row(document: Row) -> DocumentRow:
    """Return a document as lists show it; texts that are not stored are empty."""
    return DocumentRow(
        document["id"],
        document["kind"],
        document["subject"] or "",
        document["date"],
        document["date_precision"],
        document["date_source"],
        document["origin"] or "",
        document["marking"] or "",
        document["path"],
    )


def _passage_row(passage: Row) -> PassageRow:
    redactions = passage["redactions"] or []
    return PassageRow(
        passage["ordinal"],
        passage["part"],
        passage["block"],
        passage["paragraph"],
        passage["marking"] or "",
        passage["text"],
        [_named_span(mention) for mention in passage["mentions"]],
        [Span(start, end) for start, end in zip(redactions[::2], redactions[1::2], strict=True)],
    )


def _named_span(mention: Row) -> NamedSpan:
    return NamedSpan(
        mention["entity"],
        mention["name"],
        mention["kind"],
        mention["surface"],
        mention["shown_start"],
        mention["shown_end"],
        mention["start"],
        mention["end"],
        mention["method"],
        mention["confidence"],
    )


def _hit(row: Row) -> PassageHit:
    passage = row["passage"]
    return PassageHit(
        document_row(row["document"]),
        passage["ordinal"],
        passage["paragraph"],
        passage["marking"] or "",
        passage["text"],
        row["score"],
    )
