"""A passage: one sentence of a document, and what was blacked out in it."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which part of its document a passage stands in."""

    HEADER = "header"
    """Classification, number, E.O., TAGS, REF, Classified By, Reason; From / To / Sent of a mail or memo."""
    ADDRESS = "address"
    """Routing: FM, TO, INFO, mailing and distribution lists."""
    SUBJECT = "subject"
    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"
    CLEARANCE = "clearance"
    """Drafted / cleared / approved blocks and review authority."""
    STAMP = "stamp"
    """Release stamps, banners, running heads, page-break lines."""


CO_MENTIONING = frozenset({Part.SUBJECT, Part.HEADING, Part.BODY})
"""The parts whose passages make co-mentions: being on one address list or clearance sheet is no evidence of a link."""
PARTS = sorted(part.value for part in CO_MENTIONING)
"""The same as queries take them."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """Something blacked out, at `start:end` of the passage's shown text; `code` is the exemption printed, if any."""

    start: int
    end: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document.

    `start:end` is its place in the source text, in code points; `text` is what a person is shown: tags removed,
    tokenised punctuation repaired, white space collapsed. `ordinal` counts the document's passages from 0, and `block`
    its paragraphs from 0 (a printed paragraph, or text between blank lines: the scope of a paragraph co-mention).
    `paragraph` is the paragraph's printed number, if it has one, and `marking` its portion mark without brackets (`S`).
    """

    ordinal: int
    start: int
    end: int
    text: str
    part: Part
    block: int
    paragraph: int | None = None
    marking: str = ""
    redactions: tuple[Redaction, ...] = ()
