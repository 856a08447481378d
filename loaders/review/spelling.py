"""The words of a name as comparing needs them: folded, without particles, in shapes that survive a slip of the pen."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import DamerauLevenshtein

from graph.name import fold
from loaders.names.lexicon import PARTICLES, TITLES

_WORD = re.compile(r"[^\W_]+")
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_SMALL = frozenset(
    ["the", "of", "and", "for", "de", "la", "el", "los", "las", "del", "y", "e", "para", "en", "in", "a"]
)
_READ_AS = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "i": "l", "v": "u"})
_VOWELS = re.compile(r"(?<=.)[aeouyh]")
_TWICE = re.compile(r"(.)\1+")
ONE_SLIP = 5
"""Letters from which on a word may be spelled with one slip and still be told."""
TWO_SLIPS = 9


@lru_cache(maxsize=1 << 17)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words that tell a person from another.

    >>> person_words("Gen. José de la Cruz-Peña Jr.")
    ('jose', 'cruz', 'pena')
    """
    words = tuple(_WORD.findall(fold(name)))
    kept = tuple(w for w in words if w not in PARTICLES and w not in _SUFFIXES)
    while len(kept) > 1 and kept[0] in TITLES:
        kept = kept[1:]
    return kept or words


@lru_cache(maxsize=1 << 17)
def body_words(name: str) -> tuple[str, ...]:
    """Return the words of a body's or place's name, without the small ones.

    >>> body_words("Secretariat of the Navy")
    ('secretariat', 'navy')
    """
    words = tuple(_WORD.findall(fold(name)))
    return tuple(w for w in words if w not in _SMALL) or words


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """Return what is left of a word whatever a scanner or a typist does to its vowels, doubles and figures.

    >>> skeleton("villarreal") == skeleton("vi1lareal")
    True
    """
    return _VOWELS.sub("", _TWICE.sub(r"\1", word.translate(_READ_AS)))


def one_slip_apart(a: str, b: str) -> bool:
    """Whether two words may be one: a letter or two of a long word wrong, missing, too many or turned round."""
    short = min(len(a), len(b))
    if short < ONE_SLIP or a[0].translate(_READ_AS) != b[0].translate(_READ_AS):
        return False
    most = 2 if short >= TWO_SLIPS else 1
    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


@cache
def _called() -> dict[str, frozenset[int]]:
    """Return the lines of the list of nicknames on which each name stands."""
    lines = (files("loaders") / "data" / "nicknames.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in [] if line.startswith("#") else fold(line).split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def nicknames(word: str) -> frozenset[int]:
    """Return numbers that two given names share when one may be short for the other (`pepe` and `jose`)."""
    return _called().get(word, frozenset())
