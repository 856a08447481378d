"""What some documents give to an import: rows that are theirs alone, and counts that are summed with others'.

Made by the processes that read, so that the one process that gathers has little left to do; sent to it as one value.
"""

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.analysis.units import Units, units_of
from graph.bulk.table import (
    DOCUMENTS,
    HAS,
    MENTIONS,
    NAMES,
    PASSAGES,
    READ_FROM,
    ROLES,
    TEXTS,
    Lines,
    Table,
    cell,
    packed,
    quoted,
)
from graph.extraction import Extraction
from graph.passage import CO_MENTIONING
from graph.rows import Row, Rows, Values
from graph.signature import Signature

Naming = tuple[str, str, bool]
"""A name, a kind, and whether a gazetteer says so."""


@dataclass(frozen=True, slots=True)
class Told:
    """One document: what a summary tells of it, the date it bears, and its units for counting.

    `signature`, `number` (a cable's) and `said` (its passages, packed) are for telling other forms of its text, and
    `named` is how often it names which entity: what its counts lose where it is such a form.
    """

    id: str
    path: str
    kind: str
    passages: int
    mentions: int
    date: str | None
    units: Units
    signature: Signature
    number: str
    said: bytes
    named: list[tuple[str, int]]


@dataclass(slots=True)
class Thing:
    """What some documents add to one entity.

    `namings` are mentions and rows by what it was called, `surfaces` counts by spelling.
    """

    mentions: int = 0
    documents: int = 0
    paragraphs: int = 0
    namings: dict[Naming, list[int]] = field(default_factory=dict)
    surfaces: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Thing") -> None:
        """Add what other documents say of the same entity."""
        self.mentions += other.mentions
        self.documents += other.documents
        self.paragraphs += other.paragraphs
        for naming, (mentions, rows) in other.namings.items():
            mine = self.namings.setdefault(naming, [0, 0])
            mine[0] += mentions
            mine[1] += rows
        self.surfaces.update(other.surfaces)


@dataclass(slots=True)
class Chunk:
    """Some documents; `lines` are their own CSV rows, by the name of the table."""

    told: list[Told] = field(default_factory=list)
    lines: dict[str, Lines] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=lambda: defaultdict(Thing))
    posts: list[Values] = field(default_factory=list)
    parents: list[Values] = field(default_factory=list)


def chunk_of(documents: Sequence[Extraction]) -> Chunk:
    """Return what some documents, each of another content, give to an import."""
    chunk = Chunk()
    rows = Rows(documents)
    _gather(chunk, rows)
    mentions: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, entity, *_, n in rows.names:
        mentions[id_][entity] += n
    chunk.told = [
        _told(document, signature, mentions[document.document.id])
        for document, signature in zip(documents, rows.signatures, strict=True)
    ]
    chunk.lines = {table.name: packed(lines) for table, lines in _lines(rows)}
    chunk.things = dict(chunk.things)
    chunk.posts, chunk.parents = rows.posts, rows.parents
    return chunk


def _told(document: Extraction, signature: Signature, mentions: Counter[str]) -> Told:
    named: dict[int, set[str]] = defaultdict(set)
    for mention in document.mentions:
        named[mention.passage].add(mention.entity)
    counting = [
        (p.block, p.text, sorted(named.get(p.ordinal, ()))) for p in document.passages if p.part in CO_MENTIONING
    ]
    return Told(
        document.document.id,
        document.document.path,
        document.document.kind.value,
        len(document.passages),
        len(document.mentions),
        document.document.written,
        units_of(document.document.id, counting),
        signature,
        dict(document.document.numbers).get("cable", ""),
        packed_passages([(passage.part, passage.text) for passage in document.passages]),
        list(mentions.items()),
    )


def packed_passages(passages: list[tuple[str, str]]) -> bytes:
    """Return passages, each as (part, shown text), as few bytes."""
    return zlib.compress(json.dumps(passages).encode(), 1)


def unpacked_passages(given: bytes) -> list[tuple[str, str]]:
    """Return the passages that `packed_passages` was given."""
    return [(part, text) for part, text in json.loads(zlib.decompress(given))]


def _gather(chunk: Chunk, rows: Rows) -> None:
    for row in rows.entities:
        thing = chunk.things[row["id"]]
        thing.mentions, thing.documents, thing.paragraphs = row["mentions"], row["documents"], row["paragraphs"]
    for _, entity, _, name, kind, known, mentions in rows.names:
        sums = chunk.things[entity].namings.setdefault((name, kind, known), [0, 0])
        sums[0] += mentions
        sums[1] += 1
    for document in rows.documents:
        for passage in document["passages"]:
            for mention in passage["mentions"]:
                chunk.things[mention[0]].surfaces[mention[5]] += 1


def _lines(rows: Rows) -> Iterable[tuple[Table, list[str]]]:
    yield DOCUMENTS, _nodes(DOCUMENTS, (row["document"] for row in rows.texts))
    texts = [{"id": row["document"]["id"], "content": row["content"], **row["signature"]} for row in rows.texts]
    yield TEXTS, _nodes(TEXTS, texts)
    yield READ_FROM, [f"{row['id']},{row['id']}" for row in texts]
    passages = [(each["id"], passage) for each in rows.documents for passage in each["passages"]]
    yield PASSAGES, _nodes(PASSAGES, (passage["properties"] for _, passage in passages))
    yield HAS, [f"{id_},{passage['properties']['id']}" for id_, passage in passages]
    yield MENTIONS, [_mention(passage["properties"]["id"], m) for _, passage in passages for m in passage["mentions"]]
    yield (
        NAMES,
        [
            f"{document},{entity},{quoted(source)},{quoted(name)},{kind},{cell(known)},{mentions}"
            for document, entity, source, name, kind, known, mentions in rows.names
        ],
    )
    yield ROLES, [f"{entity},{document},{quoted(title)},{kind}" for entity, kind, title, document in rows.roles]


def _nodes(table: Table, rows: Iterable[Row]) -> list[str]:
    names = table.properties
    return [",".join([row["id"], *[cell(row.get(name)) for name in names]]) for row in rows]


def _mention(passage: str, mention: Values) -> str:
    entity, start, end, shown_start, shown_end, surface, source, method, confidence = mention
    places = f"{start},{end},{shown_start},{shown_end}"
    return f"{passage},{entity},{places},{quoted(surface)},{quoted(source)},{method},{confidence!r}"
