"""Extractions as the rows that writing queries take: plain dicts and lists."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from graph.comention import Pair, PairCount, Place, pairs_of, paragraphs_of, places
from graph.document import Document
from graph.extraction import Extraction
from graph.mention import Mention
from graph.name import fold
from graph.passage import Passage
from graph.relation import DOCUMENT, RelationKind
from graph.signature import Signature, signature

Row = dict[str, Any]
Values = list[Any]
_NUMBERS = ("cable", "case", "doc")


@dataclass(slots=True)
class _Count:
    """What some documents add to an entity or a pair."""

    mentions: int = 0
    documents: int = 0
    paragraphs: int = 0
    passages: int = 0
    dates: list[str] = field(default_factory=list)

    def add(self, n: PairCount, date: str | None) -> None:
        self.passages += n.passages
        self.paragraphs += n.paragraphs
        self.documents += 1
        if date:
            self.dates.append(date)


class Rows:
    """The rows of a batch of documents. Each sums over the batch what several documents say of the same thing."""

    def __init__(self, batch: Sequence[Extraction]) -> None:
        self._batch = batch
        self._paragraphs: list[int] = []
        self.documents: list[Row] = []
        self.names: list[Values] = []
        self.roles: list[Values] = []
        self._entities: dict[str, _Count] = defaultdict(_Count)
        self._first: dict[str, tuple[str, str, str]] = {}
        self._places: list[tuple[str | None, list[Place]]] = []
        self._posts: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._parents: dict[tuple[str, str], set[str]] = defaultdict(set)
        for extraction in batch:
            self._add(extraction)

    @cached_property
    def signatures(self) -> list[Signature]:
        """The signature of each document, in the order of the batch; made when first asked for."""
        return [signature(x.document.id, [(passage.part, passage.text) for passage in x.passages]) for x in self._batch]

    @cached_property
    def texts(self) -> list[Row]:
        """A row a document: its record, its compressed source text and its signature; made when first asked for."""
        return [
            {
                "document": document_row(x.document, paragraphs),
                "content": zlib.compress(x.text.encode()),
                "signature": signature_row(signed),
            }
            for x, paragraphs, signed in zip(self._batch, self._paragraphs, self.signatures, strict=True)
        ]

    @property
    def entities(self) -> list[Row]:
        """A row an entity: its counts, and a provisional name and kind for one that is new."""
        return [
            {
                "id": id_,
                "name": self._first[id_][0],
                "kind": self._first[id_][1],
                "label": self._first[id_][2],
                "mentions": n.mentions,
                "documents": n.documents,
                "paragraphs": n.paragraphs,
            }
            for id_, n in sorted(self._entities.items())
        ]

    def pairs(self, size: int) -> Iterator[list[Values]]:
        """Give the pairs in slices of at most `size`, each by first ends: `[a, [other ends]]`.

        Another end is `[b, passages, paragraphs, documents, first, last]`; dates are None where none is known.
        """
        counts: dict[Pair, _Count] = defaultdict(_Count)
        for date, counted in self._places:
            for both, n in pairs_of(counted).items():
                counts[both].add(n, date)
        pairs = sorted(counts)
        for start in range(0, len(pairs), size):
            by_first = groupby(pairs[start : start + size], itemgetter(0))
            yield [[a, [_other_end(both[1], counts[both]) for both in group]] for a, group in by_first]

    @property
    def posts(self) -> list[Values]:
        """`[official, agency, title, documents]` a post."""
        return [[*key, sorted(ids)] for key, ids in sorted(self._posts.items())]

    @property
    def parents(self) -> list[Values]:
        """`[agency, the agency above it, documents]`."""
        return [[*key, sorted(ids)] for key, ids in sorted(self._parents.items())]

    def _add(self, extraction: Extraction) -> None:
        document = extraction.document
        counted = list(places(extraction))
        paragraphs, naming = paragraphs_of(counted)
        self._paragraphs.append(paragraphs)
        self.documents.append({"id": document.id, "passages": _passage_rows(extraction)})
        mentions = Counter((m.entity, m.source) for m in extraction.mentions)
        self._add_entities(extraction, mentions, naming)
        self._places.append((document.written, counted))
        self._add_relations(extraction)

    def _add_entities(self, extraction: Extraction, mentions: Counter[tuple[str, str]], naming: Counter[str]) -> None:
        sources: dict[str, list[str]] = defaultdict(list)
        for id_, source in sorted(mentions):
            sources[id_].append(source)
        for entity in {e.id: e for e in extraction.entities}.values():
            self._first.setdefault(entity.id, (entity.name, entity.kind.value, entity.kind.label))
            count = self._entities[entity.id]
            count.documents += 1
            count.paragraphs += naming[entity.id]
            for source in sources.get(entity.id) or [fold(entity.name)]:
                n = mentions[entity.id, source]
                count.mentions += n
                self.names.append(
                    [extraction.document.id, entity.id, source, entity.name, entity.kind.value, entity.known, n]
                )

    def _add_relations(self, extraction: Extraction) -> None:
        id_ = extraction.document.id
        roles = set()
        for relation in extraction.relations:
            if relation.object == DOCUMENT:
                roles.add((relation.subject, relation.kind.value.upper(), relation.title, id_))
            elif relation.kind is RelationKind.WORKS_AT:
                self._posts[relation.subject, relation.object, relation.title].add(id_)
            elif relation.kind is RelationKind.PART_OF:
                self._parents[relation.subject, relation.object].add(id_)
        self.roles.extend(list(role) for role in sorted(roles))


def _other_end(b: str, n: _Count) -> Values:
    return [b, n.passages, n.paragraphs, n.documents, min(n.dates, default=None), max(n.dates, default=None)]


def document_row(document: Document, paragraphs: int) -> Row:
    """Return a document's properties; what is None is not stored."""
    numbers = dict(document.numbers)
    date = document.date
    return {
        "id": document.id,
        "hash": document.hash,
        "path": document.path,
        "kind": document.kind.value,
        "subject": document.subject,
        "date": date.value if date else None,
        "date_precision": date.precision.value if date else None,
        "date_source": date.source.value if date else None,
        "origin": document.origin,
        "marking": document.marking,
        **{number: numbers.get(number) for number in _NUMBERS},
        "tags": list(document.tags),
        "paragraphs": paragraphs,
    }


def signature_row(signed: Signature) -> Row:
    """Return what a source text carries of its signature."""
    return {"text": signed.text, "size": signed.size} | {f"band{n}": band for n, band in enumerate(signed.bands)}


def _passage_rows(extraction: Extraction) -> list[Row]:
    mentions: dict[int, list[Values]] = defaultdict(list)
    for mention in extraction.mentions:
        mentions[mention.passage].append(_mention_values(mention))
    return [
        {"properties": _passage_row(extraction.document.id, passage), "mentions": mentions.get(passage.ordinal, [])}
        for passage in extraction.passages
    ]


def _passage_row(document_id: str, passage: Passage) -> Row:
    return {
        "id": f"{document_id}/{passage.ordinal}",
        "ordinal": passage.ordinal,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "part": passage.part.value,
        "block": passage.block,
        "paragraph": passage.paragraph,
        "marking": passage.marking,
        "redactions": list(chain.from_iterable((r.start, r.end) for r in passage.redactions)) or None,
        "redaction_codes": [r.code for r in passage.redactions] if any(r.code for r in passage.redactions) else None,
    }


def _mention_values(mention: Mention) -> Values:
    return [
        mention.entity,
        mention.start,
        mention.end,
        mention.shown_start,
        mention.shown_end,
        mention.surface,
        mention.source,
        mention.method.value,
        mention.confidence,
    ]
