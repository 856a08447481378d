"""The body of a cable: numbered paragraphs, and the headings between them."""

import re
from collections.abc import Iterator

from graph.passage import Part
from loaders.parts.draft import MARKS, Stretch

_ANCHOR = re.compile(r"¶\s?(?P<number>\d{1,3})(?:\s?[.)])*")
_PLAIN = re.compile(
    r"(?=[ \t\d])(?:(?<=\n)|(?<=[.!?:)\"”-] )|(?<=[.!?:)\"”-]  )|^)"
    r"[ \t]*(?P<number>\d{1,3})\s?[.)]\s*(?=\(\s?[A-Z]|(?P<bare>[A-Z]))"
)
_MARK = re.compile(rf"\s*\(\s?(?P<mark>{MARKS})(?:\s*-\s*ENTIRE TEXT)?\s?\)\s*(?:[.:]\s)?")
_BLANK = re.compile(r"\n[ \t]*\r?\n\s*")
_DASHES = re.compile(r"(?:[-=_*%]\s?){4,}")
_SENTENCE_END = re.compile(r"[.?!:;,)\"”][\"”)]*$")
_LETTERS = re.compile(r"[A-Za-z]{2}")
_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_LIST_WIDTH, _LIST_LINE, _MOST = 45, 75, 0.85
"""A list's lines: how wide on average and at most, and what share of them opens with a capital."""
_HEADING_LONGEST = 110
_HEADING_WORDS = 14
_RIDERS = re.compile(r"\s*(?:end|begin|cont|note|visit)\b|.*(?:https?:|www\.)", re.IGNORECASE)


def paragraphs(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Give the stretches of a body: paragraphs with their numbers and portion marks, headings apart."""
    cuts = _numbers(text, start, end)
    edges = [*(begin for begin, _, _ in cuts), end]
    if start < edges[0]:
        yield from _pieces(text, start, edges[0], None, "", numbered_after=bool(cuts))
    for (_, after, number), stop in zip(cuts, edges[1:], strict=True):
        mark = _MARK.match(text, after, stop)
        begin = mark.end() if mark else after
        marking = re.sub(r"\s", "", mark["mark"]) if mark else ""
        yield from _pieces(text, begin, stop, number, marking, numbered_after=stop != end)


def _numbers(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Where paragraphs begin, where their text does, and their numbers: `¶3.` and plain `3. (C)` in sequence."""
    anchors = [(m.start(), m.end(), int(m["number"])) for m in _ANCHOR.finditer(text, start, end)]
    plain = [m for m in _PLAIN.finditer(text, start, end) if text[m.start() - 1 : m.start()] != "¶"]
    marked = [m for m in plain if not m["bare"]]
    chosen = marked if marked or anchors else plain
    cuts = sorted([*anchors, *((m.start("number"), m.end(), int(m["number"])) for m in chosen)])
    anchored = {begin for begin, _, _ in anchors}
    kept: list[tuple[int, int, int]] = []
    last = 0
    for cut in cuts:
        begin, _, number = cut
        if begin in anchored or last < number <= last + 2 or (not kept and number <= last + 2):
            if kept and begin < kept[-1][1]:
                continue
            kept.append(cut)
            last = number
    return kept


def _pieces(
    text: str, start: int, end: int, number: int | None, marking: str, *, numbered_after: bool
) -> Iterator[Stretch]:
    """Split a paragraph at blank lines and rules of dashes, and tell its headings from its text."""
    body_seen = False
    chunks = list(_chunks(text, start, end))
    for index, (a, b, ruled) in enumerate(chunks):
        last = index == len(chunks) - 1
        lines = list(_listed(text, a, b))
        heads = len(lines) == 1 and _is_heading(text[a:b], ruled=ruled, last=last and numbered_after)
        if heads and (body_seen or number is None or ruled):
            yield Stretch(a, _without_rule(text, a, b), Part.HEADING, whole=True)
        else:
            if last and numbered_after and not ruled and (cut := _heading_line(text, a, b)):
                yield Stretch(a, cut, Part.BODY, number, marking, joined=body_seen)
                yield Stretch(cut, _without_rule(text, cut, b), Part.HEADING, whole=True)
                continue
            for begin, stop in lines:
                yield Stretch(begin, stop, Part.BODY, number, marking, joined=body_seen and number is not None)
                body_seen = True


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the lines of a list (of participants, say) one by one; running text as one."""
    lines = [m.span() for m in _LINE.finditer(text, start, end)]
    bare = [text[a:b].strip() for a, b in lines]
    opening = sum(line[0].isupper() or line[0] in "-*•" for line in bare)
    closed = sum(line.endswith((".", ",", ";")) for line in bare)
    narrow = sum(map(len, bare)) < _LIST_WIDTH * len(bare) and max(map(len, bare), default=0) < _LIST_LINE
    if len(lines) > 2 and narrow and opening >= _MOST * len(lines) and closed < len(lines) / 3:  # noqa: PLR2004
        yield from lines
    else:
        yield start, end


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Chunks between blank lines; where a rule of dashes stands, the line before or between rules is a chunk, ruled."""
    for a, b in _between(text, start, end, _BLANK):
        rules = [m.span() for m in _DASHES.finditer(text, a, b)]
        if not rules:
            if _LETTERS.search(text, a, b):
                yield a, b, False
            continue
        at = a
        for index, (begin, stop) in enumerate(rules):
            line = text.rfind("\n", at, _rstrip(text, at, begin))
            cut = at if line < 0 else line + 1
            between = index > 0 and _LETTERS.search(text, at, begin) and begin - at <= _HEADING_LONGEST
            if between:
                yield at, begin, True
            else:
                if _LETTERS.search(text, at, cut):
                    yield at, cut, False
                if _LETTERS.search(text, cut, begin):
                    yield cut, begin, begin - cut <= _HEADING_LONGEST
            at = stop
        if _LETTERS.search(text, at, b):
            yield at, b, False


def _without_rule(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\r\n-=_*":
        end -= 1
    return end


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _between(text: str, start: int, end: int, cut: "re.Pattern[str]") -> Iterator[tuple[int, int]]:
    at = start
    for match in cut.finditer(text, start, end):
        if at < match.start():
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end


def _is_heading(chunk: str, *, ruled: bool, last: bool) -> bool:
    line = " ".join(chunk.split())
    if not line or len(line) > _HEADING_LONGEST or len(line.split()) > _HEADING_WORDS:
        return False
    if ruled:
        return not line.endswith(" .") and not re.search(r"[a-z]\.$", line)
    if _SENTENCE_END.search(line) or line[0] in "-(•*":
        return False
    return (last or line[0].isupper()) and not _RIDERS.match(line)


def _heading_line(text: str, start: int, end: int) -> int | None:
    """In text of one sentence a line (as a tokeniser leaves it), a last line without a stop heads what follows."""
    stop = _rstrip(text, start, end)
    line = text.rfind("\n", start, stop)
    if line < 0 or not re.search(r"[.?!:\"”)]\s*$", text[start:line]):
        return None
    return line + 1 if _is_heading(text[line:stop], ruled=False, last=True) else None
