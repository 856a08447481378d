"""A cable whose file gives its beginning first, and then all of it once more."""

import re

from graph.passage import Part
from loaders.parts.cable_header import CLASSIFICATION, LONGEST, CableHeader, read_header
from loaders.parts.draft import Stretch


def second_copy(text: str, first: CableHeader) -> int | None:
    """Return where the whole cable begins, in a file that gives its beginning first and then all of it once more."""
    number = first.number.lstrip("0") or "0"
    end = min(len(text), first.numbered + LONGEST)
    if not first.number or text.find(number, first.numbered, end) < 0:
        return None
    again = re.compile(
        rf"(?<![A-Za-z]){CLASSIFICATION}\s+(?:SECTION\s+\d+\s+O[FR]\s+\d+\s+)?"
        rf"{re.escape(first.post)}\s+0*{number}\b(?=[^¶]{{0,200}}(?:E\.?O\.?\s?1\d{{4}}|TAGS))"
    )
    match = again.search(text, first.numbered, end)
    return match.start() if match else None


def join_copies(text: str, start: int, again: int) -> CableHeader:
    """Return the header of a file whose beginning, at `start`, is given once more at `again`.

    The second is the whole one; where it leaves the subject out, the first has it.
    """
    second = read_header(text, again)
    if second.subject:
        second.stretches.insert(0, Stretch(start, again, Part.HEADER))
        return second
    first = read_header(text, start, again)
    first.stretches += second.stretches
    first.end = second.end
    return first
