"""The header of a cable: classification, number, E.O., TAGS, SUBJECT, REF, Classified By."""

import re
from dataclasses import dataclass, field

from graph.entity import Kind
from graph.passage import Part
from loaders.parts import classified_by
from loaders.parts.attention import attention
from loaders.parts.draft import MARKS, Duty, Name, Stretch
from loaders.word_list import word_list

CLASSIFICATION = (
    r"(?:S?S E C R E T|E C R E T|(?:C )?O N F I D E N T I A L|U N C L A S(?: S I F I E D)?|N C L A S|T O P S E C R E T"
    r"|UNCLAS(?:SIFIED)?|SECRET|CONFIDENTIAL)"
)
_NUMBER = re.compile(
    rf"(?<![A-Za-z])(?P<marking>{CLASSIFICATION})(?:\s*//?\s*[A-Z ]{{2,20}}?)?\s+(?:SECTION\s+\d+\s+O[FR]\s+\d+\s+)?"
    r"(?P<post>[A-Z][A-Z'’.]+(?: [A-Z'’.]+){0,3}?)\s+(?P<number>\d{3,8})(?!\d)"
)
_CUT_SHORT = {
    "E C R E T": "S E C R E T",
    "SS E C R E T": "S E C R E T",
    "O N F I D E N T I A L": "C O N F I D E N T I A L",
}
"""Copies that begin a letter too late, or with one twice."""
_CAPTION = re.compile(r"\b(NOFORN|ORCON|NODIS|EXDIS|STADIS|FOUO|SBU)\b")
_FIELD = re.compile(
    r"(?:(?P<eo>E\.O\s?\.?\s{0,3}1[23]\d{3}|\bE\.?\s?O\.?:?\s?1[23]\d{3})|(?P<tags>TAGS\s?[:;]|\bTAGS?\s?[:;]|\bTAGS(?=\s+[A-Z]{2,5}\b))"
    r"|(?P<subject>SUBJECT\s?:|\bSUBJ(?:ECT)?S?\s*[:;.]|\bSUBJECT\b(?=\s[A-Z]))"
    r"|(?P<ref>\bREFS?(?:TELS?)?\s*(?:\(\s?[A-Z]\s?\))?\s*[:;])|(?P<by>\bCLASSIFIED\s+BY))",
    re.IGNORECASE,
)
_SUBJECT_ENDS = re.compile(
    r"(?:\bREFS?(?:TELS?)?\s*(?:\(\s?[A-Z]\s?\))?\s*[:;.]|\bREFS?\s+\(?A[.) ]|\bCLASSIFIED\s+BY\b"
    r"|¶|\n[ \t]*\r?\n|[\n ][ \t]*1\s?[.)]\s*(?=[(A-Z])"
    r"|\bThis is an Action|\bSENSITIVE BUT UNCLASSIFIED|\bNOT FOR INTERNET"
    r"|\b(?:[A-Z]+\s){0,2}\d{6,8}\s+00\d(?:\.\d)?\s+OF\s+\d{3}|-{5,}"
    r"|(?-i:\bSUMMARY\b|\bSummary\b)(?=\s*(?:-{3}|:|\.|\n|and\b|And\b|AND\b|¶))|\n[ \t]*\((?:S|C|U|SBU)\))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\bSUBJ(?:ECT)?\b\s*[:;.]")
FIRST = re.compile(r"¶\s?1\s?[.)]?|(?:(?<=\n)|(?<=[\s.)]))(?<!\d\.)1\s?[.)]\s*(?=\(|[A-Z])")
ANCHOR = re.compile(r"¶\s?\d")
_TAG = re.compile(r"\b[A-Z]{2,5}\b(?!-)")
_MARK = re.compile(rf"\(\s?(?P<mark>{MARKS})\s?\)\s*:?\s*")
_BODY_MARK = re.compile(r"\(\s?(?:SBU|U|S|[SC]\s?//?\s?NF|[SC]/NOFORN|(?P<confidential>C))\s?\)\s*(?=[A-Z][a-z])")
_PROSE = r"(?=[A-Z][\w'’/]*(?: [\w'’/.,-]+){0,4}? [a-z]{2,} [a-z]{2,})"
_AFTER_REFS = re.compile(rf"(?<=[\d.)\]])\s+(?![A-Z]\s?[.)]|[A-Z'’. ]+\d|(?:AND|and)\b){_PROSE}")
_AFTER_CAPITALS = re.compile(rf"(?<=\S)\s+(?=[A-Z][a-z'’]){_PROSE}")
"""Where running text begins in a short cable that neither number nor blank line parts from its header."""
LONGEST = 12_000
_LONGEST_SUBJECT = 600

