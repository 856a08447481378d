"""The block that says who drafted, cleared and approved a paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.entity import Kind
from graph.passage import Part
from graph.relation import RelationKind
from loaders.parts.clearance_entry import GLUED, STATUS, SYMBOL, read_entry
from loaders.parts.dates import date_in
from loaders.parts.draft import Duty, Name, Stretch
from loaders.parts.page import Line, LineKind
from loaders.parts.person_name import name_at_end

_LABEL = re.compile(
    r"(?<![\w,])(?P<label>Drafted|Drafter|Drafting Officer|Cleared|Clearances?|Clearing Officers?"
    r"|Appro[vy]ed|Approving Officer|Approval|Reviewed|Released|Info)"
    r"(?:\s*/\s*(?:Released|Approved|Cleared))?(?:\s+by)?\s*['’.,]?\s*[:;]\s*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\W*(?:Point of )?Contact\b", re.IGNORECASE)
_STARTS = re.compile(r"\W*(?:Drafted|Drafter|Drafting|Cleared|Clear\w*|Appro[vy]\w+|Released)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\W*(?:From|Sent|To|Subject|Attachments?|XMT|Action Post|Dissemination Rule|Date|Room)\b\s*:", re.IGNORECASE
)
_RELATION = {
    "d": RelationKind.DRAFTED,
    "c": RelationKind.CLEARED,
    "a": RelationKind.APPROVED,
    "rev": RelationKind.REVIEWED,
}
_DIST = re.compile(r"\W*Dist(?:ribution)?\s*:\s*", re.IGNORECASE)
_INFO = re.compile(r"\W*Info\s*:\s*(?=.*\b(?:ROUTINE|IMMEDIATE|PRIORITY|COLLECTIVE)\b)", re.IGNORECASE)
"""The information addressees of a telegram, in a release of one."""
_PRECEDENCE = re.compile(r"\s+(?:ROUTINE|IMMEDIATE|PRIORITY)\s*$|\s*\([A-Z/]+\)\s*$")
REVIEW = re.compile(r"\bREVIEW AUTHORITY\s*[:;.]?\s*", re.IGNORECASE)
_ENTRY = re.compile(
    rf"{SYMBOL}|[A-Z][\w/ .&'’-]{{1,38}}?(?:\s*[:;—–]|(?<=Desk)$|(?<=Office)$)|(?:Embassy|Mission) [A-Z]"
)
_SLASHED = re.compile(r"(?:[A-Z0-9]+\s?/\s?)+[A-Z]|[A-Z]\([A-Z]\)")
_PERSON = r"[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+"
_NAME_FIRST = re.compile(rf"{_PERSON},\s+(?:{SYMBOL})\b|[A-Z][a-z]+, [A-Z][a-z]+ [A-Z](?:\s|$)")
_NAME_ALONE = re.compile(rf"{_PERSON}$")
_IN_COLUMN = re.compile(rf"(?:{SYMBOL})\.?\s{{3,}}{_PERSON}(?:\s{{3,}}.*)?$")
_REACHED = re.compile(rf"{_PERSON}\b.*(?:\bext\b|\bx\.? ?\d|\b\d-\d{{4}}\b)")
_COLUMN = re.compile(r"(?<!:)\s{4,}(?=\S+.*:)")
_TOO_MANY_WORDS = 12
_DEEP = 12
_FEW_WORDS = 5


@dataclass(slots=True)
class Clearance:
    """A block: `after` is the index of the line after it."""

    after: int
    stretches: list[Stretch] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)


def read_clearance(text: str, page: Sequence[Line], index: int) -> Clearance | None:
    """Read the block that begins at line `index`; None where none does (a sentence, or `DRAFTED:` with a date)."""
    line = page[index]
    if not _STARTS.match(text, line.start, line.end):
        return None
    label = _LABEL.search(text, line.start, line.end)
    if label is None or text[line.start : label.start()].strip(" .•*'-\t") or _is_prose(text[label.end() : line.end]):
        return None
    if date_in(text[label.end() : line.end]) and not re.search(r"[/:]\s*[A-Z]", text[label.end() : line.end]):
        return None
    block = Clearance(index)
    relation: RelationKind | None = None
    at = index
    empty = False
    while at < len(page):
        line = page[at]
        if line.kind is LineKind.TEXT:
            if not _belongs(text, line, first=at == index, empty=empty):
                break
            if at > index and _INFO.match(text, line.start, line.end):
                at = _read_info(block, text, page, at)
                continue
            relation = _read_line(block, text, line, relation, joined=at > index)
            empty = text[line.start : line.end].rstrip().endswith(":")
            block.after = at + 1
        elif line.kind is LineKind.STAMP and not _more_follows(text, page, at):
            break
        at += 1
    return block


def _belongs(text: str, line: Line, *, first: bool, empty: bool = False) -> bool:
    """Whether a line goes on with the block; `empty` says that the label before it has nothing beside it."""
    words = text[line.start : line.end]
    if first or _LABEL.search(words) or _DIST.match(words):
        return True
    if _ENDS.match(words) or _is_prose(words) or _CONTACT.match(words):
        return False
    words = words.lstrip(" .•*'-\t")
    if any(form.match(words) for form in (GLUED, _NAME_FIRST, _IN_COLUMN, _REACHED)):
        return True
    if (empty or line.indent > _DEEP) and _NAME_ALONE.match(words):
        return True
    if (status := STATUS.search(words)) and status.start() and len(words.split()) <= _FEW_WORDS:
        return True
    return bool(_ENTRY.match(words) and (re.search(r"[:—–;]", words) or _SLASHED.match(words)))


def _more_follows(text: str, page: Sequence[Line], at: int) -> bool:
    """Whether the block goes on after a page stamp."""
    for line in page[at : at + 12]:
        if line.kind is LineKind.TEXT:
            words = text[line.start : line.end]
            return bool(_LABEL.match(words) or re.match(rf"\W{{0,2}}(?:{SYMBOL})\s*[:—–]\s*\S.*$", words)) and _belongs(
                text, line, first=False
            )
    return False


def _is_prose(words: str) -> bool:
    plain = _COLUMN.split(words, maxsplit=1)[0]
    return len(plain.split()) > _TOO_MANY_WORDS or bool(re.search(r"\b(?:the|was|were|that|is|are|has|which)\s", plain))


def _read_info(block: Clearance, text: str, page: Sequence[Line], at: int) -> int:
    """Read the information addressees, which go on over several lines; return the index of the line after them."""
    begin, end = page[at].start, page[at].end
    label = _INFO.match(text, begin, end)
    at += 1
    while at < len(page) and page[at].kind is LineKind.TEXT and not _LABEL.match(text, page[at].start, page[at].end):
        if _ENDS.match(text, page[at].start, page[at].end):
            break
        end = page[at].end
        at += 1
    block.stretches.append(Stretch(begin, end, Part.ADDRESS, whole=True, joined=True))
    for match in re.compile(r"[^;]+").finditer(text, label.end() if label else begin, end):
        entry = match[0]
        while shorter := _PRECEDENCE.search(entry):
            entry = entry[: shorter.start()]
        start = match.start() + len(entry) - len(entry.lstrip())
        if entry.strip():
            kind = Kind.OFFICIAL if "," in entry and not entry.isupper() else Kind.AGENCY
            block.names.append(Name(start, match.start() + len(entry), kind=kind))
    block.after = at
    return at


def _read_line(
    block: Clearance, text: str, line: Line, relation: RelationKind | None, *, joined: bool
) -> RelationKind | None:
    if dist := _DIST.match(text, line.start, line.end):
        block.stretches.append(Stretch(line.start, line.end, Part.ADDRESS, whole=True, joined=True))
        for match in re.compile(r"[A-Z][A-Za-z0-9/]{1,12}\b").finditer(text, dist.end(), line.end):
            if match[0].isupper() or match[0] in {"State", "Treasury", "Commerce"}:
                block.names.append(Name(*match.span(), kind=Kind.AGENCY))
        return relation
    block.stretches.append(Stretch(line.start, line.end, Part.CLEARANCE, whole=True, joined=joined))
    labels = list(_LABEL.finditer(text, line.start, line.end))
    first = labels[0].start() if labels else line.end
    if first > line.start:
        _read_entries(block, text, line.start, first, relation, labelled=False)
    stops = [m.start() for m in labels[1:]] + [line.end]
    for match, stop in zip(labels, stops, strict=False):
        label = match["label"].lower()
        relation = _RELATION.get(label[0]) or _RELATION.get(label[:3])
        _read_entries(block, text, match.end(), stop, relation, labelled=True)
    return relation


def _read_entries(
    block: Clearance, text: str, start: int, end: int, relation: RelationKind | None, *, labelled: bool
) -> None:
    at = start
    for gap in [*_COLUMN.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[at:stop].strip():
            names, duties = read_entry(text, at, stop, relation, labelled=labelled)
            block.names += names
            block.duties += duties
        at = gap.end() if gap else end


def read_review(text: str, line: Line) -> Clearance | None:
    """Read `REVIEW AUTHORITY: Name, title`; None where the line says nothing of it."""
    match = REVIEW.search(text, line.start, line.end)
    if match is None:
        return None
    block = Clearance(0, [Stretch(match.start(), line.end, Part.CLEARANCE, whole=True)])
    comma = text.find(",", match.end(), line.end)
    stop = comma if comma >= 0 else line.end
    if found := name_at_end(text, match.end(), stop):
        person = Name(*found, kind=Kind.OFFICIAL)
        title = " ".join(text[stop + 1 : line.end].split()) if comma >= 0 else ""
        block.names.append(person)
        block.duties.append(Duty(person, RelationKind.REVIEWED, None, title))
    return block
