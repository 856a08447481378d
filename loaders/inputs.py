"""What is loaded: files, folders, archives wherever they lie, and standard input as `-`."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO

from graph.document import content_hash, document_id
from graph.errors import InputError
from loaders.archive import Member, holds_archive, is_archive, members
from loaders.sources import LARGEST_FILE, Source, Told, find_sources

STANDARD_INPUT = "-"
STDIN = "stdin"
"""What stands for the folder in the path of what came that way."""


@dataclass(frozen=True, slots=True)
class Given:
    """A document that came on standard input: it has no name, so its path is made of its content."""

    raw: bytes

    @property
    def path(self) -> str:
        """Its path."""
        return f"{STDIN}/{document_id(content_hash(self.raw))}"

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.raw)

    def read(self) -> bytes:
        """Return its bytes."""
        return self.raw


Input = Source | Member | Given


@contextmanager
def inputs(paths: Iterable[str | Path], closed: Told) -> Iterator[Sequence[Input]]:
    """Give what there is to read at the paths, in order of their own paths; it can be read while the context lasts.

    `closed` is told of each folder and archive that cannot be read: its path, and a sentence. Raises InputError for a
    path that does not exist.
    """
    given = list(paths)
    found: list[Input] = []
    with ExitStack() as held:
        for source in find_sources([path for path in given if str(path) != STANDARD_INPUT], closed):
            if is_archive(source.file.name):
                found += _archived(source, closed, held)
            else:
                found.append(source)
        if any(str(path) == STANDARD_INPUT for path in given):
            found += _standard(sys.stdin.buffer, closed, held)
        yield sorted(found, key=lambda each: each.path)


def _archived(source: Source, closed: Told, held: ExitStack) -> Iterable[Input]:
    try:
        file = held.enter_context(source.file.open("rb"))
    except OSError as error:
        closed(source.path, f"{source.path} cannot be read: {error.strerror or error}.")
        return []
    return members(file, source.path, closed, held)


def _standard(given: IO[bytes], closed: Told, held: ExitStack) -> Iterable[Input]:
    start = given.read(512)
    if holds_archive(start):
        file = held.enter_context(TemporaryFile())  # noqa: SIM115 - `held` closes it
        file.write(start)
        copyfileobj(given, file)
        return members(file, STDIN, closed, held)
    raw = start + given.read(LARGEST_FILE)
    if len(raw) > LARGEST_FILE:
        raise InputError(f"What comes on standard input is larger than {LARGEST_FILE // 1_000_000} MB: no document.")
    return [Given(raw)]
