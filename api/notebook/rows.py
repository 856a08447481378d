"""How each kind of answer is written as a row."""

from typing import Any

from graph.answer import DocumentRow, EntityRow, Evidence, Neighbour, PassageHit

ENTITY = ("name", "kind", "mentions", "documents", "aliases", "id")
NEIGHBOUR = ("name", "kind", "passages", "paragraphs", "documents", "llr", "npmi", "observed", "expected", "q", "id")
EVIDENCE = ("date", "document", "subject", "paragraph", "marking", "text")
DOCUMENT = ("date", "kind", "subject", "origin", "marking", "path", "id")
HIT = ("date", "document", "subject", "paragraph", "text")


def entity_row(row: EntityRow) -> dict[str, Any]:
    """Return an entity as a row."""
    return {
        "name": row.name,
        "kind": row.kind,
        "mentions": row.mentions,
        "documents": row.documents,
        "aliases": ", ".join(row.aliases),
        "id": row.id,
    }


def neighbour_row(row: Neighbour) -> dict[str, Any]:
    """Return a neighbour as a row."""
    weight = row.weight
    return {
        "name": row.entity.name,
        "kind": row.entity.kind,
        "passages": weight.passages,
        "paragraphs": weight.paragraphs,
        "documents": weight.documents,
        "llr": weight.llr,
        "npmi": weight.npmi,
        "observed": weight.observed,
        "expected": weight.expected,
        "q": weight.q,
        "id": row.entity.id,
    }


def evidence_row(row: Evidence) -> dict[str, Any]:
    """Return a text that names two entities as a row."""
    return _quoted(row)


def document_row(row: DocumentRow) -> dict[str, Any]:
    """Return a document as a row."""
    return {name: getattr(row, name) for name in DOCUMENT}


def hit_row(row: PassageHit) -> dict[str, Any]:
    """Return a passage that was searched for as a row."""
    return _quoted(row)


def _quoted(row: Evidence | PassageHit) -> dict[str, Any]:
    document = row.document
    return {
        "date": document.date,
        "document": document.id,
        "subject": document.subject or document.path,
        "paragraph": row.paragraph,
        "marking": row.marking,
        "text": row.text,
    }
