"""The processes that read, and how they are kept busy: some way ahead of what takes their results, and no further."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

from graph.errors import TramaError
from loaders.work import File

FEW = 8
"""As many files are read faster by this process alone than processes start."""

TASK_FILES = 32
TASK_BYTES = 200_000
"""What a worker is given at a time: so many files, or fewer of so many bytes."""

AHEAD = 32
"""Tasks that are under way or wait to be taken."""

AHEAD_BYTES = 64_000_000
"""The bytes of files that these may hold, give or take a task."""

COLLECT = 200_000
"""How many new objects make Python look for garbage in a worker: a document makes many, and leaves none in circles."""

T = TypeVar("T")


def results(pool: Executor | None, work: Callable[[list[File]], T], files: Iterable[File]) -> Iterator[T]:
    """Give what `work` makes of the files, task by task and in their order."""
    if pool is None:
        for file in files:
            yield work([file])
        return
    waiting: deque[tuple[Future[T], int]] = deque()
    held = 0
    for task in _tasks(files):
        size = sum(len(raw) for _, raw in task)
        waiting.append((pool.submit(work, task), size))
        held += size
        while len(waiting) >= AHEAD or (held > AHEAD_BYTES and waiting):
            future, size = waiting.popleft()
            held -= size
            yield future.result()
    while waiting:
        yield waiting.popleft()[0].result()


def _tasks(files: Iterable[File]) -> Iterator[list[File]]:
    task: list[File] = []
    size = 0
    for file in files:
        task.append(file)
        size += len(file[1])
        if len(task) >= TASK_FILES or size >= TASK_BYTES:
            yield task
            task, size = [], 0
    if task:
        yield task


def ready() -> None:
    """Make a process ready to read.

    Ctrl-C, which reaches every process of a terminal, is left to the one that gives the others their work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(COLLECT)
    parent = parent_process()
    if parent is not None:
        Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: BaseProcess) -> None:
    """End this process with its parent, which may be killed: a pool's processes would wait for work for ever."""
    parent.join()
    os._exit(1)


@contextmanager
def reading(files: int, workers: int | None, executor: Executor | None) -> Iterator[Executor | None]:
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
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=ready)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise TramaError(
            "A process that read documents was killed, perhaps for want of memory: load again, with fewer workers."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)
