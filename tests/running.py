"""The program as a process of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.settings import Settings

TRAMA = Path(sys.executable).with_name("trama")
READY = re.compile(r"Trama is at (http://\S+) ")


@contextmanager
def running(settings: Settings, *words: str) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """Run a command that serves; give its process, the service's address, and what it said until it was ready."""
    environment = {**os.environ, "TRAMA_HOME": str(settings.home)}
    with subprocess.Popen(
        [TRAMA, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        said: list[str] = []
        try:
            assert process.stdout is not None
            for line in process.stdout:
                said.append(line)
                if found := READY.search(line):
                    yield process, found[1], said
                    break
            else:
                pytest.fail("".join(said))
        finally:
            if process.poll() is None:
                process.kill()


def wait(happens: Callable[[], bool], seconds: float = 90) -> None:
    """Wait until something happens."""
    deadline = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.2)
