"""What a document says of two things beyond naming them together."""

from dataclasses import dataclass
from enum import StrEnum

DOCUMENT = "document"
"""The object of a relation whose object is the document itself."""


class RelationKind(StrEnum):
    """Relations that a document's form states; the first six have the document as their object."""

    DRAFTED = "drafted"
    CLEARED = "cleared"
    APPROVED = "approved"
    REVIEWED = "reviewed"
    CLASSIFIED = "classified"
    SIGNED = "signed"
    WORKS_AT = "works_at"
    """A person and an agency: `HOLDS {title}` in Neo4j."""
    PART_OF = "part_of"
    """An agency and the agency above it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` (an entity's id) stands in `kind` to `object` (an entity's id, or `DOCUMENT`), as `passage` says."""

    subject: str
    kind: RelationKind
    object: str
    title: str = ""
    passage: int | None = None
