"""Weighing every pair that some paragraph names together: its significance at both scopes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np

from graph.analysis.incidence import Incidence, Ints
from graph.significance import (
    Floats,
    expected_count,
    false_discovery,
    hypergeometric_tail,
    log_likelihood_ratio,
    normalised_pmi,
)

Values = list[float | None]
Weights = tuple[str, dict[str, Values]]
"""`(entity, {other entity: values})`: the significance of an entity's links to those that follow it."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Pairs of columns at one scope, in order, and what is known of each.

    `observed` and `expected` are distinct units, a list counting for less than 1; `llr`, `npmi` and `expected` are
    computed from them. `p` takes whole counts: where lists made fractions, `observed` is rounded down and the rest up,
    so that p errs to the side of chance. `q` controls false discovery over all pairs that could have met, also those
    that never did: whoever looks at the pairs that met has already chosen.
    """

    first: Ints
    second: Ints
    observed: Floats
    expected: Floats
    llr: Floats
    npmi: Floats
    p: Floats
    q: Floats
    lists: Floats
    """The share of the units that name both which are mere lists."""


def weigh(incidence: Incidence) -> Weighed:
    """Return the significance of every pair that some unit names together."""
    together = incidence.together().tocoo()
    order = np.lexsort((together.col, together.row))
    first, second = together.row[order].astype(np.int64), together.col[order].astype(np.int64)
    observed = together.data[order]
    margins, total = incidence.margins(), incidence.total
    x, y = margins[first], margins[second]
    whole = np.floor(observed + _ROUNDING), _up(x), _up(y), float(_up(np.array(total)))
    p = hypergeometric_tail(*whole)
    named = len(incidence.entities)
    return Weighed(
        first,
        second,
        observed,
        expected_count(x, y, total),
        log_likelihood_ratio(observed, x, y, total),
        normalised_pmi(observed, x, y, total),
        p,
        false_discovery(p, named * (named - 1) // 2),
        _share_of_lists(incidence, first, second),
    )


def rows(paragraphs: Weighed, passages: Weighed, entities: tuple[str, ...]) -> Iterator[Weights]:
    """Give what is written on the links, a row an entity.

    The values of a link are observed, expected, llr, npmi, p and q by paragraph, then observed, llr, npmi and q by
    passage and the share of those passages that are lists (None where no passage names both).
    """
    values = joined(paragraphs, passages, len(entities))
    ends = zip(paragraphs.first.tolist(), paragraphs.second.tolist(), range(len(values)), strict=True)
    for first, group in groupby(ends, itemgetter(0)):
        links: dict[str, Values] = {}
        for _, second, n in group:
            links[entities[second]] = [None if value != value else value for value in values[n].tolist()]  # noqa: PLR0124 - NaN
        yield entities[first], links


def joined(paragraphs: Weighed, passages: Weighed, entities: int) -> Floats:
    """Return the values of each pair of `paragraphs`, a row a pair, as `rows` has them; NaN stands for None."""
    wide, near = _key(paragraphs, entities), _key(passages, entities)
    at = np.searchsorted(near, wide)
    found = np.append(near, -1)[at] == wide
    values = np.full((len(wide), len(_PARAGRAPH) + len(_PASSAGE)), np.nan)
    values[:, : len(_PARAGRAPH)] = np.column_stack([getattr(paragraphs, name) for name in _PARAGRAPH])
    near_values = np.column_stack([getattr(passages, name) for name in _PASSAGE])
    values[found, len(_PARAGRAPH) :] = near_values[at[found]]
    return values


_ROUNDING = 1e-9
_PARAGRAPH = ("observed", "expected", "llr", "npmi", "p", "q")
_PASSAGE = ("observed", "llr", "npmi", "q", "lists")


def _up(count: Floats) -> Floats:
    return np.ceil(count - _ROUNDING)


def _key(pairs: Weighed, entities: int) -> Ints:
    return pairs.first * entities + pairs.second


def _share_of_lists(incidence: Incidence, first: Ints, second: Ints) -> Floats:
    if not len(first):
        return np.zeros(0)
    listed = incidence.together(incidence.lists.astype(float))[first, second]
    every = incidence.together(np.ones(len(incidence.lists)))[first, second]
    return np.asarray(listed / every, dtype=float).ravel()
