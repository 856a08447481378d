"""The attention lines of a cable: `STATE FOR WHA/MEX (SMITH), NSC FOR JONES`."""

import re
from collections.abc import Iterator

from graph.entity import Kind
from loaders.parts.draft import Duty, Name
from loaders.parts.person_name import is_title_word
from loaders.posts import post_named
from loaders.word_list import word_list

_OFFICE = re.compile(r"(?<![\w/])(?:USAID )?[A-Z]{1,6}(?:/[A-Z]{1,8}){1,3}(?![\w/])")
_AGENCY = re.compile(
    r"(?<![\w/])(?:STATE|DEPT|DEPARTMENT|NSC|TREASURY|USTR|USAID|USDOC|COMMERCE|ENERGY|DOE|DOD|DOC|DOJ|JUSTICE|DHS|FBI|DEA|CIA|OSD|JCS|DIA|USDA|NNSA|EXIM|OPIC"
    r"|FAA|EPA|USUN|(?:HQ ?)?(?:US)?(?:SOUTHCOM|CENTCOM|EUCOM|PACOM|AFRICOM|NORTHCOM))"
    r"(?=\s+(?:ALSO\s+|PLEASE\s+|PLS\s+|PASS\s+)*(?:FOR|PASS|TO)\b)"
)
_AFTER_FOR = re.compile(r"\bFOR\s+(?P<who>[^;\n]{2,80})(?!\w)|\((?P<beside>[A-Z][A-Z. ,'-]{2,40})\)")
_PIECE = re.compile(r"[^,;()/]+?(?=\s+(?:AND|FOR|PASS)\b|[,;()/]|$)")
_NAME = re.compile(r"(?:[A-Z][A-Z'-]{2,}|[A-Z]\.?)(?: ?(?:[A-Z][A-Z'-]{2,}|[A-Z]\.)){0,2}$")
_SHORTEST_SURNAME = 5
_MARKINGS = frozenset(["SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "SBU", "NOFORN", "NF", "SENSITIVE"])
"""A classification with its caveats (`SECRET/NOFORN`) looks like an office's symbol."""
_NO_NAME = word_list("attention_words.txt")


def attention(text: str, start: int, end: int) -> tuple[list[Name], list[Duty]]:
    """Return the offices and people that the lines between the number and the E.O. line name, and who belongs where.

    A person belongs to the office or agency named last before him on his line.
    """
    offices = [
        Name(*m.span(), kind=Kind.AGENCY)
        for m in _OFFICE.finditer(text, start, end)
        if _MARKINGS.isdisjoint(m[0].split("/"))
    ]
    offices += [
        Name(*m.span(), kind=Kind.AGENCY)
        for m in _AGENCY.finditer(text, start, end)
        if not any(o.start <= m.start() < o.end for o in offices)
    ]
    people = list(_people(text, start, end, offices))
    duties = []
    for person in people:
        line = max(text.rfind("\n", start, person.start), text.rfind(";", start, person.start), start - 1)
        before = [o for o in offices if line < o.start and o.end <= person.start]
        if before:
            duties.append(Duty(person, None, max(before, key=lambda o: o.end)))
    return [*offices, *people], duties


def _people(text: str, start: int, end: int, offices: list[Name]) -> Iterator[Name]:
    for match in _AFTER_FOR.finditer(text, start, end):
        group = "who" if match["who"] else "beside"
        for piece in _PIECE.finditer(text, *match.span(group)):
            span = _person(text, *piece.span())
            if span and not any(o.start < span[1] and span[0] < o.end for o in offices):
                yield Name(*span, kind=Kind.OFFICIAL)


def _person(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and not text[start].isalpha():
        start += 1
    while (space := text.find(" ", start, end)) >= 0 and is_title_word(text[start:space]):
        start = space + 1
    end = start + len(text[start:end].rstrip())
    name = text[start:end]
    if not _NAME.match(name) or set(re.split(r"[ -]", name)) & _NO_NAME or post_named(name):
        return None
    if is_title_word(name) or max(map(len, name.split())) < _SHORTEST_SURNAME:
        return None
    return start, end
