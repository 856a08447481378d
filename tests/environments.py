"""Environments of their own for tools that read what Trama exports.

followthemoney pins versions of libraries that Trama uses too, and igraph's licence is the GPL: neither is installed
beside Trama. Each is built once, from a list with hashes (`requirements/NAME.txt`, written by `make lock`), into
`.venv-NAME` beside `.venv`.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]
NOT_REACHED = ("Could not find a version", "No matching distribution", "NewConnectionError", "ConnectionError")
NOT_BUILT = ("Failed to build", "Failed building wheel", "Could not build wheels", "subprocess-exited-with-error")


def python_of(name: str) -> Path:
    """Return the Python of the environment `name`, built where it is missing or out of date.

    The test is skipped where no package index can be reached, or what comes as source alone cannot be compiled here.
    """
    wanted = ROOT / "requirements" / f"{name}.txt"
    place = ROOT / f".venv-{name}"
    stamp = place / "made-from"
    python = place / "bin" / "python"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    with FileLock(ROOT / f".venv-{name}.lock"):
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
            _build(place, python, wanted)
            stamp.write_text(digest, encoding="utf-8")
    return python


def _build(place: Path, python: Path, wanted: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(wanted)]
    done = subprocess.run([python, *install], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    if any(words in done.stderr for words in NOT_BUILT):
        pytest.skip(f"{wanted.name}: PyICU comes as source; ICU's development files and a C++ compiler are not here.")
    if any(words in done.stderr for words in NOT_REACHED):
        pytest.skip(f"{wanted.name}: no package index can be reached.")
    pytest.fail(done.stderr)


def read_by(name: str, program: str, file: Path) -> str:
    """Return what a program that runs in the environment `name` says of a file."""
    command = [str(python_of(name)), str(ROOT / "tests" / "exchange" / program), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=100).stdout
