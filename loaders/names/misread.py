"""Words that may be one, misread from a scanned page or spelled by ear."""

import re
from functools import lru_cache

_SHORT = 4
"""A shorter word is too little to be told by its shape."""
_SHAPES = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("nn", "m"), ("li", "h"))
_LIKE = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "i": "l", "j": "l"})
_HISSED = re.compile(r"c(?=[ei])")
_SOUNDS = str.maketrans({"z": "s", "v": "b", "w": "b", "y": "i", "k": "c", "q": "c", "h": None})
_TWICE = re.compile(r"(.)\1+")


def alike(one: str, other: str) -> bool:
    """Whether two folded words may be one, misread or spelled by ear.

    >>> alike("abdurrahim", "abdurrahirn"), alike("velasquez", "velazquez"), alike("raul", "paul")
    (True, True, False)
    """
    if one == other:
        return True
    return min(len(one), len(other)) >= _SHORT and (_shape(one) == _shape(other) or _sound(one) == _sound(other))


@lru_cache(maxsize=1 << 14)
def _shape(word: str) -> str:
    """Return a word as eyes see it: letters that scanners take for each other are one."""
    for pair, letter in _SHAPES:
        word = word.replace(pair, letter)
    return _TWICE.sub(r"\1", word.translate(_LIKE))


@lru_cache(maxsize=1 << 14)
def _sound(word: str) -> str:
    """Return a word as Spanish ears hear it: s and z, b and v, i and y, a mute h, letters written twice."""
    return _TWICE.sub(r"\1", _HISSED.sub("s", word.replace("ph", "f")).translate(_SOUNDS))
