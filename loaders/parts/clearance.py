"""The block that says who drafted, cleared and approved a paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.entity import Kind
from graph.passage import Part
from graph.relation import RelationKind
from loaders.parts.dates import date_in
from loaders.parts.draft import Duty, Name, Stretch
from loaders.parts.page import Line, LineKind
from loaders.parts.person_name import name_at_end

_LABEL = re.compile(
    r"(?<![\w,])(?P<label>Drafted|Drafter|Drafting Officer|Cleared|Clearances?|Clearing Officers?"
    r"|Approved|Approving Officer|Approval|Reviewed|Released|Info)"
    r"(?:\s*/\s*(?:Released|Approved|Cleared))?(?:\s+by)?\s*[:;]\s*",
    re.IGNORECASE,
)
_STARTS = re.compile(r"\W*(?:Drafted|Drafter|Drafting|Cleared|Clear\w*|Approv\w+|Released)\b", re.IGNORECASE)
_RELATION = {"d": RelationKind.DRAFTED, "c": RelationKind.CLEARED, "a": RelationKind.APPROVED}
_DIST = re.compile(r"\W*Dist(?:ribution)?\s*:\s*", re.IGNORECASE)
REVIEW = re.compile(r"\bREVIEW AUTHORITY\s*[:;.]?\s*", re.IGNORECASE)

_SYMBOL = r"[A-Z][A-Za-z0-9&]{0,9}(?:[/+-][A-Za-z0-9&_-]{1,12}){1,5}|[A-Z]\s?\([A-Z]\)|[A-Z][A-Z0-9]{0,7}"
_OFFICE = re.compile(
    rf"(?P<symbol>{_SYMBOL})(?P<separator>\s*[:;—–]+\s*|\s+-{{1,2}}\s+|\s*-\s+|,?\s+(?=[A-Z]\s?\.?\s?[A-Z]?[a-z])|$)"
    r"|(?P<name>[A-Z][\w/ .&'’-]{1,38}?)(?:\s*[:;—–]+\s*|(?<=Desk)$|(?<=Office)$)"
    r"|(?P<embassy>(?:Embassy|Consulate|Mission) [A-Z][\w ]{2,30}?)(?=\s*[(:,]|$)"
)
_GLUED = re.compile(r"(?P<office>(?:[A-Z]{1,6}/){1,3}[A-Z]{1,5}?|[A-Z]\([A-Z]\))(?=[A-Z]{1,2}[a-z])")
_AFTER = re.compile(r"[,\s]+\(?(?P<office>(?:[A-Z][A-Z0-9]{0,6}/)+[A-Z0-9]{1,8}|[A-Z]\([A-Z]\))\)?")
_TITLE = re.compile(r"\s*(?:Ambassador|Amb\.?|A/S|U/S|DAS|PDAS|Dr\.?|Mr\.?|Ms\.?|Col\.?|Gen\.?|Acting|Director)\s+")
_WORD = r"[A-Z](?:[\w'’-]|\.(?=\s?[A-Z]))*"
_NAME = re.compile(rf"{_WORD}(?:[ .]{{1,2}}(?:(?:de|la|del|van|von|der|al|el|bin) ?){{0,2}}{_WORD}){{0,3}}")
_STATUS = re.compile(
    r"[\s(.,]*\b(?P<status>ok|okay|info|informed|fyi|no response|cleared|acting|subs?)\b.*$", re.IGNORECASE
)
_GLUED_OK = re.compile(r"(?<=[a-z]{2})ok\b")
_EXTENSION = re.compile(
    r"[,\s(]*(?:\(?\b(?:ext|x|tel|ph|cell)\b\.?:?|\bx(?=\d)|\b\d[-.]\d{4}|\b\d{3,4}-?\s?\d{3,4}|\(?\bX\d|\d{1,2}/\d{1,2}/\d{2,4}).*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*[/&,]\s*|\s+and\s+")
_COLUMN = re.compile(r"\s{4,}(?=\S+.*:)")
_TOO_MANY_WORDS = 12
_SHORTEST = 3
_NO_NAME = frozenset({"OK", "INFO", "NONE", "TBD", "N/A", "NA", "PENDING", "THE", "LETTER", "NO", "ALL"})  # fmt: skip


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
    while at < len(page):
        line = page[at]
        if line.kind is LineKind.TEXT:
            if not _belongs(text, line, first=at == index):
                break
            relation = _read_line(block, text, line, relation, joined=at > index)
            block.after = at + 1
        elif line.kind is LineKind.STAMP and not _more_follows(text, page, at):
            break
        at += 1
    return block


def _belongs(text: str, line: Line, *, first: bool) -> bool:
    words = text[line.start : line.end]
    if first or _LABEL.search(words) or _DIST.match(words):
        return True
    if re.match(r"\W*(?:From|Sent|To|Subject|Attachments?)\s*:", words) or _is_prose(words):
        return False
    words = words.lstrip(" .•*'-\t")
    return bool(_GLUED.match(words)) or bool(
        _OFFICE.match(words)
        and (re.search(r"[:—–;]", words) or re.match(r"\W*(?:[A-Z0-9]+/)+[A-Z]|[A-Z]\([A-Z]\)", words))
    )


def _more_follows(text: str, page: Sequence[Line], at: int) -> bool:
    """Whether the block goes on after a page stamp."""
    for line in page[at : at + 12]:
        if line.kind is LineKind.TEXT:
            words = text[line.start : line.end]
            return bool(
                _LABEL.match(words) or re.match(rf"\W{{0,2}}(?:{_SYMBOL})\s*[:—–]\s*\S.*$", words)
            ) and _belongs(text, line, first=False)
    return False


def _is_prose(words: str) -> bool:
    plain = _COLUMN.split(words, maxsplit=1)[0]
    return len(plain.split()) > _TOO_MANY_WORDS or bool(re.search(r"\b(?:the|was|were|that|is|are|has|which)\s", plain))


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
        relation = _RELATION.get(match["label"][0].lower())
        _read_entries(block, text, match.end(), stop, relation, labelled=True)
    return relation


def _read_entries(
    block: Clearance, text: str, start: int, end: int, relation: RelationKind | None, *, labelled: bool
) -> None:
    at = start
    for gap in [*_COLUMN.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[at:stop].strip():
            _read_entry(block, text, at, stop, relation, labelled=labelled)
        at = gap.end() if gap else end


def _read_entry(
    block: Clearance, text: str, start: int, end: int, relation: RelationKind | None, *, labelled: bool
) -> None:
    while start < end and not text[start].isalnum():
        start += 1
    end = start + len(text[start:end].rstrip())
    office, start = _leading_office(text, start, end)
    while title := _TITLE.match(text, start, end):
        start = title.end()
    entry = text[start:end]
    status = _STATUS.search(entry)
    informed = bool(status and status["status"].lower().startswith(("info", "fyi")))
    stop = start + min(
        [m.start() for m in (status, _EXTENSION.search(entry), _GLUED_OK.search(entry)) if m] or [len(entry)]
    )
    if office is None and (after := _AFTER.search(text, start, stop)):
        office = Name(*after.span("office"), kind=Kind.AGENCY)
        stop = after.start()
    if status and relation is RelationKind.DRAFTED and not labelled:
        relation = RelationKind.CLEARED  # drafters give no `ok`: the word Cleared was lost
    people = list(_people(text, start, stop))
    block.names += [*([office] if office else []), *people]
    for person in people:
        said = None if informed else relation
        if said or office:
            block.duties.append(Duty(person, said, office))


def _leading_office(text: str, start: int, end: int) -> tuple[Name | None, int]:
    glued = _GLUED.match(text, start, end)
    if glued:
        return Name(*glued.span("office"), kind=Kind.AGENCY), glued.end()
    match = _OFFICE.match(text, start, end)
    if match is None:
        return None, start
    group = match.lastgroup if match.lastgroup != "separator" else "symbol"
    begin, stop = match.span(group or 0)
    office = text[begin:stop].rstrip()
    if group == "symbol" and not match["separator"].strip(" ,"):
        # no colon or dash after it: `INR/TNC Levi Chavous`, but `A Steinfeld` is a name
        apart = "/" in office or "(" in office or (len(office) > 2 and match.end() < end)  # noqa: PLR2004
        if not apart:
            return None, start
    return Name(begin, begin + len(office), kind=Kind.AGENCY), match.end()


def _people(text: str, start: int, end: int) -> Iterator[Name]:
    reverse = re.compile(r"\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, [A-Z][\w'’-]+(?: [A-Z]\b)?)").match(text, start, end)
    if reverse:
        yield Name(*reverse.span(1), kind=Kind.OFFICIAL)
        return
    for begin, stop in _between(text, start, end):
        at = begin
        while title := _TITLE.match(text, at, stop):
            at = title.end()
        while at < stop and not text[at].isalpha():
            at += 1
        match = _NAME.match(text, at, stop)
        if match and _is_name(match[0]):
            yield Name(*match.span(), kind=Kind.OFFICIAL)


def _is_name(words: str) -> bool:
    return len(words) >= _SHORTEST and words.upper() not in _NO_NAME and any(c.islower() for c in words)


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _AND.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


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
