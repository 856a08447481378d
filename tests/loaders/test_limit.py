"""A document that takes for ever is named, and the load goes on."""

import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

import pytest
from papers import SAMPLES

from graph.errors import InputError
from graph.extraction import Extraction
from loaders import extract as extracting
from loaders import limit
from loaders.limit import TimeUpError, within
from loaders.summary import Unread
from loaders.work import read_files

ENDLESS = """
import re
from pathlib import Path

def recogniser(view):
    if "ENDLESS" in view.shown:
        re.match("(a+)+$", "a" * 60 + "b")
    return []
"""
"""A recogniser that never comes back from a pattern, which stands for a fault in one of Trama's own."""


@pytest.fixture
def endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The recogniser is plugged in, and reading may take no more than half a second."""
    file = tmp_path / "endless.py"
    file.write_text(ENDLESS)
    monkeypatch.setenv("TRAMA_RECOGNISERS", f"{file}:recogniser")
    monkeypatch.setattr(limit, "seconds_for", lambda _: 0.5)


def shortened(files: list[tuple[str, bytes]]) -> list[object]:
    """What a worker of a pool does, with the limit of this test."""
    limit.seconds_for = lambda _: 0.5
    return list(read_files(files))


FILES = [("a.txt", SAMPLES[0]), ("b.txt", b"ENDLESS. Nothing more."), ("c.txt", SAMPLES[1])]


def judge(outcomes: list[object]) -> None:
    """The second file is named, with the reason; the others are read."""
    assert [type(each) for each in outcomes] == [Extraction, Unread, Extraction]
    assert outcomes[1] == Unread("b.txt", "b.txt could not be read within 0 s: no document takes that long.")


@pytest.mark.usefixtures("endless")
def test_a_file_that_takes_for_ever_is_named_and_those_after_it_are_read() -> None:
    """In the process of the command itself, though a pattern in C holds it up; and in a worker of a pool."""
    judge(list(read_files(FILES)))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        judge(pool.submit(shortened, FILES).result())
    with pytest.raises(InputError, match=r"b\.txt could not be read within"):
        extracting.extract(*reversed(FILES[1]))


def test_the_limit_holds_in_a_thread_too() -> None:
    """As on a Dask worker: at the next step in Python, again and again until it is obeyed, and never later."""

    def limited() -> str:
        try:
            with within(0.2):
                with suppress(TimeUpError):  # as a reader that takes every exception for one of its own
                    rest()
                rest()
        except TimeUpError:
            return "ended"
        return "not ended"

    def at_peace() -> str:
        with within(0.05):
            pass
        time.sleep(0.2)
        return "left alone"

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(limited).result(10) == "ended"
        assert pool.submit(at_peace).result(10) == "left alone"
    assert threading.active_count() < 20


def rest() -> None:
    """Ten seconds of nothing, in steps."""
    for _ in range(10_000):
        time.sleep(0.001)


def twice() -> None:
    """A reading with a limit of its own, and then ten seconds of nothing."""
    with within(30):
        time.sleep(0)
    rest()


def test_an_alarm_that_was_set_before_goes_on_afterwards() -> None:
    """A time limit around the whole is not lost; what ends in time is left alone."""
    before = time.monotonic()
    with pytest.raises(TimeUpError), within(0.3):
        twice()
    assert time.monotonic() - before < 5
