"""A mention: one name at one place of a document."""

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """Who found a mention."""

    STRUCTURE = "structure"
    """The form of the document: a header, a clearance block, a signature."""
    TAG = "tag"
    """The machine tagger's bracket, repaired."""
    GAZETTEER = "gazetteer"
    MODEL = "model"
    RULE = "rule"
    """A rule over the words, or the same name found elsewhere in the document."""
    PERSON = "person"
    """A reader of the document said so."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start:end` of the source text, in code points, end exclusive.

    The source text of the span, tags removed and white space collapsed, is `surface`. `shown_start:shown_end` is the
    same name in the text of its passage (`passage` is that passage's ordinal). `entity` is the id it resolves to, and
    `source` what this document calls it: the folded name that all its mentions of one source entity share.
    `confidence` is between 0 and 1.
    """

    entity: str
    source: str
    surface: str
    start: int
    end: int
    passage: int
    shown_start: int
    shown_end: int
    method: Method
    confidence: float = 1.0
