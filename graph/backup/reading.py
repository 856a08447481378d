"""Reading a backup's file: whole and unchanged, or one sentence that says what is wrong with it."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from graph.backup.file import FORM, Head
from graph.backup.value import decoded
from graph.errors import ConfigurationError, InputError

LONGEST = 2**30
"""The most bytes of one line: no document that Trama reads makes a longer one."""
TOLD_EVERY = 2**20
"""Bytes of the file between two tellings of how far it is read."""
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """A node as a backup holds it; its place among the nodes is what edges call it by."""

    labels: list[str]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from one node to another, given by their places."""

    a: int
    b: int
    kind: str
    properties: Properties


class Backup:
    """One backup file, open for reading. Use it as what `opened` gives."""

    def __init__(self, path: Path, raw: BinaryIO) -> None:
        self._path = path
        self._raw = raw
        self.head = self._head()
        self.size = path.stat().st_size
        self.sha256 = ""

    def items(self, tell: Callable[[int], None] = lambda _: None) -> Iterator[Node | Edge]:
        """Give the nodes and then the edges; raises InputError at the end unless the file was whole and unchanged.

        `tell` is called now and then with how many bytes of the file are read. It can be gone through again.
        """
        try:
            yield from self._items(tell)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise (self._cut() if isinstance(error, EOFError) else self._damaged()) from error

    def _items(self, tell: Callable[[int], None]) -> Iterator[Node | Edge]:
        lines = self._lines()
        digest = hashlib.sha256(next(lines))
        nodes = edges = told = 0
        for line in lines:
            value = self._parsed(line)
            if isinstance(value, dict):
                self.sha256 = digest.hexdigest()
                counts = (self.head.nodes, self.head.edges)
                if (value.get("sha256"), nodes, edges) != (self.sha256, *counts) or next(lines, None) is not None:
                    raise self._damaged()
                return
            digest.update(line)
            item = self._item(value)
            if isinstance(item, Node):
                nodes += 1
            else:
                edges += 1
                if not (0 <= item.a < nodes and 0 <= item.b < nodes):
                    raise self._damaged()
            yield item
            if self._raw.tell() - told >= TOLD_EVERY:
                told = self._raw.tell()
                tell(told)
        raise self._cut()

    def _lines(self) -> Iterator[bytes]:
        self._raw.seek(0)
        with gzip.GzipFile(fileobj=self._raw) as lines:
            while line := lines.readline(LONGEST):
                if not line.endswith(b"\n"):
                    raise self._cut()
                yield line

    def _head(self) -> Head:
        try:
            value = json.loads(next(self._lines()))
            form = value["form"] if value["trama"] == "backup" else None
        except (EOFError, StopIteration, OSError, zlib.error, LookupError, TypeError, ValueError) as error:
            raise InputError(f"{self._path} is no backup of Trama, or it is damaged at its very beginning.") from error
        if form != FORM:
            raise ConfigurationError(f"{self._path} was written by another Trama (form {form}): update this one.")
        try:
            return Head(value["at"], value["schema"], value["store"], value["nodes"], value["edges"])
        except LookupError as error:
            raise self._damaged() from error

    def _parsed(self, line: bytes) -> Any:
        try:
            return json.loads(line.decode("utf-8", "surrogatepass"))
        except ValueError as error:
            raise self._damaged() from error

    def _item(self, value: Any) -> Node | Edge:
        try:
            kind, *rest = value
            if kind == "n":
                labels, properties = rest
                return Node(list(map(str, labels)), _decoded(properties))
            a, b, name, properties = rest
            return Edge(int(a), int(b), str(name), _decoded(properties))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise self._damaged() from error

    def _cut(self) -> InputError:
        return InputError(f"{self._path} is cut off: it ends before its last line. Nothing was restored.")

    def _damaged(self) -> InputError:
        return InputError(f"{self._path} is damaged: it is not what was written once. Nothing was restored.")


@contextmanager
def opened(path: Path) -> Iterator[Backup]:
    """Open a backup; raises InputError where it is none, ConfigurationError where another Trama wrote it."""
    with path.open("rb") as raw:
        yield Backup(path, raw)


def _decoded(properties: Properties) -> Properties:
    return {name: decoded(value) for name, value in properties.items()}
