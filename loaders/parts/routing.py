"""The address lines of a cable: metadata prefix, FM, TO and INFO, attention lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.entity import Kind
from graph.passage import Part
from loaders.parts.draft import Name, Stretch

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_METADATA = re.compile(
    r"\s*(?P<id>\d{3,7})\s*\n\s*(?P<sent>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)\s*\n"
    r"\s*(?P<number>\d{2}[A-Z]\w{2,30})\s*\n"
    r"\s*(?P<origin>[^\n]{3,60}?)\s*\n\s*(?P<marking>[A-Z][A-Z/ ]{4,50}?)\s*\n"
)
_LABELLED = re.compile(
    r"\s*id:\s*(?P<id>\d+)\s*\n\s*date:\s*(?P<sent>[^\n]+?)\s*\n\s*refid:\s*(?P<number>\w+)\s*\n\s*origin:\s*(?P<origin>[^\n]+?)"
    r"\s*\n\s*classification:\s*(?P<marking>[^\n]+?)\s*\n",
    re.IGNORECASE,
)
_TABBED = re.compile(
    r"\s*(?:(?P<id>\d{3,7})\t)?(?P<sent>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)\t(?P<number>\d{2}[A-Z]\w{2,30})\t"
    r"(?P<origin>[^\t\n]{3,60})\t(?P<marking>[A-Z][A-Z/ ]{4,50})\t(?:[^\t\n]*\t)?"
)
_TEXT_AFTER_TAB = re.compile(
    r"\t(?=(?:S E C R E T|C O N F I D|U N C L A S|UNCLAS|SECRET|CONFIDENTIAL)[^\t\n]{1,60}\d{3})"
)
_FROM_TO = re.compile(r"\s*(?P<label>FM|TO|INFO)\s+(?P<rest>\S.*?)\s*$", re.DOTALL)
_CODES = re.compile(
    r"\s*(?:VZCZC\w*|[ROPZ]{2} [A-Z]{3}.*|DE RU\w+.*|ZNR .*|ZNY .*|[ROPZ] \d{6}Z [A-Z]{3} \d{2}.*|BT)\s*$"
)
_ADDRESSEE = re.compile(
    r"(?:RU\w{2,6}/)?(?P<name>.*?)(?:\s+(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH|NIACT|PRIO|IMMED))*(?:\s+\d{1,5})?(?:\s*[-/]+)?\s*$"
)
_PROSE = re.compile(r"[a-z]{3,} +[a-z]{2,} +[a-z]{2,}")
"""Small letters: no address line (`FM Amado said that …` speaks of a foreign minister)."""
_BODY_STARTS = re.compile(
    r"\s*(?:S E C R E T|C O N F I D|U N C L A S|UNCLAS|SECRET|CONFIDENTIAL|E\.?O\.?\s*1\d{4}|TAGS|SUBJ)"
)


@dataclass(slots=True)
class Routing:
    """What the lines before the classification line say; `end` is where they end."""

    end: int = 0
    sent: str = ""
    number: str = ""
    origin: str = ""
    marking: str = ""
    dated: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)


def read_routing(text: str, limit: int) -> Routing:
    """Read the metadata prefix and the routing header at the top of a cable, before position `limit`."""
    found = Routing()
    match = _METADATA.match(text) or _LABELLED.match(text) or _TABBED.match(text)
    if match:
        found.sent, found.number, found.marking = match["sent"], match["number"], match["marking"]
        found.origin = match["origin"]
        found.names.append(Name(*match.span("origin"), kind=Kind.AGENCY))
        found.stretches += [
            Stretch(*match.span(group), Part.HEADER, whole=True) for group in ("number", "origin", "marking")
        ]
        found.end = match.end()
        if match.re is _TABBED and (tab := _TEXT_AFTER_TAB.search(text, found.end, limit)):
            limit = tab.start()
    label = ""
    for start, end in _lines(text, found.end, limit):
        line = text[start:end]
        if _BODY_STARTS.match(line) or (label and not line.strip()):
            if _BODY_STARTS.match(line) or label:
                break
        elif _CODES.match(line):
            found.dated = found.dated or (line if re.search(r"\d{6}Z", line) else "")
            found.end = end
        elif _PROSE.search(line):
            break
        elif match := _FROM_TO.match(line):
            label = match["label"]
            found.end = end
            found.stretches.append(Stretch(start, end, Part.ADDRESS, whole=True, joined=len(found.stretches) > 0))
            found.names += _addressee(text, start + match.start("rest"), start + match.end("rest"))
        elif label and line.strip():
            found.end = end
            found.stretches.append(Stretch(start, end, Part.ADDRESS, whole=True, joined=True))
            found.names += _addressee(text, start, end)
    return found


def _lines(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    while start < limit:
        match = _LINE.match(text, start, limit)
        if match is None or match.end() == start:
            return
        yield start, match.end()
        start = match.end()


def _addressee(text: str, start: int, end: int) -> Iterator[Name]:
    line = text[start:end]
    match = _ADDRESSEE.match(line.strip("\\ \t\r\n"))
    shift = start + len(line) - len(line.lstrip("\\ \t\r\n"))
    if match and any(c.isalpha() for c in match["name"]):
        yield Name(shift + match.start("name"), shift + match.end("name"), kind=Kind.AGENCY)
