"""The line that says who classified a cable, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.entity import Kind
from graph.relation import RelationKind
from loaders.parts.draft import Duty, Name
from loaders.parts.person_name import Span, is_title_word, name_at_end
from loaders.posts import post_named

LABEL = re.compile(r"\bCLASSIFIED\s+BY\s*[:;.]?(?:\s*CLASSIFIED\s+BY\s*[:;.]?)?", re.IGNORECASE)
_WHY = re.compile(
    r"(?:[,;.:(\s\\-]|\bf\s{0,3}o\s{0,3}r?\b|\bper\b|\bbased\s+(?:up)?on\b|\bunder\b)*"
    r"(?:\bR\s{0,3}e\s{0,3}a\s{0,3}s\s{0,3}o\s{0,3}n(?:\s{0,3}s)?\b|\bE\.?O\.?\s*1\d{4}|\b1\s?\.\s?[45]\b|\bDECL|\bDerived)",
    re.IGNORECASE,
)
_REASONS = re.compile(
    r"1\s?\.\s{0,3}[45]\s*(?:\(?\s*[a-h](?:\s?[,/&-]\s?[a-h])*\s*\)?(?![a-z])\s*(?:,|/|&|and\b|a\s?nd\b|or\b)*\s*)*[.]?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:(?:the\s+)?(?:U\.?\s?S\.?\s+)?(?:Dep(?:artment|t\.?)\s+of\s+(?:State|Defense|Justice|the\s+Treasury|Homeland\s+Security)|"
    r"State\s+Department|State|DOS|Treasury|USAID|DHS|DEA|FBI|Commerce)"
    r"|(?:American\s+|U\.?\s?S\.?\s+)?(?:Embassy|Consulate(?:\s+General)?|AmEmbassy|AmConsul|Mission|US\s?Mission)"
    r"(?:\s*-\s*|\s+)(?:to\s+|in\s+|at\s+)?(?:the\s+)?[A-Z][\w’'. -]{2,30}"
    r"|[A-Z]{1,5}(?:/[A-Za-z]{1,8}){1,3}|Pol/Econ|Econ/Pol|EXEC|[A-Z]{3,5})\.?$"
)
_BUREAU = re.compile(r"(?:AF|EAP|EUR|NEA|SCA|SA|WHA|IO|INR|PM|ISN|VC|VCI|DRL|INL|OES|PRM|EEB|EB|NP|AC|CA|DS|S/CT|S/P)$")
_SEGMENT = re.compile(r"[^,;()]+")
_NO_PERSON = re.compile(r"\b(?:SIPDIS|SECTION|EMBASSY|SECRET|CONFIDENTIAL|UNCLAS|SUMMARY)\b")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """Where the statement ends, and what it says."""

    end: int
    names: tuple[Name, ...]
    duties: tuple[Duty, ...]


def classified_by(text: str, start: int, limit: int) -> ClassifiedBy:
    """Read the statement whose label ends at `start`; it ends at `limit` at the latest."""
    limit = min(limit, start + _LONGEST)
    why = _WHY.search(text, start, limit)
    who_end = why.start() if why else _line_end(text, start, limit)
    end = who_end
    if why:
        codes = _REASONS.search(text, max(why.start(), start), limit)
        end = codes.end() if codes else _line_end(text, why.end(), limit)
    names, duties = _who(text, start, who_end)
    return ClassifiedBy(end, tuple(names), tuple(duties))


def _line_end(text: str, start: int, limit: int) -> int:
    match = re.compile(r"(?<![A-Z])\.\s|\n\s*\n|$").search(text, start, limit)
    return match.end() if match else limit


def _who(text: str, start: int, end: int) -> tuple[list[Name], list[Duty]]:
    segments = list(_segments(text, start, end))
    for index, (a, b) in enumerate(segments):
        span = name_at_end(text, a, b)
        if span is None or _NO_PERSON.search(text, *span) or (index and _AGENCY.match(text[a:b])):
            continue
        person = Name(*span, kind=Kind.OFFICIAL)
        before = [s for s in [*segments[:index], (a, span[0])] if text[s[0] : s[1]].strip(" .-")]
        return _post(text, person, before, segments[index + 1 :])
    return [], []


def _post(text: str, person: Name, before: list[Span], after: list[Span]) -> tuple[list[Name], list[Duty]]:
    agencies: list[Name] = []
    titles: list[str] = []
    places: list[Name] = []
    for a, b in before:
        first = re.compile(r"\s*(\S+)").match(text, a, b)
        if first and _BUREAU.match(first[1]):
            agencies.append(Name(first.start(1), first.end(1), kind=Kind.AGENCY))
            a = first.end()  # noqa: PLW2901
        titles.append(text[a:b])
    for a, b in after:
        segment = text[a:b]
        if segment.strip(" .") in {"Jr", "Sr", "II", "III", "JR", "SR"}:
            continue
        if segment.strip(" .") and _AGENCY.match(segment) and not _is_title(segment):
            agencies.append(Name(a, b - segment.endswith(".") * (not segment.endswith("S.")), kind=Kind.AGENCY))
        else:
            titles.append(segment)
            if post_named(segment.strip(" .")):
                places.append(Name(a, b - segment.endswith("."), kind=Kind.PLACE))
    title = ", ".join(t for t in (" ".join(t.split()).strip(" .:-") for t in titles) if t)
    duties = [Duty(person, RelationKind.CLASSIFIED, agencies[0] if agencies else None, title)]
    duties += [Duty(person, None, agency, title) for agency in agencies[1:]]
    return [person, *agencies, *places], duties


def _is_title(segment: str) -> bool:
    words = segment.strip(" .").split()
    return len(words) == 1 and words[0].upper() in {
        "DCM",
        "ADCM",
        "CDA",
        "DAS",
        "PDAS",
        "CG",
        "RSO",
        "PAO",
        "POLAD",
        "PAS",
    }


def _segments(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _SEGMENT.finditer(text, start, end):
        a, b = match.span()
        while a < b and text[a] in " \t\r\n.:\\-":
            a += 1
        while a < b and text[b - 1] in " \t\r\n:\\-":
            b -= 1
        if a < b:
            yield a, b


__all__ = ["LABEL", "ClassifiedBy", "classified_by", "is_title_word"]
