"""From files to the store: read and recognised on all cores, written in order, in batches of bounded size."""

import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from graph.document import content_hash
from graph.errors import ConfigurationError, InputError, TramaError
from graph.extraction import Extraction
from graph.load import Load, new_load
from graph.progress import Progress, no_progress
from graph.writer import Writer
from loaders.extract import extract
from loaders.names.gazetteer import default_gazetteer
from loaders.reading import NoDocumentError
from loaders.sources import Source, find_sources
from loaders.summary import Summary, Unread

FEW = 8
"""As many files are read faster by this process alone than processes start."""

CHUNK = 256
"""Files that are hashed and looked up in the store at a time."""

TASK = 4
"""Files that a worker reads at a time."""

AHEAD = 32
"""Tasks that are under way or wait to be written."""

BATCH_WEIGHT = 12_000
"""Passages and mentions that are written in one transaction, give or take a document."""


@dataclass(frozen=True, slots=True)
class _NoDocument:
    path: str
    reason: str


_Outcome = Extraction | _NoDocument | Unread


def load(
    paths: Iterable[str | Path],
    writer: Writer,
    *,
    workers: int | None = None,
    executor: Executor | None = None,
    on_progress: Progress = no_progress,
) -> Summary:
    """Load files and folders into the store and return what was done.

    Content that the store holds already is skipped before it is read any further. Files are read by `executor`, or by
    `workers` processes (all cores), a few files by this one; the same graph comes of it. A load that was cut off is
    continued by loading again. Raises InputError for a path that does not exist, ConfigurationError for a gazetteer
    that cannot be used, and what writing raises.
    """
    started = time.monotonic()
    summary = Summary()
    sources = find_sources(paths, lambda path, reason: summary.unreadable.append(Unread(path, reason)))
    default_gazetteer()  # a fault in the user's own is told before the first file, not once for each
    writer.prepare()
    with _pool(len(sources), workers, executor) as pool:
        run = _Load(writer, pool, on_progress, total=len(sources), summary=summary)
        skipped = run.take(sources)
        if run.summary.replaced:
            # A skipped file's content may have been that of a replaced document, at another path.
            known = writer.known({source.path: digest for source, digest in skipped.items()})
            run.summary.already_there -= len(skipped) - len(known)
            run.take([source for source in skipped if source.path not in known])
    on_progress("weighing links", 0, 0)
    writer.refresh()
    size = writer.size()
    run.summary.entities, run.summary.links = size.entities, size.links
    run.summary.seconds = time.monotonic() - started
    return run.summary


@dataclass(slots=True)
class _Load:
    """A load under way."""

    writer: Writer
    pool: Executor | None
    progress: Progress
    total: int
    summary: Summary
    done: int = 0
    remembered: Load = field(default_factory=new_load)

    def take(self, sources: Sequence[Source]) -> dict[Source, str]:
        """Read and write what the store does not hold; return what it does, with content hashes."""
        skipped: dict[Source, str] = {}
        batch: list[Extraction] = []
        weight = 0
        for outcome in self._outcomes(self._new(sources, skipped)):
            if isinstance(outcome, Extraction):
                batch.append(outcome)
                weight += len(outcome.passages) + len(outcome.mentions)
            elif isinstance(outcome, Unread):
                self.summary.unreadable.append(outcome)
            else:
                self.summary.no_document.append(Unread(outcome.path, outcome.reason))
            if weight >= BATCH_WEIGHT:
                self._write(batch)
                batch, weight = [], 0
            self._step()
        if batch:
            self._write(batch)
        return skipped

    def _new(self, sources: Sequence[Source], skipped: dict[Source, str]) -> Iterator[Source]:
        for start in range(0, len(sources), CHUNK):
            hashes = {source: self._hash(source) for source in sources[start : start + CHUNK]}
            known = self.writer.known({source.path: digest for source, digest in hashes.items() if digest})
            for source, digest in hashes.items():
                if digest and source.path in known:
                    skipped[source] = digest
                    self.summary.already_there += 1
                    self._step()
                elif digest:
                    yield source

    def _hash(self, source: Source) -> str | None:
        try:
            return content_hash(source.read())
        except InputError as error:
            self.summary.unreadable.append(Unread(source.path, str(error)))
            self._step()
            return None

    def _outcomes(self, sources: Iterator[Source]) -> Iterator[_Outcome]:
        """Give what came of each source, in order, while the pool reads a bounded way ahead."""
        if self.pool is None:
            for source in sources:
                yield _read(source)
            return
        waiting: deque[Future[list[_Outcome]]] = deque()
        while task := list(islice(sources, TASK)):
            waiting.append(self.pool.submit(_read_all, task))
            if len(waiting) >= AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _write(self, batch: list[Extraction]) -> None:
        self.summary.count(batch, self.writer.add(batch, self.remembered))

    def _step(self) -> None:
        self.done += 1
        self.progress("loading documents", min(self.done, self.total), self.total)


def _read_all(sources: list[Source]) -> list[_Outcome]:
    return [_read(source) for source in sources]


def _read(source: Source) -> _Outcome:
    try:
        return extract(source.read(), source.path)
    except NoDocumentError as error:
        return _NoDocument(source.path, str(error))
    except InputError as error:
        return Unread(source.path, str(error))
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001 (one file that no reader foresaw must not cost the other thousands)
        return Unread(source.path, f"{source.path} could not be understood ({type(error).__name__}: {error}).")


def ignore_interrupts() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the one that gives the others their work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _pool(files: int, workers: int | None, executor: Executor | None) -> Iterator[Executor | None]:
    """Give the executor to read with; None where this process does it alone."""
    if executor is not None:
        yield executor
        return
    count = workers or os.cpu_count() or 1
    if count == 1 or files <= FEW:
        yield None
        return
    # A fork of a process with threads (the driver's, a server's) may hang; these two start clean.
    methods = get_all_start_methods()
    context = get_context("forkserver" if "forkserver" in methods else "spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=ignore_interrupts)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise TramaError(
            "A process that read documents was killed, perhaps for want of memory: load again, with fewer workers."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)
