"""What one document's passages and paragraphs name: small enough to be sent from the process that reads it.

Apart from `graph.analysis.incidence`, so that a process that reads imports no scipy.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from graph.analysis.fingerprint import fingerprint, words

Named = tuple[int, str, Sequence[str]]
"""A passage as counting sees it: its block, its text, the ids of the entities that it names."""


@dataclass(frozen=True, slots=True)
class Units:
    """One document's passages and paragraphs that name anybody, by their fingerprints, in their order.

    `within` is each passage's paragraph (its place in `paragraphs`), `widths` how many entities it names, and `named`
    which these are, passage after passage: places in `entities`, which are ids.
    """

    entities: tuple[str, ...]
    paragraphs: "array[int]"
    passages: "array[int]"
    within: "array[int]"
    widths: "array[int]"
    named: "array[int]"

    def with_entities(self, entities: tuple[str, ...]) -> "Units":
        """Return the same units with these ids, which whoever keeps many units may know better by numbers."""
        return replace(self, entities=entities)


def units_of(document_id: str, passages: Iterable[Named]) -> Units:
    """Return the units of one document's passages of the co-mentioning parts, given in their order."""
    numbers: dict[str, int] = {}
    units = Units((), array("q"), array("q"), array("i"), array("i"), array("i"))
    for _, group in groupby(sorted(passages, key=itemgetter(0)), key=itemgetter(0)):
        block = [(words(text), ids) for _, text, ids in group]
        if not any(ids for _, ids in block):
            continue
        for text, ids in block:
            if ids:
                units.passages.append(fingerprint([text], document_id))
                units.within.append(len(units.paragraphs))
                units.widths.append(len(ids))
                units.named.extend(numbers.setdefault(id_, len(numbers)) for id_ in ids)
        units.paragraphs.append(fingerprint((text for text, _ in block), document_id))
    return replace(units, entities=tuple(numbers))
