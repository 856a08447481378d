"""Links compared: what two entities' link was, and what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.keyness import Floats
from graph.analysis.named import Named
from graph.analysis.tally import Names, Numbers, ends
from graph.bolt import AsyncBolt
from graph.query import query
from graph.reading.entities import rows_of

PASSAGES, PARAGRAPHS, DOCUMENTS = range(3)
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many passages and paragraphs name two entities, in how many documents."""

    passages: int
    paragraphs: int
    documents: int


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link before and after. `g2` says how surprising its paragraphs' change is (`graph.analysis.keyness`)."""

    a: Named
    b: Named
    before: Counts
    after: Counts
    g2: float


@dataclass(frozen=True, slots=True)
class LinkChanges:
    """Links of one sort: how many there are, and the first of them."""

    total: int
    items: list[LinkChange]


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs by their keys, in two states: counts of shape (3, n), and G²."""

    names: Names
    keys: Numbers
    before: Numbers
    after: Numbers
    g2: Floats

    def strongest(self, mask: Mask, counts: Numbers, limit: int) -> list[int]:
        """Return the places of those in the mask that count most: by passages, then paragraphs, then ids."""
        return self._first(mask, (-counts[PARAGRAPHS], -counts[PASSAGES]), limit)

    def most_surprising(self, mask: Mask, limit: int) -> list[int]:
        """Return the places of those in the mask whose change surprises most, in whichever direction."""
        return self._first(mask, (-np.abs(self.g2),), limit)

    def most_gained(self, mask: Mask, limit: int) -> list[int]:
        """Return the places of those in the mask that gained most beyond their share."""
        return self._first(mask, (-self.g2,), limit)

    def _first(self, mask: Mask, order: Sequence[NDArray[np.int64] | Floats], limit: int) -> list[int]:
        chosen = np.flatnonzero(mask)
        ranks = np.empty(len(self.names.ids), dtype=np.int64)
        ranks[sorted(range(len(ranks)), key=self.names.ids.__getitem__)] = np.arange(len(ranks))
        a, b = ends(self.keys[chosen])
        low, high = np.minimum(ranks[a], ranks[b]), np.maximum(ranks[a], ranks[b])
        by = np.lexsort((high, low, *(column[chosen] for column in order)))
        return [int(place) for place in chosen[by[:limit]]]

    async def told(self, bolt: AsyncBolt, mask: Mask, places: Sequence[int]) -> LinkChanges:
        """Return the links at some places, of those in the mask."""
        pairs = [self.names.pair(int(self.keys[place])) for place in places]
        known = await rows_of(bolt, list({id_ for pair in pairs for id_ in pair}))
        entities = {row.id: Named(row.id, row.name, row.kind) for row in known.values()}
        return LinkChanges(
            int(mask.sum()),
            [
                LinkChange(
                    entities[a],
                    entities[b],
                    _counts(self.before, place),
                    _counts(self.after, place),
                    float(self.g2[place]),
                )
                for (a, b), place in zip(pairs, places, strict=True)
            ],
        )


async def wanted(bolt: AsyncBolt, names: Names, keys: Numbers, entity: str | None, kind: str | None) -> Mask:
    """Return which pairs are asked for: with an end of a kind; of an entity, those whose other end is of that kind."""
    a, b = ends(keys)
    of_kind = np.ones(len(names.ids), dtype=np.bool_)
    if kind is not None:
        rows = await bolt.read(query("analysis_of_kind"), kind=kind)
        ids = {row["id"] for row in rows}
        of_kind = np.fromiter((id_ in ids for id_ in names.ids), dtype=np.bool_, count=len(names.ids))
    if entity is None:
        found: Mask = of_kind[a] | of_kind[b]
        return found
    number = names.number(entity)
    of_kind = np.append(of_kind, False) if number == len(of_kind) else of_kind
    mask: Mask = ((a == number) & of_kind[b]) | ((b == number) & of_kind[a])
    return mask


def _counts(counts: Numbers, place: int) -> Counts:
    passages, paragraphs, documents = (int(n) for n in counts[:, place])
    return Counts(passages, paragraphs, documents)
