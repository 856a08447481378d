"""The header of a mail or a memo: From, Sent, To, Cc, Subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.entity import Kind
from graph.passage import Part
from loaders.parts.addresses import GOVERNMENT, people
from loaders.parts.draft import Duty, Name, Stretch
from loaders.parts.memo import sender
from loaders.parts.page import Line, LineKind
from loaders.parts.redaction import CODES

_LABEL = re.compile(
    r"[\s>»•*|.'\"]*(?P<label>From|FROM|Sent|SENT|To|TO|Cc|CC|cc|Bcc|BCC|Subject|SUBJECT|Subj|Date|DATE|Attachments?|Importance|Reply-?To|Conversation"
    r"|Follow Up Flag|Flag Status|When|Where|THROUGH|THRU|RE|Re|FOR|For|ATTACHMENTS?|INFO)"
    r"\s*(?:[:;]|(?P<weak>\.?(?=\s)|$))\s*"
)
_BREAKS = frozenset({"from", "sent", "to", "cc", "bcc", "subject", "date", "attachments", "importance"})
_STARTS = frozenset({"from", "to", "sent", "date", "for"})
_ADDRESSED = frozenset({"to", "cc", "bcc"})
_PEOPLE = frozenset({"from", "to", "cc", "bcc", "through", "thru", "for"})
_LOOK_AHEAD = 12
_LONGEST = 60
_GAP, _EDGE = 4, 30
"""Blank lines between the lines of a header, and about a page's edge within it."""
_COLUMN = 16


@dataclass(slots=True)
class MailHeader:
    """A header block: which lines it takes (`after` is the index of the line after it), and what it says."""

    after: int
    memo: bool
    subject: str = ""
    sent: str = ""
    origin: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Field:
    label: str
    start: int
    values: tuple[tuple[int, int], ...]
    end: int


def read_mail_header(text: str, page: Sequence[Line], index: int) -> MailHeader | None:
    """Read the header block that begins at line `index`; None where none does."""
    match = _LABEL.match(text, page[index].start, page[index].end)
    if match is None or match["weak"] is not None or match["label"].lower() not in _STARTS:
        return None
    fields, after = _fields(text, page, index)
    labels = {f.label.lower() for f in fields}
    if len(fields) < 2 or not labels & {"sent", "date", "subject", "re"} or not labels & {"from", "to", "sent"}:  # noqa: PLR2004
        return None
    memo = any(f.label in {"FROM", "TO", "SUBJECT", "THROUGH"} for f in fields) and "sent" not in labels
    header = MailHeader(after, memo)
    for number, one in enumerate(fields):
        _read(header, text, one, first=number == 0)
    return header


def _fields(text: str, page: Sequence[Line], index: int) -> tuple[list[_Field], int]:
    fields: list[_Field] = []
    at = index
    seen: set[str] = set()
    while at < len(page) and at - index < _LONGEST:
        label_at = _next_label(text, page, at, skip_blank=bool(fields))
        if label_at is None:
            break
        match = _LABEL.match(text, page[label_at].start, page[label_at].end)
        if match is None or match["label"].lower() in seen:
            break
        label = match["label"]
        if match["weak"] is not None and (not fields or label.lower() not in _BREAKS or label in {"For", "Re"}):
            break
        seen.add(label.lower())
        column = page[label_at].indent + match.end() - page[label_at].start
        values = [(match.end(), page[label_at].end)]
        at = label_at + 1
        until = _before_label(text, page, at) if label.lower() in _ADDRESSED else at
        while at < len(page) and (at < until or _continues(text, page[at], label, column, _said(text, values[-1]))):
            values.append((page[at].start, page[at].end))
            at += 1
        fields.append(_Field(label, page[label_at].start, tuple(values), values[-1][1]))
    return fields, at


def _next_label(text: str, page: Sequence[Line], at: int, *, skip_blank: bool) -> int | None:
    """The next line, past a few blank ones, or a page's edge with its stamps, if it carries a label."""
    blanks = 0
    edge = False
    while at < len(page):
        line = page[at]
        if line.kind is LineKind.TEXT:
            return at if _LABEL.match(text, line.start, line.end) and blanks <= (_EDGE if edge else _GAP) else None
        blanks += line.kind is LineKind.BLANK
        edge = edge or line.kind is LineKind.STAMP
        if not skip_blank or blanks > _EDGE:
            return None
        at += 1
    return None


def _before_label(text: str, page: Sequence[Line], at: int) -> int:
    """Where the next label of the header stands, if nothing but lines of addresses come before it; else `at`."""
    for index in range(at, min(len(page), at + _LOOK_AHEAD)):
        line = page[index]
        if line.kind is not LineKind.TEXT:
            return at
        match = _LABEL.match(text, line.start, line.end)
        if match:
            return index if match["label"].lower() in _BREAKS and match["weak"] is None else at
    return at


def _said(text: str, value: tuple[int, int]) -> str:
    """What a line of a field says, an exemption code in its margin left out."""
    return text[value[0] : _without_code(text, *value)].rstrip()


def _continues(text: str, line: Line, label: str, column: int, last: str) -> bool:
    if line.kind is not LineKind.TEXT or _LABEL.match(text, line.start, line.end):
        return False
    low = label.lower()
    if low in {"sent", "date"}:
        return False
    deep = line.indent >= max(_COLUMN, column - 6)
    if low in _ADDRESSED:
        return deep or last.endswith((";", ",")) or ";" in text[line.start : line.end]
    if label.isupper():
        return line.indent >= 6  # noqa: PLR2004 a memo's names stand under one another
    return deep


def _read(header: MailHeader, text: str, one: _Field, *, first: bool) -> None:
    low = one.label.lower()
    start, end = one.values[0][0], one.end
    if low in {"subject", "subj", "re"}:
        stop = _without_code(text, start, end)
        header.stretches.append(Stretch(start, stop, Part.SUBJECT, whole=True))
        header.subject = header.subject or " ".join(text[start:stop].split())
        return
    part = Part.ADDRESS if low in {"to", "cc", "bcc", "info"} else Part.HEADER
    header.stretches.append(Stretch(one.start, end, part, whole=True, joined=not first))
    if low in {"sent", "date"}:
        header.sent = header.sent or text[start:end]
    elif low in _PEOPLE:
        for a, b in one.values if header.memo else _rejoined(text, one.values):
            if header.memo and low in {"from", "through", "thru"}:
                names, duties = sender(text, a, _without_code(text, a, b))
                header.names += names
                header.duties += duties
                agency = next((n for n in names if n.kind is Kind.AGENCY), None)
                header.origin = header.origin or (text[agency.start : agency.end] if agency and low == "from" else "")
            elif header.memo and low in {"to", "for"}:
                header.names += sender(text, a, _without_code(text, a, b))[0]
            elif not header.memo:
                header.names += people(text, a, _without_code(text, a, b))
        if (
            low == "from"
            and not header.memo
            and GOVERNMENT.search(text, start, end)
            and "state" in text[start:end].lower()
        ):
            header.origin = header.origin or "U.S. Department of State"


def _rejoined(text: str, values: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the lines of an address field, one that ends in `Surname,` with the line after it."""
    start: int | None = None
    for number, (a, b) in enumerate(values):
        start = a if start is None else start
        if text[a:b].rstrip().endswith(",") and number < len(values) - 1:
            continue
        yield start, b
        start = None


def _without_code(text: str, start: int, end: int) -> int:
    """Where a value ends, an exemption code in the right margin left out."""
    for match in CODES.finditer(text, start, end):
        if not text[match.end() : end].strip(" 1lI.,"):
            return match.start()
    return end
