"""From files to a store that holds nothing yet: everything is gathered into files, which the import tool takes at once.

The graph is that of `loaders.pipeline`, node for node and edge for edge, in a fraction of the time.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from graph.bolt import Address, Bolt
from graph.bulk.gathered import Gathered
from graph.bulk.staging import Staging, staging
from graph.load import new_load
from graph.local.server import LocalServer
from graph.progress import Notify, Progress, no_notice, no_progress
from graph.settings import Settings
from graph.writer import Writer
from loaders.inputs import Input
from loaders.pipeline import LOADING, add, hashed, whole
from loaders.pool import results
from loaders.summary import Summary, Unread
from loaders.work import File, NoDocument, gather_files

WORTH = 4_000_000
"""The bytes of files from which on an import, with its restart of the server, is quicker than writing over Bolt."""


def load_into(
    settings: Settings,
    paths: Sequence[str | Path],
    connect: Callable[[], Address],
    *,
    workers: int | None = None,
    executor: Executor | None = None,
    on_progress: Progress = no_progress,
    notify: Notify = no_notice,
) -> Summary:
    """Load files and folders into the store of the settings in the quicker way, and return what was done.

    A local store that holds nothing, and that nobody else is connected to, is made anew in one go; any other is
    written to as `loaders.pipeline` does, and so is one that somebody else wrote to meanwhile. `connect` gives the
    address of the store where it is needed. Raises what `loaders.pipeline.load` raises.
    """

    def work(sources: Sequence[Input], pool: Executor | None) -> Summary:
        if settings.uri is None and _is_much(sources):
            with staging(settings, LocalServer(settings, notify=notify), on_progress, notify) as place:
                done = place and fill(sources, place, pool=pool, on_progress=on_progress)
            if done:
                return done
        begun = time.monotonic()
        address = connect()
        connected = time.monotonic() - begun
        with Bolt(address) as bolt:
            done = add(sources, Writer(bolt), pool=pool, on_progress=on_progress)
        done.spent("starting Neo4j" if settings.uri is None else "connecting", connected)
        return done

    return whole(paths, workers, executor, work)


def fill(
    sources: Sequence[Input], place: Staging, *, pool: Executor | None, on_progress: Progress = no_progress
) -> Summary | None:
    """Make a store of the files in the place that is given, and return what was done.

    None where nothing was done: no file holds a document, or the store that it should replace is empty no more.
    """
    summary = Summary()
    gathered = Gathered(place.files)
    with summary.timed("reading"):
        _gather(sources, gathered, summary, pool, on_progress)
    if not summary.added:
        return None
    on_progress("weighing links", 0, 0)
    with summary.timed("weighing links"):
        summary.links = gathered.finish(new_load(), place.revision, pool)
    on_progress("importing", 0, 0)
    with summary.timed("importing"):
        place.make(on_progress)
    with summary.timed("starting Neo4j"):
        address = place.swap()
    if address is None:
        return None
    on_progress("indexing", 0, 0)
    with summary.timed("indexing"), Bolt(address) as bolt:
        Writer(bolt).prepare()
    summary.entities, summary.versions = gathered.counting, gathered.versions
    return summary


def _gather(
    sources: Sequence[Input], gathered: Gathered, summary: Summary, pool: Executor | None, progress: Progress
) -> None:
    first: dict[str, str] = {}
    twins: list[Input] = []
    taken: set[str] = set()
    done = 0

    def new() -> Iterator[File]:
        # They come in order of their paths: of several with the same bytes the smallest is kept.
        for source, raw, digest in hashed(sources, summary):
            if first.setdefault(digest, source.path) == source.path:
                yield source.path, raw
            else:
                twins.append(source)

    for gathering in results(pool, gather_files, new()):
        gathered.add(gathering.chunk)
        for told in gathering.chunk.told:
            taken.add(told.path)
            summary.documents[told.kind] = summary.documents.get(told.kind, 0) + 1
            summary.passages += told.passages
            summary.mentions += told.mentions
        _tell(gathering.rest, summary)
        done += len(gathering.chunk.told) + len(gathering.rest)
        progress(LOADING, done, len(sources))
        progress("entities so far", gathered.entities, 0)
    for source, raw, digest in hashed(twins, summary):
        if first[digest] in taken:
            summary.already_there += 1
        else:  # its twin holds no document either
            _tell(gather_files([(source.path, raw)]).rest, summary)
    progress(LOADING, len(sources), len(sources))


def _tell(rest: Sequence[NoDocument | Unread], summary: Summary) -> None:
    for each in rest:
        if isinstance(each, NoDocument):
            summary.no_document.append(Unread(each.path, each.reason))
        else:
            summary.unreadable.append(each)


def _is_much(sources: Sequence[Input]) -> bool:
    size = 0
    for source in sources:
        size += source.size
        if size >= WORTH:
            return True
    return False