COUNTRY_TAGS = word_list("country_tags.txt")
"""The two letters by which TAGS name a country (after FIPS 10-4)."""


@dataclass(slots=True)
class CableHeader:
    """What a cable's header says; the body begins at `end`. Positions are in the text without markup."""

    end: int = 0
    marking: str = ""
    post: str = ""
    number: str = ""
    subject: str = ""
    numbered: int = 0
    """Where the classification line ends."""
    dated: str = ""
    """What stands before the classification line, where some copies print the date."""
    tags: tuple[str, ...] = ()
    stretches: list[Stretch] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)

    @property
    def is_cable(self) -> bool:
        """A header that names neither a number nor a subject nor tags is none."""
        return bool(self.number or self.subject or self.tags)


def read_header(text: str, start: int, stop: int | None = None) -> CableHeader:
    """Read the header that begins at `start`, and ends at `stop` at the latest."""
    header = CableHeader()
    second = text.find("¶2", start, start + LONGEST)
    limit = min(second if second >= 0 else start + LONGEST, len(text) if stop is None else stop)
    subject = _SUBJECT.search(text, start, limit)
    number = _NUMBER.search(text, start, subject.start() if subject else min(limit, start + 3000))
    if number:
        header.marking = " ".join(number["marking"].split())
        header.marking = _CUT_SHORT.get(header.marking, header.marking)
        header.post = " ".join(number["post"].split())
        header.number = number["number"]
        header.dated = text[start : number.start()]
        header.numbered = number.end()
    fields = _fields(text, number.end() if number else start, limit)
    first = fields[0][1] if fields else (number.end() if number else start)
    if number:
        caption = _CAPTION.findall(text, number.end(), first)
        header.marking = " ".join([header.marking, *dict.fromkeys(c for c in caption if c not in {"SBU", "FOUO"})])
    header.stretches += _top(text, start, number.end() if number else start, first)
    names, duties = attention(text, number.end() if number else start, first)
    header.names += names
    header.duties += duties
    header.end = first
    for index, (name, begin, after) in enumerate(fields):
        following = fields[index + 1][1] if index + 1 < len(fields) else limit
        _READERS[name](header, text, begin, after, following)
    return header


def _fields(text: str, start: int, limit: int) -> list[tuple[str, int, int]]:
    """The labels in the order printed: each once, none inside the body."""
    fields: list[tuple[str, int, int]] = []
    seen: set[str] = set()
    stop = limit
    for match in _FIELD.finditer(text, start, limit):
        name = match.lastgroup or ""
        if match.start() >= stop:
            break
        if name in seen:
            continue
        if name == "ref" and "subject" not in seen:
            continue
        seen.add(name)
        fields.append((name, match.start(), match.end()))
        if name in {"subject", "ref", "by"}:
            body = _body_start(text, match.end(), limit)
            stop = body if body is not None else min(limit, match.end() + 2500)
    return fields


def _body_start(text: str, start: int, limit: int) -> int | None:
    first = FIRST.search(text, start, limit)
    anchor = ANCHOR.search(text, start, limit)
    starts = [m.start() for m in (first, anchor) if m]
    return min(starts) if starts else None


