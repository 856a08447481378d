"""Where one sentence ends and the next begins."""

import re
from collections.abc import Callable, Iterator

from loaders.word_list import word_list

_END = re.compile(r"""(?<![.?!])[.?!]++(?:["”’')\]]+)?(?:\s+|(?=--))""")
_OPENS = re.compile(r"""(?:--?\s*|[•*]\s*)?["“‘'(\[]*(?:[A-ZÁÉÍÓÚÑÜ¿¡0-9$<]|--|XXXX|al-|el-|[a-z]\))""")
_LAST_WORD = re.compile(r"[^\s(\"“/-]{1,20}$")
_NEXT_WORD = re.compile(r"[\"“('\[]*([A-Za-z]+)")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$")

_MARKER = 2
_NEVER = word_list("abbreviations.txt")

_STARTERS = frozenset({
    "The", "This", "That", "These", "Those", "There", "In", "On", "At", "It",
    "He", "She", "They", "We", "I", "If", "But", "And", "However", "While",
    "Although", "When", "As", "For", "His", "Her", "Its", "Their", "Our", "After",
    "Before", "Since", "During", "Moreover", "Meanwhile", "End", "THE", "THIS", "THAT", "IN",
    "ON", "AT", "IT", "HE", "SHE", "THEY", "WE", "IF", "BUT", "HOWEVER",
    "WHILE", "AS", "FOR", "AFTER", "END", "What", "Also", "Some",
})  # fmt: skip
"""Words that begin a sentence rather than go on after `U.S.` or an initial."""


def sentences(text: str, *, ends: Callable[[int], bool] | None = None) -> Iterator[tuple[int, int]]:
    """Give the spans of the sentences of `text`, in order, without the white space between them.

    `ends`, where given, is asked for the position of a stop followed by white space: it knows that one ends a
    sentence (in tokenised text the stop stood apart).
    """
    start = 0
    for match in _END.finditer(text):
        stop = match.end()
        if stop >= len(text) or match.start() < start:
            continue
        sure = ends is not None and ends(match.start())
        if sure or _breaks(text, start, match.start(), stop):
            yield from _trim(text, start, stop)
            start = stop
    yield from _trim(text, start, len(text))


def _breaks(text: str, start: int, dot: int, after: int) -> bool:
    if dot - start <= _MARKER and text[start:dot].isalnum():
        return False  # `A.`, `12.`: the mark of a list
    if not _OPENS.match(text, after):
        return False
    if text[dot] != ".":
        return True
    match = _LAST_WORD.search(text, max(0, dot - 20), dot)
    word = match[0] if match else ""
    bare = word.strip("'’\"”)").rstrip(".")
    if bare.lower() in _NEVER and text[dot : dot + 2] == ". ":
        return False
    if _INITIALS.fullmatch(bare):
        following = _NEXT_WORD.match(text, after)
        return following is None or following[1] in _STARTERS
    return True


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
