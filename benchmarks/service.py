"""`trama serve` as a user runs it, for as long as it is measured."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from graph.settings import Settings

READY_SECONDS = 300
"""How long the service may take to be ready: an older store's indexes are made first."""


@contextmanager
def served(settings: Settings, workers: int = 1) -> Iterator[int]:
    """Run the service over a store, and give its port."""
    command = [Path(sys.executable).with_name("trama"), "--store", settings.store, "serve", "--port", "0"]
    if workers > 1:
        command += ["--workers", str(workers)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment(settings)
    )
    try:
        assert process.stderr is not None  # noqa: S101 - it is a pipe
        said = next((line for line in process.stderr if "Trama is at" in line), "")
        port = int(re.findall(r":(\d+)", said)[0])
        _wait(f"http://127.0.0.1:{port}/health/ready")
        yield port
    finally:
        process.send_signal(signal.SIGINT)  # after SIGTERM it would stop the Neo4j that is asked next
        process.wait(20)


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment in which a command works in the home of some settings."""
    return {**os.environ, "TRAMA_HOME": str(settings.home)}


def _wait(address: str) -> None:
    for _ in range(READY_SECONDS):
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - this machine's
                return
        except OSError:
            sleep(1)
    raise RuntimeError("The service was not ready in time.")
