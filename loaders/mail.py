"""The header of a mail or a memo: From, Sent, To, Cc, Subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.entity import Kind
from graph.passage import Part
from loaders.parts.draft import Duty, Name, Stretch
from loaders.parts.memo import sender
from loaders.parts.page import Line, LineKind
from loaders.parts.redaction import CODES

_LABEL = re.compile(
    r"[\s>•*|.'\"]*(?P<label>From|FROM|Sent|SENT|To|TO|Cc|CC|cc|Bcc|BCC|Subject|SUBJECT|Subj|Date|DATE|Attachments?|Importance|Reply-To"
    r"|Follow Up Flag|Flag Status|When|Where|THROUGH|THRU|RE|Re|FOR|For|ATTACHMENTS?|INFO)"
    r"\s*(?:[:;]|(?P<weak>\.?(?=\s)|$))\s*"
)
_BREAKS = frozenset({"from", "sent", "to", "cc", "bcc", "subject", "date", "attachments", "importance"})
_STARTS = frozenset({"from", "to", "sent", "date", "for"})
_PEOPLE = frozenset({"from", "to", "cc", "bcc", "through", "thru", "for"})
_ADDRESS = re.compile(
    r"[<\[(]?\s*(?:mailto:|[mn]\w{0,6}ailto:)?[\w.+'-]+\s?[@©]\s?[\w.-]+[\])>]?|[<\[(].*", re.IGNORECASE
)
_LIST = re.compile(
    r"[A-Z][A-Z0-9]{0,8}[-_/][\w$#/ -]{2,30}|\w{2,12}_[\w$#/ -]{2,30}|S\w*\s?\w*pecial\s?Assistants"
    r"|[A-Z][\w/ ]{1,30} (?:Group|Team|DL|List|Watch|Center|Tickers)(?=\s*(?:$|[<\[]))"
    r"|[A-GI-Z]\s?\([A-Z]\)|[A-Z]{2,6}(?=\s*(?:$|[<\[]))|[A-GI-Z](?=\s*$)"
)
_SERVICE = re.compile(r"News|Ticker|Alert|Mailer|noreply|no-reply|Daemon|Listserv|Digest", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:[ ,\r\n]+(?:[A-ZÀ-Þ][\w.'’-]*|de|la|van|von|der|al|el|bin))*")
_GOVERNMENT = re.compile(r"[@©]\s?[\w.-]*(?:\.?(?:gov|mil)\b)", re.IGNORECASE)
_LAST_FIRST = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, [A-Z]")
_ENTRY = re.compile(r"[^;]+")
_NO_NAME = frozenset(
    {
        "undisclosed-recipients",
        "undisclosed recipients",
        "redacted",
        "subject",
        "sent",
        "to",
        "from",
        "cc",
        "date",
        "re",
        "fw",
        "b6",
        "b5",
        "attachments",
    }
)
_LOOK_AHEAD = 9
_COLUMN = 16
_MOST_WORDS = 5


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
    while at < len(page) and at - index < 4 * _LOOK_AHEAD:
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
        while at < len(page) and _continues(text, page[at], label, column, text[slice(*values[-1])].rstrip()):
            values.append((page[at].start, page[at].end))
            at += 1
        fields.append(_Field(label, page[label_at].start, tuple(values), values[-1][1]))
    return fields, at


def _next_label(text: str, page: Sequence[Line], at: int, *, skip_blank: bool) -> int | None:
    """The next line, past at most two blank ones (and stamps beside the header), if it carries a label."""
    blanks = 0
    while at < len(page):
        line = page[at]
        if line.kind is LineKind.TEXT:
            return at if _LABEL.match(text, line.start, line.end) else None
        blanks += line.kind is LineKind.BLANK
        if not skip_blank or blanks > 1:
            return None
        at += 1
    return None


def _continues(text: str, line: Line, label: str, column: int, last: str) -> bool:
    if line.kind is not LineKind.TEXT or _LABEL.match(text, line.start, line.end):
        return False
    low = label.lower()
    if low in {"sent", "date"}:
        return False
    deep = line.indent >= max(_COLUMN, column - 6)
    if low in {"to", "cc", "bcc"}:
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
            and _GOVERNMENT.search(text, start, end)
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


def people(text: str, start: int, end: int) -> Iterator[Name]:
    """Give the people and mailing lists of an address field: `Sullivan, Jacob J <…>; H; NEWS-NEA`."""
    for match in _ENTRY.finditer(text, start, end):
        a, b = match.span()
        entry = text[a:b]
        cut = _ADDRESS.search(entry)
        stop = a + cut.start() if cut else b
        while a < stop and not text[a].isalpha():
            a += 1
        inner = text[a:stop]
        if listed := _LIST.match(inner):
            yield Name(a, a + len(listed[0].rstrip()), kind=Kind.AGENCY)
        elif (
            not _SERVICE.search(inner) and (named := _NAME.match(inner)) and _is_name(name := named[0].rstrip(" ,.'-"))
        ):
            official = bool(_GOVERNMENT.search(entry)) or name == "H" or bool(_LAST_FIRST.match(name))
            yield Name(a, a + len(name), kind=Kind.OFFICIAL if official else Kind.PERSON)


def _is_name(name: str) -> bool:
    if name.lower() in _NO_NAME or len(name.split()) > _MOST_WORDS:
        return False
    return name == "H" or len(name) > 2  # noqa: PLR2004
