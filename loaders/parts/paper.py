"""The lines of a paper put together: headers, blocks, paragraphs that go on over a page's edge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.passage import Part
from loaders.mail import MailHeader, read_mail_header
from loaders.parts.clearance import Clearance, read_clearance, read_review
from loaders.parts.draft import Draft
from loaders.parts.page import BANNER, Line, LineKind, lines
from loaders.parts.redaction import CODES

_DATELINE = re.compile(
    r"(?:^|\s{3,}|,\s)((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})\s*$"
)
_SEPARATOR = re.compile(r"[\s>-]*(?:Original|Forwarded|Begin forwarded)\s+[Mm]essage\b[\s:-]*\Z")
_BULLET = re.compile(r"(?:[•*·▪■o»-]|--|\(?\d{1,2}[.)]|\(?[a-z][.)]|\([A-Z]{1,3}\))\s")
_OPENS_LOW = re.compile(r"[a-z(,;]")
_ENDS = re.compile(r"[.?!:][\"”')\]]*$")
_DEPARTMENT = re.compile(r"U\.S\. Department of State$")
_TOP_LINES = 60
_HEADING_LONGEST = 160
_NARROW = 64
"""A paragraph narrower than this is no running text: its lines are a signature, an address, a list."""
_SMALL = frozenset({"of", "the", "for", "and", "to", "in", "on", "de", "la", "del", "van", "von", "al", "el", "bin"})
_SHORT = 0.62
"""A line shorter than this share of its paragraph's width was ended on purpose."""


@dataclass(slots=True)
class Paper:
    """Reads the lines of a paper into a draft, and notes what they say of the paper as a whole."""

    draft: Draft
    mails: list[MailHeader] = field(default_factory=list)
    caption: str = ""
    """What stood beside the release stamp."""
    banner: str = ""
    dateline: str = ""
    _paragraph: list[Line] = field(default_factory=list)
    _held: list[Line] = field(default_factory=list)
    """Stamps and blank lines after an open paragraph."""

    def read(self) -> None:
        """Read every line."""
        text = self.draft.layer.text
        page = list(_signed(text, list(lines(text))))
        at = 0
        while at < len(page):
            self._note(text, page[at], at)
            at = self._take(text, page, at)
        self._flush()

    def _take(self, text: str, page: list[Line], at: int) -> int:
        """Take the line `at`, and the lines of the block that begins there; return the index of the line after."""
        line = page[at]
        if line.kind is not LineKind.TEXT:
            self._held.append(line)
            return at + 1
        block = read_review(text, line) or read_clearance(text, page, at) or read_mail_header(text, page, at)
        if block:
            self._flush()
            return self._add_block(page, at, block)
        if self._held and not self._goes_on(text, line):
            self._flush()
        if line.caption and not self.caption:
            self.caption = plain(text[line.start : line.end])
            self.draft.add(line.start, line.end, Part.SUBJECT, whole=True)
        else:
            self._held.clear()
            self._paragraph.append(line)
        return at + 1

    def _add_block(self, page: list[Line], at: int, block: MailHeader | Clearance) -> int:
        self.draft.stretches += block.stretches
        self.draft.names += block.names
        self.draft.duties += block.duties
        if isinstance(block, MailHeader):
            self.mails.append(block)
        taken = [(s.start, s.end) for s in block.stretches]
        for line in page[at + 1 : block.after]:
            if line.kind is LineKind.STAMP and not any(a < line.end and line.start < b for a, b in taken):
                self.draft.add(line.start, line.end, Part.STAMP, whole=True)
        return max(block.after, at + 1)

    def _goes_on(self, text: str, line: Line) -> bool:
        """Whether the paragraph goes on after a page's edge: its sentence was not over, the next word opens none."""
        if not self._paragraph or not any(held.kind is LineKind.STAMP for held in self._held):
            return False
        last = self._paragraph[-1]
        return not _ENDS.search(text[last.start : last.end]) and bool(_OPENS_LOW.match(text, line.start))

    def _note(self, text: str, line: Line, at: int) -> None:
        if line.kind is LineKind.STAMP and not self.banner and BANNER.match(text[line.start : line.end]):
            self.banner = text[line.start : line.end].strip(" ./-*")
        elif line.kind is LineKind.TEXT and at < _TOP_LINES and not self.dateline:
            match = _DATELINE.search(text[line.start : min(line.end, line.start + _HEADING_LONGEST)])
            self.dateline = match[1] if match else ""

    def _flush(self) -> None:
        if self._paragraph:
            self._add_paragraph(self._paragraph)
        for line in self._held:
            if line.kind is LineKind.STAMP:
                self.draft.add(line.start, line.end, Part.STAMP, whole=True)
        self._paragraph = []
        self._held = []

    def _add_paragraph(self, paragraph: list[Line]) -> None:
        """Add a paragraph: one stretch for each run of lines that were filled to the margin."""
        text = self.draft.layer.text
        if _SEPARATOR.match(text, paragraph[0].start, paragraph[0].end):
            self.draft.add(paragraph[0].start, paragraph[0].end, Part.HEADING, whole=True)
            paragraph = paragraph[1:]
        if not paragraph:
            return
        if _is_heading(text[paragraph[0].start : paragraph[-1].end]):
            self.draft.add(paragraph[0].start, paragraph[-1].end, Part.HEADING, whole=True)
            return
        self._blank_between(paragraph)
        width = max(line.indent + line.end - line.start for line in paragraph)
        start = paragraph[0].start
        joined = False
        for line, following in zip(paragraph, [*paragraph[1:], None], strict=True):
            if following and not _hard_break(text, line, following, width):
                continue
            self.draft.add(start, line.end, Part.BODY, joined=joined)
            joined = True
            start = following.start if following else line.end

    def _blank_between(self, paragraph: list[Line]) -> None:
        """What stands between the lines of a paragraph (a page stamp) is left out of it; positions stay."""
        text = self.draft.layer.text
        gaps = [(a.end, b.start) for a, b in pairwise(paragraph) if text[a.end : b.start].strip()]
        if gaps:
            self.draft.layer = self.draft.layer.edited([(a, b, " " * (b - a)) for a, b in gaps])


