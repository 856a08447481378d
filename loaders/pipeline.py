"""From files to a store that is in use: read and recognised on all cores, written in order, in bounded batches."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from graph.document import content_hash
from graph.errors import InputError
from graph.extraction import Extraction
from graph.load import Load, new_load
from graph.progress import Progress, no_progress
from graph.writer import Writer
from loaders.inputs import Input, inputs
from loaders.names.gazetteer import default_gazetteer
from loaders.pool import reading, results
from loaders.summary import Summary, Unread
from loaders.work import File, NoDocument, read_files

CHUNK = 512
CHUNK_BYTES = 32_000_000
"""Files that are hashed and looked up in the store at a time: so many, or fewer of so many bytes."""

BATCH_WEIGHT = 12_000
"""Passages and mentions that are written in one transaction, give or take a document."""

LOADING = "loading documents"


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

    def work(sources: Sequence[Input], pool: Executor | None) -> Summary:
        return add(sources, writer, pool=pool, on_progress=on_progress)

    return whole(paths, workers, executor, work)


def whole(
    paths: Iterable[str | Path],
    workers: int | None,
    executor: Executor | None,
    work: Callable[[Sequence[Input], Executor | None], Summary],
) -> Summary:
    """Find the files, have `work` load them, and add to its summary what could not be opened and how long all took."""
    begun = time.monotonic()
    closed: list[Unread] = []
    default_gazetteer()  # a fault in the user's own is told before the first file, not once for each
    with (
        inputs(paths, lambda path, reason: closed.append(Unread(path, reason))) as sources,
        reading(len(sources), workers, executor) as pool,
    ):
        summary = work(sources, pool)
    summary.unreadable[:0] = closed
    summary.seconds = time.monotonic() - begun
    return summary


def add(
    sources: Sequence[Input], writer: Writer, *, pool: Executor | None, on_progress: Progress = no_progress
) -> Summary:
    """Load files into the store, as `load` says."""
    summary = Summary()
    writer.prepare()
    begun = time.monotonic()
    run = _Load(writer, pool, on_progress, total=len(sources), summary=summary)
    skipped = run.take(sources)
    if run.summary.replaced:
        # A skipped file's content may have been that of a replaced document, at another path.
        known = writer.known(skipped)
        run.summary.already_there -= len(skipped) - len(known)
        run.take([source for source in sources if source.path in skipped and source.path not in known])
    summary.spent("reading", time.monotonic() - begun - summary.stages.get("writing", 0.0))
    on_progress("weighing links", 0, 0)
    with summary.timed("weighing links"):
        writer.refresh()
    size = writer.size()
    summary.entities, summary.links, summary.versions = size.entities, size.links, size.versions
    return summary


def hashed(sources: Iterable[Input], summary: Summary) -> Iterator[tuple[Input, bytes, str]]:
    """Give each source's bytes and content hash; those that cannot be read are told in the summary."""
    for source in sources:
        try:
            raw = source.read()
        except InputError as error:
            summary.unreadable.append(Unread(source.path, str(error)))
        else:
            yield source, raw, content_hash(raw)


@dataclass(slots=True)
class _Load:
    """A load under way."""

    writer: Writer
    pool: Executor | None
    progress: Progress
    total: int
    summary: Summary
    done: int = 0
    met: set[str] = field(default_factory=set)
    remembered: Load = field(default_factory=new_load)

    def take(self, sources: Sequence[Input]) -> dict[str, str]:
        """Read and write what the store does not hold; return what it does: content hashes by path."""
        skipped: dict[str, str] = {}
        batch: list[Extraction] = []
        weight = 0
        for outcomes in results(self.pool, read_files, self._new(sources, skipped)):
            for outcome in outcomes:
                if isinstance(outcome, Extraction):
                    batch.append(outcome)
                    weight += len(outcome.passages) + len(outcome.mentions)
                elif isinstance(outcome, NoDocument):
                    self.summary.no_document.append(Unread(outcome.path, outcome.reason))
                else:
                    self.summary.unreadable.append(outcome)
                if weight >= BATCH_WEIGHT:
                    self._write(batch)
                    batch, weight = [], 0
                self._step()
        if batch:
            self._write(batch)
        self._step(max(len(sources) - self.done, 0))
        return skipped

    def _new(self, sources: Sequence[Input], skipped: dict[str, str]) -> Iterator[File]:
        for some in _chunks(hashed(sources, self.summary)):
            known = self.writer.known({source.path: digest for source, _, digest in some})
            for source, raw, digest in some:
                if source.path in known:
                    skipped[source.path] = digest
                    self.summary.already_there += 1
                    self._step()
                else:
                    yield source.path, raw

    def _write(self, batch: list[Extraction]) -> None:
        with self.summary.timed("writing"):
            self.summary.count(batch, self.writer.add(batch, self.remembered))
        self.met.update(entity.id for extraction in batch for entity in extraction.entities)
        self.progress("entities so far", len(self.met), 0)

    def _step(self, files: int = 1) -> None:
        if files:
            self.done += files
            self.progress(LOADING, min(self.done, self.total), self.total)


def _chunks(files: Iterable[tuple[Input, bytes, str]]) -> Iterator[list[tuple[Input, bytes, str]]]:
    some = []
    size = 0
    for file in files:
        some.append(file)
        size += len(file[1])
        if len(some) >= CHUNK or size >= CHUNK_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some