def _top(text: str, start: int, number_end: int, first: int) -> list[Stretch]:
    """The classification line, then captions (header) and attention lines (`DEPT FOR NEA/MAG`: address)."""
    stretches = [Stretch(start, number_end, Part.HEADER, whole=True)] if text[start:number_end].strip() else []
    rest = text[number_end:first]
    if not rest.strip():
        return stretches
    attention = re.search(r"(?:(?<![\w/])[\w/]+ )?\b(?:FOR|PASS|ALSO FOR|TO THE)\b", rest)
    cut = number_end + attention.start() if attention else first
    if text[number_end:cut].strip():
        stretches.append(Stretch(number_end, cut, Part.HEADER, whole=True, joined=bool(stretches)))
    if attention:
        stretches.append(Stretch(cut, first, Part.ADDRESS, whole=True))
    return stretches


def _read_plain(header: CableHeader, text: str, begin: int, after: int, following: int) -> None:
    end = min(following, _paragraph_end(text, after, following))
    header.stretches.append(Stretch(begin, end, Part.HEADER, whole=True))
    header.end = end


def _read_tags(header: CableHeader, text: str, begin: int, after: int, following: int) -> None:
    end = min(following, _paragraph_end(text, after, following), after + 600)
    codes = list(_TAG.finditer(text, after, end))
    header.tags = tuple(dict.fromkeys(m[0] for m in codes))
    header.names += [Name(*m.span(), kind=Kind.PLACE) for m in codes if m[0] in COUNTRY_TAGS]
    header.stretches.append(Stretch(begin, end, Part.HEADER, whole=True))
    header.end = end


def _read_subject(header: CableHeader, text: str, begin: int, after: int, following: int) -> None:
    while after < following and text[after].isspace():
        after += 1
    limit = min(following, after + _LONGEST_SUBJECT)
    match = _SUBJECT_ENDS.search(text, after, limit)
    end = match.start() if match else limit
    prose = None if match else _AFTER_CAPITALS.search(text, after, limit)
    if prose and text[after : prose.start()].isupper():
        end = prose.start()
    end = after + len(text[after:end].rstrip())
    mark = _MARK.match(text, after, end)
    marking = re.sub(r"\s", "", mark["mark"]) if mark else ""
    begin = mark.end() if mark else after
    header.subject = " ".join(text[begin:end].split())
    header.stretches.append(Stretch(begin, end, Part.SUBJECT, marking=marking, whole=True))
    header.end = max(end, after)


def _read_ref(header: CableHeader, text: str, begin: int, after: int, following: int) -> None:
    body = FIRST.search(text, after, following) or re.compile(r"¶\s?1?\d\b").search(text, after, following)
    blank = re.compile(r"\n[ \t]*\r?\n(?![ \t\r\n]*¶?[B-Z]\s?[.)])|\bSUMMARY\b|\bSummary\b|-{5,}").search(
        text, after, following
    )
    mark = _BODY_MARK.search(text, after, following)
    if mark and mark["confidential"] and re.search(r"\([AB]\)", text[after : mark.start()]):
        mark = None  # the third reference, not a portion mark
    prose = None if body or blank or mark else _AFTER_REFS.search(text, after, following)
    ends = [m.start() for m in (body, blank, mark, prose) if m]
    end = min([*ends, following, after + 1500])
    header.stretches.append(Stretch(begin, end, Part.HEADER, whole=True))
    header.end = end


def _read_by(header: CableHeader, text: str, begin: int, after: int, following: int) -> None:
    label = classified_by.LABEL.match(text, begin)
    body = FIRST.search(text, after, following)
    statement = classified_by.classified_by(text, label.end() if label else after, body.start() if body else following)
    header.stretches.append(Stretch(begin, statement.end, Part.HEADER, whole=True))
    header.names += statement.names
    header.duties += statement.duties
    header.end = statement.end


def _paragraph_end(text: str, start: int, limit: int) -> int:
    match = re.compile(r"\n[ \t]*\r?\n|¶").search(text, start, limit)
    return match.start() if match else limit


_READERS = {
    "eo": _read_plain,
    "tags": _read_tags,
    "subject": _read_subject,
    "ref": _read_ref,
    "by": _read_by,
}
