"""The words of a text, with their places, folded spellings and the gaps between them."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from graph.name import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]{2,})*")
_WIDEST_JOIN = 3
_JOIN = re.compile(r"(?: ?[-‐/.&] ?| {1,2}|'|’)\Z")


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return a word's folded spelling, the dots of an abbreviation left out.

    >>> fold_word("U.S."), fold_word("Beltrán")
    ('us', 'beltran')
    """
    if word.isascii():
        return word.replace(".", "").lower()
    return fold(word).replace(".", "")


@lru_cache(maxsize=1 << 16)
def fold_phrase(text: str) -> str:
    """Return the key under which a phrase is looked up: its folded words, joined by single spaces."""
    return " ".join(fold_word(m) for m in _WORD.findall(text))


@dataclass(slots=True)
class Words:
    """The words of `text`: `starts[i]:ends[i]` is word i, `texts[i]` its writing, `folds[i]` its folded spelling.

    `joins[i]` says that nothing but a space, hyphen, slash, full stop or ampersand stands between words i and i + 1, so
    that both may belong to one name; `first[i]` that word i opens a passage.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    folds: list[str] = field(default_factory=list)
    joins: list[bool] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def before(self, position: int) -> int:
        """Return the index of the last word that ends at or before `position`; -1 where there is none."""
        return bisect_right(self.ends, position) - 1

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.starts) else "\n"


def split_words(text: str) -> Words:
    """Split a text into its words."""
    words = Words(text)
    starts, ends, texts = words.starts, words.ends, words.texts
    for match in _WORD.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        texts.append(text[start:end])
    words.folds = list(map(fold_word, texts))
    gaps = [text[e:s] for e, s in zip(ends, starts[1:], strict=False)]
    joined = {g: len(g) <= _WIDEST_JOIN and _JOIN.match(g) is not None for g in set(gaps)}
    words.joins = list(map(joined.__getitem__, gaps))
    words.first = [True, *("\n" in g for g in gaps)][: len(starts)]
    if starts:
        words.joins.append(False)
    return words