def _signed(text: str, page: list[Line]) -> Iterator[Line]:
    """Give the lines, the department's name being text where no stamp stands beside it: it signs a letter or a mail."""
    solid = [line for line in page if line.kind is not LineKind.BLANK]
    beside = {b.start: (a, c) for a, b, c in zip([None, *solid], solid, [*solid[1:], None], strict=False)}
    for line in page:
        if line.kind is LineKind.STAMP and _DEPARTMENT.match(text, line.start, line.end):
            near = [other for other in beside[line.start] if other is not None]
            if all(other.kind is not LineKind.STAMP for other in near):
                yield replace(line, kind=LineKind.TEXT)
                continue
        yield line


def plain(caption: str) -> str:
    """Return a caption without exemption codes."""
    return " ".join(CODES.sub(" ", caption).split()).strip(" ,")


def _hard_break(text: str, line: Line, following: Line, width: int) -> bool:
    if _BULLET.match(text, following.start):
        return True
    if width < _NARROW and _stands_alone(text[line.start : line.end]) and text[following.start].isupper():
        return True
    short = line.indent + line.end - line.start < _SHORT * width
    return short and not _OPENS_LOW.match(text, following.start)


def _stands_alone(words: str) -> bool:
    """Whether a short line reads as one of a signature's (`Office of the Counselor`): nothing is left open."""
    tokens = words.split()
    if not tokens or tokens[-1][0].islower() or tokens[-1].endswith((",", "-")) or words.endswith((".", ";")):
        return False
    return all(t[0].isupper() or not t[0].isalpha() or t in _SMALL for t in tokens)


def _is_heading(words: str) -> bool:
    if len(words) > 2 * _HEADING_LONGEST:
        return False
    line = plain(words)
    return len(line) < _HEADING_LONGEST and line.isupper() and not _ENDS.search(line) and len(line.split()) > 1
