"""Telling when two texts are one: the same words, however they are set, cased, accented or punctuated."""

import re
from collections.abc import Iterable
from hashlib import blake2b

from graph.name import fold

FEW_WORDS = 5
"""A text of fewer words than this says nothing of its own ("Comment.", "Summary"): it counts once a document."""

_BETWEEN = re.compile(r"[\W_]+")
_ASCII = "".join(chr(n).lower() if chr(n).isalnum() else " " for n in range(128))
"""By code point, what stands for a character of ASCII."""


def words(text: str) -> str:
    """Return the words of a text as comparing sees them: letters and digits, folded, one space between.

    >>> words("(S) Beltrán  LEYVA -- dead.")
    's beltran leyva dead'
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    return _BETWEEN.sub(" ", fold(text)).strip()


def fingerprint(texts: Iterable[str], document_id: str) -> int:
    """Return a number of 63 bits that texts of the same letters and digits share, given by their `words`.

    Where words are parted does not count, so a tagged cable's passage and its untagged twin's are one, as are a
    forwarded mail's and a retransmission's. Texts of fewer than `FEW_WORDS` words are told apart by document.
    """
    said = " ".join(text for text in texts if text)
    short = said.count(" ") + 1 < FEW_WORDS
    key = said.replace(" ", "") + (f"\0{document_id}" if short else "")
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) >> 1
