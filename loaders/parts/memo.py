"""The sender of a memo: `FROM: S/P — Jake Sullivan`."""

import re

from graph.entity import Kind
from loaders.parts.draft import Duty, Name
from loaders.parts.person_name import is_title_word, name_at_end

_DASH = re.compile(r"\s+[—–-]{1,2}\s+|\s*[—–]\s*|(?<=[A-Z])-\s+|(?<=[a-z]) -(?=[A-Z])|:\s+")
_COMMA = re.compile(r"\s*,\s*")
OFFICE = re.compile(
    r"(?:[A-Z][A-Z0-9]{0,6}(?:/[A-Z0-9]{1,8}){1,4}|[DSEGMTPCHLJR]\s?\([A-Z]\)|[A-Z]{2,6}"
    r"|(?:Office|Bureau|Department|Embassy|U\.S\.|Special Envoy|Section)\b.{2,60}"
    r"|.{2,40}\b(?:Section|Office|Desk|Bureau|Department|Division|Affairs|Embassy|Mission))$"
)
"""An office's symbol or name."""


def sender(text: str, start: int, end: int) -> tuple[list[Name], list[Duty]]:
    """Read one line of a memo's FROM: an office, a dash, titles and a name; or a name, its title and office."""
    while start < end and text[start].isspace():
        start += 1
    end = start + len(text[start:end].rstrip(" .,;"))
    dash = _DASH.search(text, start, end)
    if dash and (office := text[start : dash.start()].strip()):
        return _named(text, (start, start + len(office)), (dash.end(), end))
    pieces = _pieces(text, start, end)
    person: tuple[int, int] | None = None
    offices: list[Name] = []
    titles: list[str] = []
    for a, b in pieces:
        found = None if person or (len(pieces) > 1 and _opens_with_title(text[a:b])) else name_at_end(text, a, b)
        if found and not OFFICE.match(text[a:b]):
            person = found
            titles += [text[a : found[0]]] if text[a : found[0]].strip() else []
        elif OFFICE.match(text[a:b]):
            offices.append(Name(a, b, kind=Kind.AGENCY))
        else:
            titles.append(text[a:b])
    if person is None:
        return offices, []
    name = Name(*person, kind=Kind.OFFICIAL)
    title = ", ".join(" ".join(t.split()) for t in titles)
    return [name, *offices], [Duty(name, None, office, title) for office in offices]


def _opens_with_title(piece: str) -> bool:
    return is_title_word(piece.split(maxsplit=1)[0])


def _named(text: str, office: tuple[int, int], who: tuple[int, int]) -> tuple[list[Name], list[Duty]]:
    agency = Name(*office, kind=Kind.AGENCY)
    first = _pieces(text, *who)
    found = name_at_end(text, *first[0]) if first else None
    if found is None:
        return [agency], []
    person = Name(*found, kind=Kind.OFFICIAL)
    title = " ".join(text[who[0] : found[0]].split()) or ", ".join(" ".join(text[a:b].split()) for a, b in first[1:])
    return [agency, person], [Duty(person, None, agency, title)]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    at = start
    for match in _COMMA.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    return [(a, b) for a, b in pieces if text[a:b].strip()]
