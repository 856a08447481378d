"""Telling a person's name from the titles and offices printed beside it."""

import re

from loaders.word_list import word_list

_TITLES = word_list("title_words.txt")

_PARTICLES = frozenset({
    "de", "la", "las", "los", "del", "da", "dos", "das", "van", "von", "der", "den", "di", "du",
    "le", "el", "al", "bin", "bint", "ibn", "y", "e", "ten", "ter", "st", "st.",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_WORD = re.compile(r"[^\s,;:()\[\]\"“”]+")
_NAME_WORD = re.compile(r"[A-ZÀ-ÞŠŽ][\w'’.`-]*$|[A-Z]\.$|(?:d|D|O|al|el)['’-][A-Z][\w'’-]*$")
_MOST_WORDS = 5
_SHORT_OFFICE = re.compile(r"[A-Z]{2,5}$|.*[/&\d+].*")

Span = tuple[int, int]


def is_title_word(word: str) -> bool:
    """Tell whether a word belongs to titles and offices rather than to a name."""
    low = word.lower().strip(".,;:'’")
    if low in _TITLES or low.replace(".", "") in _TITLES:
        return True
    parts = re.split(r"[/-]", low)
    return len(parts) > 1 and all(part.strip(".") in _TITLES or not part for part in parts)


def name_at_end(text: str, start: int, end: int) -> Span | None:
    """Find the name that a run of titles ends in (`Political Minister Counselor Gustavo Delgado`).

    The words are taken from the right as long as they are written as names and are no words of titles.
    """
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    shouted = text[start:end].isupper()
    taken: list[Span] = []
    while words and len(taken) < _MOST_WORDS:
        word = text[words[-1][0] : words[-1][1]]
        if not _may_be_name(word, first=not taken, shouted=shouted):
            break
        taken.append(words.pop())
    while taken and text[taken[-1][0] : taken[-1][1]].lower() in _PARTICLES - {"van", "von", "de", "al", "el", "la"}:
        taken.pop()
    if not taken:
        return None
    begin, stop = taken[-1][0], taken[0][1]
    if text[stop - 1] == "." and text[taken[0][0] : stop].lower().strip(".") not in _SUFFIXES:
        stop -= 1
    return (begin, stop) if _is_enough(text[begin:stop]) else None


def _may_be_name(word: str, *, first: bool, shouted: bool) -> bool:
    if is_title_word(word) and not (len(word) == len("A.") and word[1] == "."):
        return False
    if word.lower() in _PARTICLES:
        return not first
    if not shouted and _SHORT_OFFICE.match(word) and word.lower() not in _SUFFIXES:
        return False
    return bool(_NAME_WORD.match(word)) and not any(c in "/&+@\\" or c.isdigit() for c in word)


def _is_enough(name: str) -> bool:
    return len(name) > 2 and any(c.isalpha() for c in name) and not re.fullmatch(r"X{4,}", name)  # noqa: PLR2004
