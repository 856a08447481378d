"""One entry of a clearance block: an office, a name, whether it was cleared (`EAP/FO: J Donovan (ok)`)."""

import re
from collections.abc import Iterator

from graph.entity import Kind
from graph.relation import RelationKind
from loaders.parts.draft import Duty, Name

SYMBOL = r"[A-Z][A-Za-z0-9&]{0,9}(?:\s?[/+-]\s?[A-Za-z0-9&_-]{1,12}){1,5}|[A-Z0]\s?\([A-Z5]\)"
SYMBOL += r"|1[0O](?:/[A-Z]{1,6})?(?=[:\s])|[A-Z][A-Z0-9]{0,7}"
"""`INR/TNC`, `D(S)`, `NEA`; and as scanned: `0(5)` for D(S), `10` for IO."""
_RANK = (
    r"(?:Ambassador|Amb\.?|A/S|U/S|P?DAS|Dr\.?|Mr\.?|Ms\.?|Col\.?|Gen\.?|BG|MG|LTG|VADM|RADM|CAPT|COL|Acting|Director|DCM"
    r"|(?:(?:Principal|Deputy|Assistant|Under|Acting)\s+){1,3}Secretary)"
)
_OFFICE = re.compile(
    r"(?P<named>(?:[A-Z]|1[0O](?=[:/])|0\()[\w/ .&'’()-]{0,40}?)\s*:\s*(?=\S)"
    rf"|(?P<symbol>{SYMBOL})(?P<separator>\s*[:;—–]+\s*|\s+-{{1,2}}\s+|\s*-\s+"
    rf"|[.,]?\s+(?=[A-Z]\s?\.?\s?[A-Z]?[a-z]|{_RANK}\s)|$)"
    r"|(?P<name>[A-Z][\w/ .&'’-]{1,38}?)(?:\s*[:;—–]+\s*|(?<=Desk)$|(?<=Office)$)"
    r"|(?P<embassy>(?:Embassy|Consulate|Mission) [A-Z][\w ]{2,30}?)(?=\s*[(:,]|$)"
)
GLUED = re.compile(
    r"(?P<office>(?:(?:[A-Z]{1,6}/){1,3}[A-Z0-9]{1,5}?|[A-Z]\([A-Z]\))(?=[A-Z]{1,2}[a-z])"
    r"|(?:NSC|DRL|NEA|EUR|WHA|SCA|EAP|INR|INL|PRM|USUN|EEB|ISN|OES)(?=[A-Z] ?[A-Z][a-z]))"
)
_TWO_NAMES = re.compile(r"[A-Z]{2,3}[a-z]+\w*/")
"""`NLMacklin/WParrs` are two drafters and no office."""
_AFTER = re.compile(
    r"[,\s]+\(?(?P<office>(?:[A-Z][A-Z0-9]{0,6}/)+[A-Z0-9]{1,8}|[A-Z]\([A-Z]\))\)?"
    r"|,\s+(?P<bureau>[A-Z]{2,6})(?=\s*(?:[—–-].*)?$)"
)
_TITLE = re.compile(rf"\s*{_RANK}\s+")
_WORD = r"[A-Z](?:[\w'’-]|\.(?=\s?[A-Z]))*"
_NAME = re.compile(rf"{_WORD}(?:[ .]{{1,2}}(?:(?:de|la|del|van|von|der|al|el|bin) ?){{0,2}}{_WORD}){{0,3}}")
_LAST_FIRST = re.compile(r"\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, [A-Z][\w'’-]+(?: [A-Z]\b)?)")
STATUS = re.compile(
    r"[\s(.,-]*\b(?P<status>ok|okay|info|informed|fyi|no response|cleared|acting|provisional|subs?)\b.*$",
    re.IGNORECASE,
)
_GLUED_OK = re.compile(r"(?<=[a-z]{2})ok\b")
_EXTENSION = re.compile(
    r"[,\s(]*(?:\(?\b(?:ext|x|tel|ph|cell)\b\.?:?|\bx(?=\d)|\b\d[-.]\d{4}|\b\d{3,4}-?\s?\d{3,4}|\(?\bX\d|\d{1,2}/\d{1,2}/\d{2,4}).*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*[/&,]\s*|\s+and\s+")
_BUREAUS = "CDEGHLMPRST"
_FULL_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+\b")
_EMBASSY = re.compile(r"\s+(?:Embassy|Emb|Consulate|Mission)\b")
_SHORTEST = 3
_NO_NAME = frozenset({"OK", "INFO", "NONE", "TBD", "N/A", "NA", "PENDING", "THE", "LETTER", "NO", "ALL"})  # fmt: skip


def read_entry(
    text: str, start: int, end: int, relation: RelationKind | None, *, labelled: bool
) -> tuple[list[Name], list[Duty]]:
    """Read one entry under the label of `relation`; `labelled` says that the label stands on its line."""
    while start < end and not text[start].isalnum():
        start += 1
    end = start + len(text[start:end].rstrip())
    office, start = _leading_office(text, start, end)
    start = _after_titles(text, start, end)
    entry = text[start:end]
    status = STATUS.search(entry)
    informed = bool(status and status["status"].lower().startswith(("info", "fyi")))
    ends = (status, *(ending.search(entry) for ending in (_EXTENSION, _GLUED_OK, _EMBASSY)))
    stop = start + min([m.start() for m in ends if m] or [len(entry)])
    if office is None and (after := _AFTER.search(text, start, stop)):
        office = Name(*after.span(after.lastgroup or 0), kind=Kind.AGENCY)
        stop = after.start()
    if status and relation is RelationKind.DRAFTED and not labelled:
        relation = RelationKind.CLEARED  # drafters give no `ok`: the word Cleared was lost
    people = list(_people(text, start, stop))
    said = None if informed else relation
    duties = [Duty(person, said, office) for person in people if said or office]
    return [*([office] if office else []), *people], duties


def _after_titles(text: str, start: int, end: int) -> int:
    while title := _TITLE.match(text, start, end):
        start = title.end()
    return start


def _leading_office(text: str, start: int, end: int) -> tuple[Name | None, int]:
    glued = GLUED.match(text, start, end)
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
        full = len(office) == 1 and office in _BUREAUS and _FULL_NAME.match(text, match.end(), end)
        apart = full or "/" in office or "(" in office or (len(office) > 2 and match.end() < end)  # noqa: PLR2004
        if not apart or _TWO_NAMES.match(office):
            return None, start
    return Name(begin, begin + len(office), kind=Kind.AGENCY), match.end()


def _people(text: str, start: int, end: int) -> Iterator[Name]:
    reverse = _LAST_FIRST.match(text, start, end)
    if reverse:
        while reverse:
            yield Name(*reverse.span(1), kind=Kind.OFFICIAL)
            reverse = _LAST_FIRST.match(text, reverse.end() + 1, end) if text[reverse.end()] == "/" else None
        return
    at = start
    for gap in [*_AND.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        begin = _after_titles(text, at, stop)
        while begin < stop and not text[begin].isalpha():
            begin += 1
        match = _NAME.match(text, begin, stop)
        if match and _is_name(match[0]):
            yield Name(*match.span(), kind=Kind.OFFICIAL)
        at = gap.end() if gap else end


def _is_name(words: str) -> bool:
    return len(words) >= _SHORTEST and words.upper() not in _NO_NAME and any(c.islower() for c in words)
