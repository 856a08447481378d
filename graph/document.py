"""The record of one source file."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """The form of a document."""

    CABLE = "cable"
    FOIA = "foia"
    EMAIL = "email"
    TEXT = "text"


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DateSource(StrEnum):
    """Where a date was read. A declassification date (DECL:) is never one."""

    SENT = "sent"
    STAMPED = "stamped"
    NUMBER = "number"
    FILENAME = "filename"


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date with what is known of it: `value` is ISO 8601, cut to its precision (`2009-12-17`, `2009-12`, `2009`)."""

    value: str
    precision: DatePrecision
    source: DateSource


@dataclass(frozen=True, slots=True)
class Document:
    """One source file's record.

    `id` is the first 16 hex digits of the SHA-256 of the file's bytes (`hash` is the whole of it). Printed numbers
    (`cable`, `case`, `doc`) recur across documents: they are properties, never identities. `path` is where the file
    was read: the whole path with forward slashes, `~` for the user's home; for an upload, the file's name.
    """

    id: str
    hash: str
    path: str
    kind: DocumentKind
    subject: str = ""
    date: DocumentDate | None = None
    origin: str = ""
    marking: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def written(self) -> str | None:
        """The date that the document itself bears; a release stamp's is that of its release, and none of its own."""
        return self.date.value if self.date and self.date.source is not DateSource.STAMPED else None


def content_hash(raw: bytes) -> str:
    """Return the SHA-256 of a file's bytes, as 64 hex digits."""
    return hashlib.sha256(raw).hexdigest()


def document_id(digest: str) -> str:
    """Return the document identifier that belongs to a content hash."""
    return digest[:16]
