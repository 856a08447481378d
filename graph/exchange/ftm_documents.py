"""Documents in FollowTheMoney, with what they name and who drafted, cleared or signed them."""

from collections.abc import Iterator

from graph.bolt import Row
from graph.document import DateSource, DocumentKind
from graph.entity import Kind
from graph.exchange.ftm_entities import SCHEMAS
from graph.exchange.ftm_value import Entity, document_id, made, made_id, thing_id


def document_entities(row: Row) -> Iterator[Entity]:
    """Give a document, a Mention for each thing that it names, and a Documentation for each role in it."""
    document = row["document"]
    id_ = document["id"]
    yield _document(row)
    for entity, kind, name in row["names"]:
        yield made(
            made_id("mention", id_, entity, name),
            "Mention",
            {
                "document": [document_id(id_)],
                "name": [name],
                "detectedSchema": [SCHEMAS[kind]],
                # What a Mention resolves to is a LegalEntity; a place is none.
                "resolved": [] if kind == Kind.PLACE else [thing_id(entity)],
            },
        )
    for entity, role, title in row["roles"]:
        yield made(
            made_id("role", id_, entity, role, title or ""),
            "Documentation",
            {
                "document": [document_id(id_)],
                "entity": [thing_id(entity)],
                "role": [role, title],
                "date": [_written(document)],
            },
        )


def _document(row: Row) -> Entity:
    document = row["document"]
    stamped = document["date_source"] == DateSource.STAMPED
    name = document["path"].rsplit("/", 1)[-1]
    numbers = [document[number] for number in ("cable", "case", "doc") if document[number]]
    # A release stamp's date is that of the release. The stored hash is SHA-256 and FollowTheMoney's is SHA-1.
    return made(
        document_id(document["id"]),
        "Email" if document["kind"] == DocumentKind.EMAIL else "PlainText",
        {
            "title": [document["subject"] or name],
            "fileName": [name],
            "date": [_written(document)],
            "publishedAt": [document["date"] if stamped else None],
            "author": [document["origin"]],
            "keywords": [document["kind"], *(document["tags"] or ())],
            "notes": [*(f"number {number}" for number in numbers), document["marking"]],
            "bodyText": ["\n".join(row["passages"])],
        },
    )


def _written(document: Row) -> str | None:
    """Return the date that a document itself bears."""
    return None if document["date_source"] == DateSource.STAMPED else document["date"]
