"""The signature of a document's text: a few numbers by which its other forms are found among all documents."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from graph.analysis.fingerprint import words
from graph.likeness import shingles
from graph.passage import Part

if TYPE_CHECKING:
    from datasketch import MinHash

BANDS = 12
"""Two texts are compared where one of so many bands of their MinHash signatures is the same."""
ROWS = 5
"""A band joins so many values: of two texts that share 0.8 of their shingles 99 % meet in a band, of 0.9 all do."""
LEAST = 20
"""A text of fewer words than this is nobody's other form: two cover sheets are two."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature of one text.

    `text` is the same for two texts of the same letters and digits, wherever their words are parted; `bands` are
    numbers of 63 bits, none for a text of fewer than `LEAST` words; `size` counts letters and digits that are read.
    """

    text: str
    bands: tuple[int, ...]
    size: int


def signature(document_id: str, passages: Iterable[tuple[str, str]]) -> Signature:
    """Return the signature of a document, from its passages in their order, each as (part, shown text)."""
    told = " ".join(words(text) for part, text in passages if part != Part.STAMP).split()
    size = sum(len(word) for word in told if not word.startswith("xxxx"))
    if len(told) < LEAST:
        return Signature(document_id, (), size)
    text = blake2b("".join(told).encode(), digest_size=12).hexdigest()
    hashes = _empty().copy()
    hashes.update_batch([shingle.encode() for shingle in shingles(told)])
    values = hashes.hashvalues.astype("<u4")
    return Signature(text, tuple(_band(n, values[n * ROWS : (n + 1) * ROWS].tobytes()) for n in range(BANDS)), size)


def _band(n: int, values: bytes) -> int:
    return int.from_bytes(blake2b(bytes([n]) + values, digest_size=8).digest()) >> 1


@lru_cache(maxsize=1)
def _empty() -> "MinHash":
    from datasketch import MinHash  # noqa: PLC0415 - brings half of scipy: a second that only loading needs

    # The scheme is named, so that a newer datasketch gives the values that stand in stores.
    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=zlib.crc32, scheme="affine32")
