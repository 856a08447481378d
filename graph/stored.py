"""What the store holds of a document as extraction gave it, whatever was judged since."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.bolt import Bolt, Row
from graph.extraction import Extraction
from graph.judging.affected import Affected, Stated
from graph.passage import PARTS
from graph.query import query
from graph.rows import Rows, document_row

AT_ONCE = 50
Fact = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A document: its text, and as sets of plain facts its record, names, mentions, passages and relations.

    A name is (source, entity, name, kind, known, mentions); a mention (passage, start, end, source, entity, method,
    confidence).
    """

    id: str
    hash: str
    path: str
    text: str
    record: Fact
    names: frozenset[Fact]
    mentions: frozenset[Fact]
    passages: frozenset[Fact]
    stated: Stated

    @property
    def facts(self) -> tuple[object, ...]:
        """All that extraction says of the document."""
        return self.record, self.names, self.mentions, self.passages, self.stated


def stored(bolt: Bolt) -> Iterator[Stored]:
    """Give the documents of a store, in order of their ids."""
    after = ""
    while rows := bolt.read(query("reextract_documents"), after=after, limit=AT_ONCE):
        ids = [row["id"] for row in rows]
        stated = {
            row["id"]: Affected(row).stated for row in bolt.read(query("judge_documents"), documents=ids, parts=PARTS)
        }
        for row in rows:
            yield _stored(row, zlib.decompress(row["content"]).decode(), stated[row["id"]])
        after = ids[-1]


def as_stored(extraction: Extraction) -> Stored:
    """Return an extraction as the store would hold it."""
    rows = Rows([extraction])
    document = extraction.document
    record = document_row(document, paragraphs=0)
    given = {
        "id": document.id,
        "hash": document.hash,
        "path": document.path,
        "record": [record[name] for name in _RECORD],
        "names": [[source, id_, *rest] for _, id_, source, *rest in rows.names],
        "mentions": [
            [m.passage, m.start, m.end, m.source, m.entity, m.method.value, m.confidence] for m in extraction.mentions
        ],
        "passages": [[p.ordinal, p.part.value, p.block, p.text] for p in extraction.passages],
    }
    stated = Stated(
        frozenset((e, kind, title) for e, kind, title, _ in rows.roles),
        frozenset((a, b, title) for a, b, title, _ in rows.posts),
        frozenset((a, b) for a, b, _ in rows.parents),
    )
    return _stored(given, extraction.text, stated)


_RECORD = ("kind", "subject", "date", "date_source", "origin", "marking", "cable", "case", "doc", "tags")


def _stored(row: Row, text: str, stated: Stated) -> Stored:
    *record, tags = row["record"]
    names, mentions, passages = (frozenset(map(tuple, row[word])) for word in ("names", "mentions", "passages"))
    return Stored(
        row["id"], row["hash"], row["path"], text, (*record, tuple(tags or ())), names, mentions, passages, stated
    )
