"""All documents of an import together: what only their sum can say, written to the files of the import."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import lru_cache
from io import SEEK_END
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.analysis.incidence import Incidences
from graph.analysis.units import Units
from graph.analysis.weighing import joined, weigh
from graph.bulk.chunk import Chunk, Thing, Told, unpacked_passages
from graph.bulk.files import Files
from graph.bulk.lines import entity_lines, pair_lines
from graph.bulk.table import BROUGHT, ENTITIES, HOLDS, LOADS, PAIRS, PART_OF, STORES, VERSION_OF, Lines, line
from graph.bulk.tally import Marked, Pairs, count_pairs
from graph.likeness import Said, said
from graph.load import Load
from graph.schema import SCHEMA
from graph.signature import Signature
from graph.versions import versions
from graph.who import local_user

ENTITIES_AT_ONCE = 4_000
PAIRS_AT_ONCE = 10_000
REMEMBERED = 256
"""Documents whose words are kept while they are compared."""
AHEAD = 8
"""Slices of lines that are being made at a time."""


class _Document(NamedTuple):
    """One document as it is kept until all have come: entities are numbers, and `date` is as the document has it.

    `named` and `mentions` are the entities that it names and how often; `said` is where its passages lie, and how long.
    """

    id: str
    date: str | None
    entities: "array[int]"
    units: Units
    signature: Signature
    number: str
    named: "array[int]"
    mentions: "array[int]"
    said: tuple[int, int]

    def paragraphs(self) -> Counter[int]:
        """Return how many paragraphs that count name each entity."""
        widths = self.units.widths
        within = [paragraph for paragraph, width in zip(self.units.within, widths, strict=True) for _ in range(width)]
        return Counter(self.entities[n] for _, n in set(zip(within, self.units.named, strict=True)))


class Gathered:
    """Gathers chunks, in the name of `who`, writing at once what is each document's own."""

    def __init__(self, files: Files, who: str | None = None) -> None:
        self._files = files
        self._who = who or local_user()
        self._numbers: dict[str, int] = {}
        self._things: list[Thing] = []
        self._documents: list[_Document] = []
        self._posts: dict[tuple[str, str, str], list[str]] = {}
        self._parents: dict[tuple[str, str], list[str]] = {}
        self._silent: dict[str, str] = {}

    @property
    def entities(self) -> int:
        """How many entities were met so far."""
        return len(self._things)

    @property
    def counting(self) -> int:
        """How many entities are named by documents that count, once all was finished."""
        return sum(thing.documents > 0 for thing in self._things)

    @property
    def versions(self) -> int:
        """How many documents were found to be forms of another's text, once all was finished."""
        return len(self._silent)

    def add(self, chunk: Chunk) -> None:
        """Take some documents."""
        self._files.append(chunk)
        for id_, thing in chunk.things.items():
            number = self._numbers.setdefault(id_, len(self._numbers))
            if number == len(self._things):
                self._things.append(thing)
            else:
                self._things[number].add(thing)
        self._documents += [self._kept(told) for told in chunk.told]
        for person, agency, title, ids in chunk.posts:
            self._posts.setdefault((person, agency, title), []).extend(ids)
        for agency, above, ids in chunk.parents:
            self._parents.setdefault((agency, above), []).extend(ids)

    def finish(self, load: Load, revision: int, pool: Executor | None) -> int:
        """Write what all documents say together, for a store whose revision was so far; return the number of links."""
        self._documents.sort(key=itemgetter(0))
        self._silence()
        self._files.write(STORES, [f"store,{line(['store', SCHEMA, revision + 2, revision + 2, self._who])}"])
        row = [load.id, load.at, len(self._documents), 0, revision + 1]
        self._files.write(LOADS, [f"{load.id},{line(row)}"])
        self._files.write(BROUGHT, [f"{load.id},{document.id}" for document in self._documents])
        posts = (f"{a},{b},{line([title, sorted(ids)])}" for (a, b, title), ids in sorted(self._posts.items()))
        self._files.write(HOLDS, posts)
        parents = (f"{a},{b},{line([sorted(ids)])}" for (a, b), ids in sorted(self._parents.items()))
        self._files.write(PART_OF, parents)
        named = iter(zip(self._numbers, self._things, strict=True))
        slices = iter(lambda: list(islice(named, ENTITIES_AT_ONCE)), [])
        for lines in _made(pool, entity_lines, ((some,) for some in slices)):
            self._files.put(ENTITIES, lines)
        pairs = self._pairs()
        for lines in _made(pool, pair_lines, self._weighed(pairs)):
            self._files.put(PAIRS, lines)
        return len(pairs.first)

    def _kept(self, told: Told) -> _Document:
        numbers = self._numbers
        scratch = self._files.scratch()
        place = scratch.seek(0, SEEK_END)
        scratch.write(told.said)
        return _Document(
            told.id,
            told.date,
            array("i", [numbers[id_] for id_ in told.units.entities]),
            told.units.with_entities(()),
            told.signature,
            told.number,
            array("i", [numbers[id_] for id_, _ in told.named]),
            array("i", [n for _, n in told.named]),
            (place, len(told.said)),
        )

    def _silence(self) -> None:
        """Find the documents that are forms of another's text, and take what they count from the entities."""
        by_id = {document.id: document for document in self._documents}

        @lru_cache(REMEMBERED)
        def say(id_: str) -> Said:
            document, scratch = by_id[id_], self._files.scratch()
            scratch.seek(document.said[0])
            return said(document.number, unpacked_passages(scratch.read(document.said[1])))

        self._silent = versions({id_: document.signature for id_, document in by_id.items()}, say)
        self._files.write(VERSION_OF, [f"{id_},{other}" for id_, other in sorted(self._silent.items())])
        for document in map(by_id.__getitem__, self._silent):
            for number, mentions in zip(document.named, document.mentions, strict=True):
                self._things[number].mentions -= mentions
                self._things[number].documents -= 1
            for number, paragraphs in document.paragraphs().items():
                self._things[number].paragraphs -= paragraphs

    def _counting(self) -> Iterator[_Document]:
        return (document for document in self._documents if document.id not in self._silent)

    def _pairs(self) -> Pairs:
        order = sorted(self._numbers, key=str)
        rank = np.empty(len(order), dtype=np.int64)
        rank[[self._numbers[id_] for id_ in order]] = np.arange(len(order))
        dates = {date: n for n, date in enumerate(self._dates())}
        marked = (
            Marked(
                rank[np.array(document.entities, dtype=np.int64)],
                np.array(document.units.within, dtype=np.int64),
                np.array(document.units.widths, dtype=np.int64),
                np.array(document.units.named, dtype=np.int64),
                -1 if document.date is None else dates[document.date],
            )
            for document in self._counting()
        )
        return count_pairs(marked, len(order))

    def _dates(self) -> list[str]:
        return sorted({document.date for document in self._documents if document.date is not None})

    def _weighed(self, pairs: Pairs) -> Iterator[tuple[Any, ...]]:
        """Give the arguments of `pair_lines`, slice by slice."""
        ids = list(self._numbers)
        incidences = Incidences()
        for document in self._counting():
            incidences.put(document.units.with_entities(tuple(ids[n] for n in document.entities)))
        paragraphs = incidences.paragraphs()
        wide = weigh(paragraphs)
        values = joined(wide, weigh(incidences.passages()), len(paragraphs.entities))
        ids.sort()
        ranks = {id_: n for n, id_ in enumerate(ids)}
        rank = np.array([ranks[id_] for id_ in paragraphs.entities], dtype=np.int64)
        known = rank[wide.first] * len(ids) + rank[wide.second]
        at = np.searchsorted(known, pairs.first * len(ids) + pairs.second)
        dates = np.array(["", *(f'"{date}"' for date in self._dates())], dtype=object)
        counts = np.column_stack([pairs.passages, pairs.paragraphs, pairs.documents])
        names = np.array(ids, dtype=object)
        for start in range(0, len(at), PAIRS_AT_ONCE):
            some = slice(start, start + PAIRS_AT_ONCE)
            yield (
                _two(names[pairs.first[some]], names[pairs.second[some]]),
                counts[some],
                _two(dates[pairs.earliest[some] + 1], dates[pairs.latest[some] + 1]),
                values[at[some]],
            )


def _two(first: NDArray[np.object_], second: NDArray[np.object_]) -> list[tuple[str, str]]:
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _made(pool: Executor | None, make: Callable[..., Lines], arguments: Iterable[Sequence[Any]]) -> Iterator[Lines]:
    """Give what `make` makes of each, in order, made by the pool some way ahead."""
    if pool is None:
        for each in arguments:
            yield make(*each)
        return
    waiting: list[Future[Lines]] = []
    for each in arguments:
        waiting.append(pool.submit(make, *each))
        if len(waiting) >= AHEAD:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()
