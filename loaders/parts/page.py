"""The lines of a released page: stamps, banners, running heads and noise told from text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from loaders.parts.redaction import CODE


class LineKind(Enum):
    """What a line is."""

    TEXT = auto()
    BLANK = auto()
    STAMP = auto()
    """A page stamp, a release stamp, a banner."""
    NOISE = auto()
    """A page number, OCR dirt."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without the white space around it; `indent` is how far it stands in."""

    start: int
    end: int
    kind: LineKind
    indent: int = 0
    caption: bool = False
    """It stood beside a release stamp on one line."""


_RELEASE = re.compile(
    rf"\W{{0,3}}\b[IT]?RELEASED?\s+IN\s*(?:PART|FULL|PAR)\w*[,.]*(?:[\s,]*{CODE})*(?:[\s,]*\bNR\b)?|\bRELEASED?(?:\s+IN)?\s*$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"U\.?S\.? Department of State\s+Case No|^\W*(?:Case No\.?|Doc No\.?)\s*[:.]?\s*[CF]|STATE DEPT\.? - PRODUCED"
    r"|\bClassified by DAS\b.{0,40}DoS\b|— Class: [A-Z]+\b|SUBJECT TO AGREEMENT ON SENSITIVE"
    r"|^\s*STATE-SCB\d+|^\W*Date: \d\d/\d\d/\d{4}(?:\s{3,}.*)?$|^\s*(?:IN\s+)?(?:PART|FULL)(?:[\s,]+B\d.*)?$"
    r"|^\s*UNCLASSIFIED\s*$"
    r"|^\s*U\.S\. Department of State\s*$|^\W*(?:Case|Doc) No\b"
)
_LEVEL = (
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UN-CLASSIFIED|SENSITIVE BUT UN-?CLASSIF\S*|SBU"
    r"|NOFORN|ORCON|SENSITIVE|FOUO|FOR OFFICIAL USE ONLY|NODIS|EXDIS)"
)
BANNER = re.compile(rf"^\W*{_LEVEL}(?:\s*/{{1,2}}\s*{_LEVEL})*\W*$")
_CODES_ONLY = re.compile(rf"^\W*(?:{CODE}[\s,.;]*)+\d?$")
_NUMBER = re.compile(r"^\W*(?:-\s*)?(?:Page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_WORDISH = re.compile(r"[^\W\d_]{2}|\b[A-Z]\b")
_GAP = re.compile(r"\s{3,}")
_ANY_LINE = re.compile(r"[^\n\f\v\r]*(?:\r\n|[\n\f\v\r]|$)")
_TOO_LONG = 400


def lines(text: str) -> Iterator[Line]:
    """Give the lines of a text in order, each with its kind; one that holds a release stamp beside text gives both."""
    at = 0
    after_release = False
    while at < len(text):
        match = _ANY_LINE.match(text, at)
        if match is None or match.end() == at:
            return
        found = list(_line(text, at, match.end(), after_release=after_release))
        yield from found
        if any(line.kind is not LineKind.BLANK for line in found):
            after_release = any(
                _RELEASE.search(text, line.start, line.end) for line in found if line.kind is LineKind.STAMP
            )
        at = match.end()


def _line(text: str, start: int, end: int, *, after_release: bool) -> Iterator[Line]:
    line = text[start:end]
    content = line.strip()
    if not content:
        yield Line(start, end, LineKind.BLANK)
        return
    indent = len(line) - len(line.lstrip())
    a, b = start + indent, start + indent + len(content)
    if len(content) > _TOO_LONG:
        yield Line(a, b, LineKind.TEXT, indent)
    elif _STAMP.search(content) or BANNER.match(content) or (after_release and _CODES_ONLY.match(content)):
        yield Line(a, b, LineKind.STAMP, indent)
    elif release := _RELEASE.search(content):
        yield from _beside(text, a, b, (a + release.start(), a + release.end()), indent)
    elif _NUMBER.match(content) or not (_WORDISH.search(content) or _CODES_ONLY.match(content)):
        yield Line(a, b, LineKind.NOISE, indent)
    else:
        yield Line(a, b, LineKind.TEXT, indent)


def _beside(text: str, start: int, end: int, stamp: tuple[int, int], indent: int) -> Iterator[Line]:
    """A release stamp with what stands to its left and right."""
    for a, b, kind in ((start, stamp[0], LineKind.TEXT), (*stamp, LineKind.STAMP), (stamp[1], end, LineKind.TEXT)):
        inner = text[a:b]
        if not inner.strip():
            continue
        a += len(inner) - len(inner.lstrip())  # noqa: PLW2901
        b -= len(inner) - len(inner.rstrip())  # noqa: PLW2901
        real = kind if _WORDISH.search(text[a:b]) and not _CODES_ONLY.match(text[a:b]) else LineKind.STAMP
        caption = real is LineKind.TEXT and a > stamp[0] and not _GAP.match(inner)
        yield Line(a, b, real, indent, caption)
