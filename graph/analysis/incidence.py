"""Which entities which distinct passages and paragraphs name: what significance is computed from."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu

from graph.analysis.units import Named, Units, units_of
from graph.significance import Floats

Ints = NDArray[np.int64]
LIST = 8
"""A passage that names more entities than this is a mere list: a guest list, a roll of names."""


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """Distinct units (rows) by the entities that they name (columns, in order of their ids); each cell is 1.

    `weight` is what each unit counts for, `lists` says which are mere lists. Units are in the order in which they
    first came, so that sums of fractions come out the same to the last bit whenever the documents do.
    """

    entities: tuple[str, ...]
    cells: csr_array
    weight: Floats
    lists: NDArray[np.bool_]

    @property
    def total(self) -> float:
        """The weight of all units."""
        return float(self.weight.sum())

    def margins(self) -> Floats:
        """Return the weight of the units that name each entity."""
        return np.asarray(self.cells.T @ self.weight)

    def together(self, weight: Floats | None = None) -> csr_array:
        """Return the weight of the units that name two entities, for every pair of columns (i, j) with i < j."""
        heavy = csr_array(self.cells * (self.weight if weight is None else weight)[:, None])
        return csr_array(triu(self.cells.T.tocsr() @ heavy, k=1))


class Incidences:
    """Builds the incidence of passages and that of paragraphs from documents, which come in order of their id.

    Units of one fingerprint are one unit, which names what any of them names: the versions of a document and what one
    quotes from another count once. Units that name nobody are left out, as in every count of the store.
    """

    def __init__(self) -> None:
        self._entities: dict[str, int] = {}
        self._passages = _Units()
        self._paragraphs = _Units()

    def add(self, document_id: str, passages: Iterable[Named]) -> None:
        """Add one document's passages of the co-mentioning parts, in their order."""
        self.put(units_of(document_id, passages))

    def put(self, units: Units) -> None:
        """Add one document's units."""
        numbers = [self._entities.setdefault(id_, len(self._entities)) for id_ in units.entities]
        paragraphs = [self._paragraphs.number(mark) for mark in units.paragraphs]
        start = 0
        for mark, paragraph, width in zip(units.passages, units.within, units.widths, strict=True):
            named = [numbers[n] for n in units.named[start : start + width]]
            start += width
            self._passages.name(self._passages.number(mark), named)
            self._paragraphs.name(paragraphs[paragraph], named)
            self._paragraphs.widen(paragraphs[paragraph], width)

    def passages(self) -> Incidence:
        """Return the incidence of passages; a list weighs as `list_weight` says."""
        cells = self._passages.cells(len(self._entities))
        return self._incidence(cells, np.diff(cells.indptr).astype(np.int64))

    def paragraphs(self) -> Incidence:
        """Return the incidence of paragraphs, each as heavy as the longest list among its passages."""
        return self._incidence(self._paragraphs.cells(len(self._entities)), self._paragraphs.widths())

    def _incidence(self, cells: csr_array, widths: Ints) -> Incidence:
        ids = list(self._entities)
        order = sorted(range(len(ids)), key=ids.__getitem__)
        return Incidence(tuple(ids[n] for n in order), cells[:, order], list_weight(widths), widths > LIST)


def list_weight(named: Ints) -> Floats:
    """Return what units count for whose longest passage names so many entities: 1, or for mere lists 7 / (named - 1).

    As Newman (2001), "Scientific collaboration networks. II", Physical Review E 64, weighs a paper of n authors by
    1 / (n - 1), so that each author gets 1 from it: here nobody gets more from a list than from the fullest passage
    that is none, 7 links. A list of 50 names says little of any two of them; it makes 1,225 pairs all the same.
    """
    return np.minimum(1.0, (LIST - 1) / np.maximum(named - 1, 1))


class _Units:
    """Units by their fingerprints, and which entities each names."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._rows = array("i")
        self._columns = array("i")
        self._widths = array("i")

    def number(self, mark: int) -> int:
        number = self._numbers.setdefault(mark, len(self._numbers))
        if number == len(self._widths):
            self._widths.append(0)
        return number

    def name(self, unit: int, named: Sequence[int]) -> None:
        self._rows.extend([unit] * len(named))
        self._columns.extend(named)

    def widen(self, unit: int, width: int) -> None:
        self._widths[unit] = max(self._widths[unit], width)

    def widths(self) -> Ints:
        return np.array(self._widths, dtype=np.int64)

    def cells(self, columns: int) -> csr_array:
        rows, entities = np.array(self._rows, dtype=np.int64), np.array(self._columns, dtype=np.int64)
        # Twins name an entity twice: each cell is kept once.
        cells = np.unique(rows * max(columns, 1) + entities)
        shape = (len(self._numbers), columns)
        return csr_array((np.ones(len(cells)), np.divmod(cells, max(columns, 1))), shape=shape)
