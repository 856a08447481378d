"""The files that paths on a command line stand for."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: `path` is how it is shown and remembered, `file` where it is.

    A shown path begins with the name of the folder that was asked for (of the file's own folder, for a single file):
    archives keep files of the same names side by side in several folders.
    """

    path: str
    file: Path


def find_sources(paths: Iterable[str | Path]) -> list[Source]:
    """Return the files at the given paths, each once, those of folders (with all that is below) in order of path.

    Hidden files and folders are skipped unless named themselves. Raises InputError for a path that does not exist or
    a folder that may not be read.
    """
    found = [(_root(Path(os.path.abspath(path)), path), Path(os.path.abspath(path))) for path in paths]  # noqa: PTH100 (a link keeps its name)
    names = Counter(root.name for root in {root for root, _ in found})
    sources: dict[Path, Source] = {}
    for root, path in found:
        shown = root.name if names[root.name] == 1 else root.as_posix()
        for file in _files(path):
            sources.setdefault(file, Source(_printable(f"{shown}/{file.relative_to(root).as_posix()}"), file))
    return list(sources.values())


def _root(path: Path, given: str | Path) -> Path:
    if path.is_dir():
        return path
    if path.exists():
        return path.parent
    raise InputError(f"There is no file or folder {_printable(str(given))}.")


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = []
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    yield from sorted(file for file in found if file.is_file())


def _refuse(error: OSError) -> None:
    raise InputError(f"The folder {_printable(str(error.filename))} cannot be read: {error.strerror}.") from error


def _printable(name: str) -> str:
    """Return a file's name as text, whatever bytes the file system holds."""
    return os.fsencode(name).decode("utf-8", "replace")
