"""The files of an import, written as documents come, and what the import tool is told of them."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from graph.bulk.chunk import Chunk
from graph.bulk.table import TABLES, Lines, Table, packed

BUFFER = 4 * 2**20
"""The import tool's buffer, in bytes, which must hold the longest value."""

WIDEST = 4
"""The most bytes that a character takes."""


class Files:
    """CSV files in one folder, two for each table: one for rows whose fields hold line ends. A context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, BinaryIO] = {}
        self._longest = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all files."""
        for file in self._open.values():
            file.close()

    def append(self, chunk: Chunk) -> None:
        """Write the rows of some documents."""
        for table in TABLES:
            if table.name in chunk.lines:
                self.put(table, chunk.lines[table.name])

    def write(self, table: Table, rows: Iterable[str]) -> None:
        """Write rows, given without their ends."""
        self.put(table, packed(rows))

    def put(self, table: Table, lines: Lines) -> None:
        """Write rows as they stand."""
        self._longest = max(self._longest, lines.longest)
        if lines.plain:
            self._file(table, "").write(lines.plain)
        if lines.broken:
            self._file(table, _BROKEN).write(lines.broken)

    def scratch(self) -> BinaryIO:
        """Return a file for whoever makes the rows, to write and read; it is no part of the import."""
        if _SCRATCH not in self._open:
            self._open[_SCRATCH] = (self._folder / _SCRATCH).open("x+b")
        return self._open[_SCRATCH]

    def words(self) -> list[str]:
        """Return what the import tool is told of the files, by their names alone; all of them are closed by then."""
        words = [f"--read-buffer-size={max(BUFFER, 2 * WIDEST * self._longest)}"]
        for table in TABLES:
            what = "--nodes" if table.is_nodes else "--relationships"
            form = f"{table.form}=" if table.form else ""
            words += [f"{what}={form}{_name(table, kind)}" for kind in ("", _BROKEN) if self._has(table, kind)]
        broken = [_name(table, _BROKEN) for table in TABLES if self._has(table, _BROKEN)]
        if broken:
            words += ["--multiline-fields-format=v2", f"--multiline-fields={','.join(broken)}"]
        return words

    def _file(self, table: Table, kind: str) -> BinaryIO:
        name = _name(table, kind)
        if name not in self._open:
            self._open[name] = (self._folder / name).open("xb")
            self._open[name].write((",".join(table.columns) + "\n").encode())
        return self._open[name]

    def _has(self, table: Table, kind: str) -> bool:
        return _name(table, kind) in self._open


_BROKEN = "_broken"
_SCRATCH = "scratch"


def _name(table: Table, kind: str) -> str:
    return f"{table.name}{kind}.csv"
