"""Extracting files into files, on all cores, without a store."""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePath

from api.progress import Bars
from graph.errors import InputError
from loaders.goldform import to_gold
from loaders.inputs import inputs
from loaders.pool import reading, results
from loaders.sources import Source
from loaders.summary import Unread
from loaders.work import File, NoDocument, Outcome, read_files


@dataclass(slots=True)
class Extracted:
    """What came of the files: how many were written, and a sentence for each that gave nothing."""

    written: int = 0
    no_document: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """How many files something came of."""
        return self.written + len(self.no_document) + len(self.unreadable)


def extract_files(paths: Sequence[Path], out: Path, jobs: int | None) -> Extracted:
    """Write one JSON file into `out` for each document at `paths`, and return what came of them.

    They are found and read as `trama load` does. Raises InputError for a path that does not exist.
    """
    result = Extracted()
    inside = out.resolve()
    with inputs(paths, lambda _, why: result.unreadable.append(why)) as found:
        sources = [each for each in found if not (isinstance(each, Source) and inside in each.file.resolve().parents)]
        out.mkdir(parents=True, exist_ok=True)
        names = target_names(PurePath(each.path).stem for each in sources)
        targets: deque[Path] = deque()

        def files() -> Iterator[File]:
            for source, name in zip(sources, names, strict=True):
                try:
                    raw = source.read()
                except InputError as error:
                    result.unreadable.append(str(error))
                else:
                    targets.append(out / f"{name}.json")
                    yield source.path, raw

        with reading(len(sources), jobs, None) as pool, Bars() as bars:
            for made in chain.from_iterable(results(pool, _extracted, files())):
                target = targets.popleft()  # what comes of files comes in their order
                match made:
                    case str():
                        target.write_text(made, encoding="utf-8")
                        result.written += 1
                    case NoDocument():
                        result.no_document.append(made.reason)
                    case Unread():
                        result.unreadable.append(made.reason)
                bars("extracting documents", result.seen, len(sources))
    return result


def target_names(stems: Iterable[str]) -> list[str]:
    """Return a name for each stem, all different where files are told apart without regard to case.

    >>> target_names(["a", "b", "A", "a-2"])
    ['a', 'b', 'A-3', 'a-2']
    """
    wanted = list(stems)
    taken = {stem.casefold() for stem in wanted}
    given: set[str] = set()
    names = []
    for stem in wanted:
        name, number = stem, 1
        while name.casefold() in given or (number > 1 and name.casefold() in taken):
            number += 1
            name = f"{stem}-{number}"
        given.add(name.casefold())
        names.append(name)
    return names


def _extracted(files: Sequence[File]) -> list[str | NoDocument | Unread]:
    return [_written(outcome) for outcome in read_files(files)]


def _written(outcome: Outcome) -> str | NoDocument | Unread:
    if isinstance(outcome, NoDocument | Unread):
        return outcome
    return json.dumps(to_gold(outcome), ensure_ascii=False, indent=1) + "\n"
