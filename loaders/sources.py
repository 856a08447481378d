"""The files that paths on a command line stand for."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError

LARGEST_FILE = 20_000_000
"""The largest file that is read, in bytes: ten times any real document's text."""


Told = Callable[[str, str], None]
"""Is told of a path that cannot be read, and why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: `path` is how it is shown and remembered, `file` where it is.

    A path is the whole one (`~` for the user's home), however the file was named on the command line: a file that
    changed is known again by it, and files of one name in several folders do not take each other's place.
    """

    path: str
    file: Path

    @property
    def size(self) -> int:
        """How many bytes the file holds; 0 where that cannot be told."""
        try:
            return self.file.stat().st_size
        except OSError:
            return 0

    def read(self) -> bytes:
        """Return the file's bytes. Raises InputError, which names it, where it cannot be read or is too large."""
        try:
            if self.file.stat().st_size > LARGEST_FILE:
                raise InputError(f"{self.path} is larger than {LARGEST_FILE // 1_000_000} MB: no document's text.")
            return self.file.read_bytes()
        except OSError as error:
            raise InputError(f"{self.path} cannot be read: {error.strerror or error}.") from error


def find_sources(paths: Iterable[str | Path], closed: Told) -> list[Source]:
    """Return the files at the given paths, each once, those of folders (with all that is below) in order of path.

    Hidden files and folders are skipped unless named themselves. `closed` is told of each folder that may not be read:
    its path, and a sentence. Raises InputError for a path that does not exist.
    """

    def tell(error: OSError) -> None:
        path = _shown(Path(error.filename))
        closed(path, f"The folder {path} cannot be read: {error.strerror}.")

    found = [_there(path) for path in paths]
    files = dict.fromkeys(file for path in found for file in _files(path, tell))
    return [Source(_shown(file), file) for file in files]


def _there(given: str | Path) -> Path:
    path = Path(os.path.abspath(given))  # noqa: PTH100 (a link keeps its name)
    if not path.exists():
        raise InputError(f"There is no file or folder {_printable(str(given))}.")
    return path


def _shown(file: Path) -> str:
    home = Path.home()
    return _printable(f"~/{file.relative_to(home).as_posix()}" if file.is_relative_to(home) else file.as_posix())


def _files(path: Path, closed: Callable[[OSError], None]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = []
    for folder, folders, names in os.walk(path, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    yield from sorted(file for file in found if file.is_file())


def _printable(name: str) -> str:
    """Return a file's name as text, whatever bytes the file system holds."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
