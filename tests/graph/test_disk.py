"""A disk that is read-only, then full, then has room again: one sentence each, and the next try works.

The disk is a tmpfs of this file's own, which only root may mount; CI and users without that right skip it.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from archive import archive
from conftest import free_port
from dump import dump

from graph.backup.taking import take
from graph.bolt import Bolt
from graph.errors import TramaError
from graph.local import swap
from graph.local.home import Home
from graph.local.server import LocalServer
from graph.settings import Settings
from graph.writer import Writer

BIG = "size=600m"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", BIG, "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("Only root can mount a small disk.")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def _is(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


def _fill(folder: Path, leave: int = 0) -> Path:
    stuffing = folder / "stuffing"
    with stuffing.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(folder).free - leave)
    return stuffing


def _told(work: Callable[[], object]) -> str:
    with pytest.raises((TramaError, OSError)) as told:
        work()
    sentence = str(told.value)
    assert "\n" not in sentence
    return sentence


@pytest.mark.slow
@pytest.mark.timeout(900)  # each start of Neo4j takes 6 s, and many times that on a machine that does other work
def test_a_disk_that_fails_is_told_and_the_next_try_works(settings: Settings, disk: Path) -> None:
    """Neither start nor backup leaves anything behind that is in the way of the next one."""
    own = replace(settings, home=disk / "home")
    server = LocalServer(own, port=free_port(), start_seconds=300)
    try:
        _through_its_troubles(disk, server, own)
    finally:
        server.stop()


def _through_its_troubles(disk: Path, server: LocalServer, own: Settings) -> None:
    _is(disk, "ro")
    assert "Read-only file system" in _told(server.start)
    _is(disk, "rw")
    stuffing = _fill(disk, leave=1_000_000)
    assert "The disk is full: Neo4j needs 20 MB" in _told(server.start)
    # It fills up only when the server is being made: as if there had been room a moment before.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.local.disk.LEAST", 0)
        _told(LocalServer(own, port=free_port(), start_seconds=15).start)
    stuffing.unlink()
    with Bolt(server.start()) as bolt:
        writer = Writer(bolt)
        writer.prepare()
        writer.add(archive(4))
        stuffing = _fill(disk)
        assert "No space left on device" in _told(lambda: take(bolt, disk / "saved.trama"))
        assert not list(disk.glob("*trama*"))
        stuffing.unlink()
        take(bolt, disk / "saved.trama")
        found = dump(bolt)
    server.stop()
    with Bolt(server.start()) as bolt:
        assert dump(bolt) == found


@pytest.mark.parametrize("filled", [False, True])
def test_what_a_first_start_left_that_failed_is_removed_by_the_next(tmp_path: Path, filled: bool) -> None:
    """All of it, but not a store that was made before the first start and put there; once it answered, nothing."""
    home = Home(tmp_path)
    if filled:
        home.database.mkdir(parents=True)
    home.begin()
    left = [home.auth_file, home.database / "store", home.database.parent / "system" / "x", home.transactions / "log"]
    for file in left:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("half")
    home.begin()
    assert [file.exists() for file in left] == [False, filled, False, filled]
    home.unborn.unlink()
    for file in left:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("whole")
    home.begin()
    assert all(file.exists() for file in left)
    assert not home.unborn.exists()


def test_a_store_that_is_swapped_in_after_a_first_start_that_failed_stays(tmp_path: Path) -> None:
    """What failed before held nothing; what takes its place is whole."""
    home = Home(tmp_path)
    home.begin()
    store = home.incoming / "data" / "databases" / "neo4j"
    store.mkdir(parents=True)
    (store / "store").write_text("whole")
    swap.begin(home)
    swap.finish(home)
    home.begin()
    assert (home.database / "store").read_text() == "whole"
