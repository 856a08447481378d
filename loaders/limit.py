"""A time limit for reading one document: a pathological one must not hold up the thousands behind it.

In the main thread of a process (a command, a worker of a pool, the reader behind an upload) an alarm of the operating
system ends the reading, wherever it is: patterns of `re` look for signals while they match. In another thread (a Dask
worker's), and on Windows, where there is no such alarm, a clock that runs beside it leaves an exception for the thread,
which meets it at its next step in Python: late by as long as one call into C takes.
"""

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import InputError

LEAST_SECONDS = 60.0
SECONDS_A_MEGABYTE = 10.0
"""What reading may take, on the clock on the wall: some twenty times what it does take on one of two busy cores."""

AGAIN = 1.0
"""Seconds after which a reading that took the end for a failure of its own is ended again."""


class TimeUpError(Exception):
    """What is read within a limit has taken longer; it is no error of Trama's, because it ends in the block's place."""


def seconds_for(size: int) -> float:
    """Return how long reading a document of so many bytes may take.

    >>> seconds_for(10_000), seconds_for(20_000_000)
    (60.1, 260.0)
    """
    return LEAST_SECONDS + SECONDS_A_MEGABYTE * size / 1_000_000


@contextmanager
def limited(path: str, size: int) -> Iterator[None]:
    """Bound the reading of one document of `size` bytes; raises InputError, which names it, when its time is up."""
    seconds = seconds_for(size)
    try:
        with within(seconds):
            yield
    except TimeUpError as error:
        raise InputError(f"{path} could not be read within {seconds:.0f} s: no document takes that long.") from error


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End the block with TimeUpError when so many seconds are over."""
    on_main = threading.current_thread() is threading.main_thread()
    with _alarm(seconds) if on_main and hasattr(signal, "setitimer") else _clock(seconds):
        yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    running = True

    def ring(*_: object) -> None:
        if running:
            raise TimeUpError

    handler = signal.signal(signal.SIGALRM, ring)
    begun = time.monotonic()
    left, step = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        try:
            yield
        finally:
            running = False
    finally:  # also where the alarm rings in the line above
        # An alarm that was set before (a test's own limit) goes on, less the time that went by.
        rest = max(left - (time.monotonic() - begun), 0.001) if left else 0.0
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, rest, step)


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    reading = ctypes.c_ulong(threading.get_ident())
    raised = ctypes.pythonapi.PyThreadState_SetAsyncExc
    turn = threading.Lock()
    over = threading.Event()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            with turn:
                if not over.is_set():
                    raised(reading, ctypes.py_object(TimeUpError))
            wait = AGAIN

    threading.Thread(target=watch, daemon=True).start()
    try:
        try:
            yield
        finally:
            over.set()
    finally:  # also where the exception is met in the line above
        over.set()
        with turn:
            raised(reading, None)  # what was left and not yet met
