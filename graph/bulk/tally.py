"""Counting the pairs of many documents at once: what `graph.comention.pairs_of` counts for one, by arrays."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.analysis.incidence import Ints

AT_ONCE = 2_000_000
"""Pairs, each as often as it is met, that are counted before they are summed."""


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """One document's mentions as counting sees them, passage after passage.

    `entities` are numbers, `within` the paragraph of each passage, `widths` how many entities it names, `named` which
    (places in `entities`); `date` is a number too, in order of the dates, or -1 where the document bears none.
    """

    entities: Ints
    within: Ints
    widths: Ints
    named: Ints
    date: int


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs in order of `first`, then `second`, with their sums; dates are -1 where no document bears one."""

    first: Ints
    second: Ints
    passages: Ints
    paragraphs: Ints
    documents: Ints
    earliest: Ints
    latest: Ints


def count_pairs(documents: Iterable[Marked], entities: int) -> Pairs:
    """Count the pairs of some documents, whose entities are numbered below `entities`."""
    summed = np.zeros((0, _COLUMNS), dtype=np.int64)
    pending: list[Ints] = []
    met = 0
    for document in documents:
        pending.append(_of_document(document, entities))
        met += len(pending[-1])
        if met >= max(AT_ONCE, len(summed)):
            summed, pending, met = _sum([summed, *pending]), [], 0
    summed = _sum([summed, *pending])
    first, second = np.divmod(summed[:, 0], max(entities, 1))
    earliest = np.where(summed[:, 4] == _NEVER, -1, summed[:, 4])
    return Pairs(first, second, summed[:, 1], summed[:, 2], summed[:, 3], earliest, summed[:, 5])


_COLUMNS = 6
_NEVER = np.iinfo(np.int64).max


def _of_document(document: Marked, entities: int) -> Ints:
    """Return rows of a pair's key, passages, paragraphs, documents, first and last date."""
    passages = np.repeat(np.arange(len(document.widths)), document.widths)
    named = document.entities[document.named]
    near = _pairs_in(passages, named, entities)
    wide = _pairs_in(np.repeat(document.within, document.widths), named, entities)
    keys, paragraphs = np.unique(wide, return_counts=True)
    near_keys, counts = np.unique(near, return_counts=True)
    rows = np.empty((len(keys), _COLUMNS), dtype=np.int64)
    rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3] = keys, 0, paragraphs, 1
    rows[np.searchsorted(keys, near_keys), 1] = counts
    rows[:, 4] = _NEVER if document.date < 0 else document.date
    rows[:, 5] = document.date
    return rows


def _pairs_in(groups: Ints, named: Ints, entities: int) -> Ints:
    """Return the key of every pair that a group names, once a group."""
    cells = np.unique(groups.astype(np.int64) * entities + named)
    group, entity = np.divmod(cells, max(entities, 1))
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    sizes = np.diff(starts, append=len(group))
    found = [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]):
        rows = entity[starts[sizes == size][:, None] + np.arange(size)]
        a, b = np.triu_indices(size, 1)
        found.append((rows[:, a] * entities + rows[:, b]).ravel())
    return np.concatenate(found)


def _sum(parts: list[Ints]) -> Ints:
    rows = np.concatenate(parts)
    if not len(rows):
        return rows
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    starts = np.flatnonzero(np.diff(rows[:, 0], prepend=-1))
    summed = np.add.reduceat(rows, starts, axis=0)
    summed[:, 0] = rows[starts, 0]
    summed[:, 4] = np.minimum.reduceat(rows[:, 4], starts)
    summed[:, 5] = np.maximum.reduceat(rows[:, 5], starts)
    return summed
