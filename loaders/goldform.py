"""The JSON form in which an extraction is written to a file and scored."""

from typing import Any

from graph.extraction import Extraction
from graph.relation import RelationKind


def to_gold(extraction: Extraction) -> dict[str, Any]:
    """Return an extraction as JSON values: file, document, entities, mentions (offsets in code points), relations.

    The form says who works at an agency that the text names: that a cable's signer works at the post in its number
    stands in the store, and not here.
    """
    document = extraction.document
    mentioned = {m.entity for m in extraction.mentions}
    return {
        "file": document.path.rsplit("/", 1)[-1],
        "document": {
            "id": document.id,
            "kind": document.kind.value,
            "date": document.date.value if document.date else None,
            "subject": document.subject,
            "marking": document.marking,
            "origin": document.origin,
            "numbers": dict(document.numbers),
        },
        "entities": [
            {
                "id": e.id,
                "kind": e.kind.value,
                "name": e.name,
                "aliases": list(e.aliases),
                "posts": [{"title": p.title, "office": p.office, "agency": p.agency} for p in e.posts],
            }
            for e in extraction.entities
        ],
        "mentions": [
            {
                "entity": m.entity,
                "surface": m.surface,
                "start": m.start,
                "end": m.end,
                "method": m.method.value,
                "confidence": m.confidence,
            }
            for m in extraction.mentions
        ],
        "relations": [
            {
                "subject": r.subject,
                "relation": r.kind.value,
                "object": r.object,
                **({"title": r.title} if r.title else {}),
            }
            for r in extraction.relations
            if r.object in mentioned or r.kind is not RelationKind.WORKS_AT
        ],
    }
