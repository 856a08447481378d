"""A backup's file: compressed JSON lines, the first saying what it is, the last how much there is and its checksum.

    {"trama": "backup", "form": 1, "schema": 1, "at": "…", "store": {…}, "nodes": 2, "edges": 1}
    ["n", ["Document"], {"id": "…"}]
    ["n", ["Entity", "Agency"], {"id": "dea"}]
    ["e", 0, 1, "NAMES", {"name": "DEA"}]
    {"nodes": 2, "edges": 1, "sha256": "…"}

An edge names its ends by their place among the nodes, from 0. The checksum is of all the lines before the last.
"""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from graph.backup.value import encoded
from graph.errors import InputError

FORM = 1
"""The form of the file that this program writes, and the newest it reads."""
LEVEL = 5
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup says of itself: when it was taken (UTC), of how many nodes and edges, and the Store node."""

    at: str
    schema: int
    store: dict[str, Any]
    nodes: int
    edges: int


class Lines:
    """Writes a backup's lines, and its last one when it is closed."""

    def __init__(self, raw: BinaryIO, head: Head) -> None:
        self._zip = gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=LEVEL, mtime=0)
        self._sum = hashlib.sha256()
        self.nodes = 0
        self.edges = 0
        self._line({"trama": "backup", "form": FORM, **asdict(head)})

    def node(self, labels: list[str], properties: dict[str, Any]) -> None:
        """Write a node."""
        self._line(["n", labels, {name: encoded(value) for name, value in properties.items()}])
        self.nodes += 1

    def edge(self, a: int, b: int, kind: str, properties: dict[str, Any]) -> None:
        """Write an edge between nodes given by their places."""
        self._line(["e", a, b, kind, {name: encoded(value) for name, value in properties.items()}])
        self.edges += 1

    def close(self) -> str:
        """Write the last line and return the checksum."""
        digest = self._sum.hexdigest()
        self._line({"nodes": self.nodes, "edges": self.edges, "sha256": digest})
        self._zip.close()
        return digest

    def _line(self, value: Any) -> None:
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"
        self._sum.update(line)
        self._zip.write(line)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file that is at `path`, readable by its owner alone, when the block ends, and nowhere when it raises.

    Raises InputError where another kind of file stands there.
    """
    if path.exists() and not is_backup(path):
        raise InputError(f"{path} is there already and is no backup of Trama: choose another name.")
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def is_backup(path: Path) -> bool:
    """Tell whether a file begins as a portable backup does."""
    try:
        with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as lines:
            return lines.read(19) == b'{"trama":"backup","'
    except (OSError, EOFError, zlib.error):
        return False
