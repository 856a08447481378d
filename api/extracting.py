"""Extracting files into files, on all cores, without a store."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from api.progress import Bars
from graph.errors import ConfigurationError, InputError, TramaError
from loaders.extract import extract
from loaders.goldform import to_gold
from loaders.pool import ready
from loaders.reading import NoDocumentError
from loaders.sources import Source, find_sources

FEW = 4
"""As many files are read faster by this process alone than processes start."""


@dataclass(slots=True)
class Extracted:
    """What came of some files: how many documents were written, and the sentences about the files that gave none."""

    written: int = 0
    no_document: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one file: the gold form as JSON text, or why there is none."""

    text: str = ""
    no_document: str = ""
    unreadable: str = ""


def extract_files(paths: Sequence[Path], out: Path, jobs: int | None) -> Extracted:
    """Write one JSON file into `out` for each document at `paths`, and return what came of them.

    Raises InputError for a path that does not exist.
    """
    result = Extracted()
    inside = out.resolve()
    found = find_sources(paths, lambda _, why: result.unreadable.append(why))
    sources = [each for each in found if inside not in each.file.resolve().parents]
    out.mkdir(parents=True, exist_ok=True)
    targets = target_names(each.file.stem for each in sources)
    with Bars() as bars:
        for done, (index, outcome) in enumerate(_outcomes(sources, jobs or os.cpu_count() or 1), start=1):
            if outcome.text:
                (out / f"{targets[index]}.json").write_text(outcome.text, encoding="utf-8")
                result.written += 1
            result.no_document += filter(None, [outcome.no_document])
            result.unreadable += filter(None, [outcome.unreadable])
            bars("extracting documents", done, len(sources))
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


def _outcomes(sources: Sequence[Source], jobs: int) -> Iterator[tuple[int, _Outcome]]:
    if jobs == 1 or len(sources) <= FEW:
        yield from ((index, _extracted(source)) for index, source in enumerate(sources))
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=ready)
    try:
        waiting = {pool.submit(_extracted, source): index for index, source in enumerate(sources)}
        for future in as_completed(waiting):
            yield waiting.pop(future), future.result()
    except BrokenProcessPool as error:
        raise TramaError("A process that read documents was killed, perhaps for want of memory.") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _extracted(source: Source) -> _Outcome:
    try:
        found = to_gold(extract(source.read(), source.path))
    except NoDocumentError as error:
        return _Outcome(no_document=str(error))
    except InputError as error:
        return _Outcome(unreadable=str(error))
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001 - one file that no reader foresaw must not cost the other thousands
        return _Outcome(unreadable=f"{source.path} could not be understood ({type(error).__name__}: {error}).")
    return _Outcome(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
