"""Counting the pairs of many documents at once: what `graph.comention.pairs_of` counts for one, by arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from graph.analysis.incidence import Ints

DOCUMENTS_AT_ONCE = 256
"""Documents that are counted together: one by one, numpy's calls cost more than the counting."""

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
    given = iter(documents)
    while some := list(islice(given, DOCUMENTS_AT_ONCE)):
        pending.append(_of_documents(some, entities))
        met += len(pending[-1])
        if met >= max(AT_ONCE, len(summed)):
            summed, pending, met = _sum([summed, *pending]), [], 0
    summed = _sum([summed, *pending])
    first, second = np.divmod(summed[:, 0], max(entities, 1))
    earliest = np.where(summed[:, 4] == _NEVER, -1, summed[:, 4])
    return Pairs(first, second, summed[:, 1], summed[:, 2], summed[:, 3], earliest, summed[:, 5])


_COLUMNS = 6
_NEVER = np.iinfo(np.int64).max


def _of_documents(documents: Sequence[Marked], entities: int) -> Ints:
    """Return a row for each pair of each document: key, passages, paragraphs, documents, first and last date."""
    named = np.concatenate([document.entities[document.named] for document in documents])
    widths = np.concatenate([document.widths for document in documents])
    paragraphs = [int(document.within.max(initial=-1)) + 1 for document in documents]
    before = np.cumsum([0, *paragraphs[:-1]])
    within = np.concatenate([document.within + start for document, start in zip(documents, before, strict=True)])
    each = np.arange(len(documents))
    passage = np.repeat(np.arange(len(widths)), widths)
    of_passage, of_paragraph = np.repeat(each, [len(x.widths) for x in documents]), np.repeat(each, paragraphs)
    near, passages = np.unique(_pairs_in(passage, named, of_passage, entities), return_counts=True)
    wide = _pairs_in(np.repeat(within, widths), named, of_paragraph, entities)
    keys, counts = np.unique(wide, return_counts=True)
    document, pair = np.divmod(keys, max(entities, 1) ** 2)
    dates = np.array([x.date for x in documents], dtype=np.int64)[document]
    rows = np.zeros((len(keys), _COLUMNS), dtype=np.int64)
    rows[np.searchsorted(keys, near), 1] = passages
    rows[:, 0], rows[:, 2], rows[:, 3] = pair, counts, 1
    rows[:, 4], rows[:, 5] = np.where(dates < 0, _NEVER, dates), dates
    return rows


def _pairs_in(groups: Ints, named: Ints, documents: Ints, entities: int) -> Ints:
    """Return the keys of the pairs that each group names, once a group; a key begins with the group's document."""
    cells = np.unique(groups.astype(np.int64) * entities + named)
    group, entity = np.divmod(cells, max(entities, 1))
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    sizes = np.diff(starts, append=len(group))
    found = [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]):
        begin = starts[sizes == size]
        rows = entity[begin[:, None] + np.arange(size)]
        a, b = np.triu_indices(size, 1)
        of = documents[group[begin]][:, None] * entities
        found.append((((of + rows[:, a]) * entities) + rows[:, b]).ravel())
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
