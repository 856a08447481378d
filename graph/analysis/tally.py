"""Sums of pairs over many documents, kept as arrays: a million pairs of a load or a period take 30 MB."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from graph.comention import Pair, Place, pair

Numbers = NDArray[np.int64]
_SHIFT = 32
_LOW = (1 << _SHIFT) - 1


@dataclass(slots=True)
class Names:
    """Entity ids by numbers, in the order in which they were met."""

    ids: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, id_: str) -> int:
        """Return the number of an id, a new one for a new id."""
        found = self._numbers.setdefault(id_, len(self.ids))
        if found == len(self.ids):
            self.ids.append(id_)
        return found

    def pair(self, key: int) -> Pair:
        """Return the pair of ids that a key stands for."""
        return pair(self.ids[key >> _SHIFT], self.ids[key & _LOW])

    def key(self, a: str, b: str) -> int:
        """Return the key of a pair, in either order."""
        first, second = sorted((self.number(a), self.number(b)))
        return first << _SHIFT | second


def ends(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return the numbers of both ends of pairs."""
    return keys >> _SHIFT, keys & _LOW


@dataclass(frozen=True, slots=True)
class Sums:
    """Pairs by their keys, in order; and for each its passages, paragraphs and documents: an array of shape (3, n)."""

    keys: Numbers
    counts: Numbers

    def of(self, keys: Numbers) -> Numbers:
        """Return the counts of some keys, zeros for those that are not there."""
        if not len(self.keys):
            return np.zeros((3, len(keys)), dtype=np.int64)
        at = np.searchsorted(self.keys, keys).clip(max=len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.counts[:, at], 0)


class Tally:
    """Adds documents up, pair by pair: what `graph.comention.pairs_of` counts, over arrays of numbers."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._passages = array("q")
        self._paragraphs = array("q")
        self._documents = array("q")

    def add(self, named: Iterable[Place]) -> None:
        """Add one document."""
        by_passage: dict[int, set[int]] = defaultdict(set)
        by_block: dict[int, set[int]] = defaultdict(set)
        for passage, block, entity in named:
            number = self._names.number(entity)
            by_passage[passage].add(number)
            by_block[block].add(number)
        for group in by_passage.values():
            self._passages.extend(_keys(group))
        together: set[int] = set()
        for group in by_block.values():
            keys = _keys(group)
            self._paragraphs.extend(keys)
            together.update(keys)
        self._documents.extend(together)

    def sums(self) -> Sums:
        """Return the sums over all documents added."""
        keys, paragraphs = np.unique(np.array(self._paragraphs, dtype=np.int64), return_counts=True)
        _, documents = np.unique(np.array(self._documents, dtype=np.int64), return_counts=True)
        near, counts = np.unique(np.array(self._passages, dtype=np.int64), return_counts=True)
        passages = np.zeros(len(keys), dtype=np.int64)
        passages[np.searchsorted(keys, near)] = counts
        return Sums(keys, np.stack([passages, paragraphs, documents]))


def _keys(group: set[int]) -> list[int]:
    return [a << _SHIFT | b for a, b in combinations(sorted(group), 2)]


def summed(keys: Sequence[int], counts: Sequence[Sequence[int]]) -> Sums:
    """Return the sums of pairs from their keys, no two alike, and three columns of counts."""
    found = np.array(keys, dtype=np.int64)
    order = np.argsort(found)
    return Sums(found[order], np.array(counts, dtype=np.int64).reshape(3, -1)[:, order])
