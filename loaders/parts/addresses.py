"""The people and mailing lists of a mail's address fields."""

import re
from collections.abc import Iterator

from graph.entity import Kind
from loaders.parts.draft import Name

GOVERNMENT = re.compile(r"[@©]\s?[\w.-]*(?:\.?(?:gov|mil)\b)", re.IGNORECASE)
_MAILTO = r"\w{0,5}(?:ailto|aiIto)"
_ADDRESS = re.compile(
    rf"[<\[(]?\s*(?:\b{_MAILTO}:)?[\w.+'-]+\s?[@©]\s?[\w.-]+[\])>]?|\b{_MAILTO}:.*|[<\[(].*", re.IGNORECASE
)
_ENTRY = re.compile(r"[^;\s](?:[^;\s]|(?<=,)\s*\n\s*|[^\S\n]{1,3}(?=[^\s;])|\n(?=[^\s;]))*")
"""An entry ends at a semicolon, or at a wide gap where something was blacked out or stood in another column."""
_LIST = re.compile(
    r"[A-Z][A-Z0-9]{0,8}[-_/][\w$#/ -]{2,30}|\w{2,12}_[\w$#/ -]{2,30}|S\w*\s?\w*pecial\s?Assistants"
    r"|[A-Z][\w/ ]{1,30} (?:Group|Team|DL|List|Watch|Center|Tickers)(?=\s*(?:$|[<\[]))"
    r"|[A-GI-Z]\s?\([A-Z]\)|[A-Z]{2,6}(?=\s*(?:$|[<\[]))|[A-GI-Z](?=\s*$)"
)
_LOCAL_PART = re.compile(r"_?\w?[A-Z][a-z]+_(?:[A-Z]\.?(?:_[A-Z]\w+|$)|[A-Z]\w+)|_[A-Z]\w+")
"""The first half of a cut or blackened address (`Dennis_B._Ross`): no list, and no name."""
_SERVICE = re.compile(r"News|Ticker|Alert|Mailer|noreply|no-reply|Daemon|Listserv|Digest", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:[ ,\r\n]+(?:[A-ZÀ-Þ][\w.'’-]*|de|la|van|von|der|al|el|bin))*")
_LAST_FIRST = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,\s+[A-Z][\w'’-]*\.?(?:\s(?:[A-Z]\b\.?|[A-Z][a-z][\w'’-]*))*"
    r"(?:,? (?:Jr|Sr|II|III)\b)?"
)
"""As address books write names: what stands in capitals after one is a rank or an office."""
_PAIRS = re.compile(rf"(?:{_LAST_FIRST.pattern}\W*,\s+)+{_LAST_FIRST.pattern}")
_NO_NAME = frozenset({
    "undisclosed-recipients", "undisclosed recipients", "redacted", "subject", "sent", "to", "from", "cc", "date", "re",
    "fw", "b6", "b5", "attachments", "available", "best copy available",
})  # fmt: skip
_MOST_WORDS = 5


def people(text: str, start: int, end: int) -> Iterator[Name]:
    """Give the people and mailing lists of an address field: `Sullivan, Jacob J <…>; H; NEWS-NEA`."""
    for match in _ENTRY.finditer(text, start, end):
        a, b = match.span()
        entry = text[a:b]
        cut = _ADDRESS.search(entry)
        stop = a + cut.start() if cut else b
        while a < stop and not (text[a].isalpha() or text[a] == "_"):
            a += 1
        if a == stop or _LOCAL_PART.match(text, a, stop):
            continue
        if _PAIRS.match(text, a, stop):
            yield from (Name(*m.span(), kind=Kind.OFFICIAL) for m in _LAST_FIRST.finditer(text, a, stop))
        elif listed := _LIST.match(text, a, stop):
            yield Name(a, a + len(listed[0].rstrip()), kind=Kind.AGENCY)
        elif not _SERVICE.search(text, a, stop):
            yield from _person(text, a, stop, government=bool(GOVERNMENT.search(entry)))


def _person(text: str, start: int, end: int, *, government: bool) -> Iterator[Name]:
    book = _LAST_FIRST.match(text, start, end)
    named = book or _NAME.match(text, start, end)
    name = named[0].rstrip(" ,.'-") if named else ""
    if name and _is_name(name):
        official = government or name == "H" or book is not None
        yield Name(start, start + len(name), kind=Kind.OFFICIAL if official else Kind.PERSON)


def _is_name(name: str) -> bool:
    if name.lower() in _NO_NAME or len(name.split()) > _MOST_WORDS:
        return False
    return name == "H" or len(name) > 2  # noqa: PLR2004
