"""Whether the disk has room for the local Neo4j, which says nothing of it itself."""

import shutil
from pathlib import Path

from graph.errors import StoreUnavailableError

LEAST = 20_000_000
"""Bytes that a server needs beside what a store holds already: a new one takes 5 MB."""


def refuse_full(folder: Path) -> None:
    """Raise StoreUnavailableError where a server of `folder` would find no room: it would neither answer nor end."""
    left = shutil.disk_usage(folder).free
    if left < LEAST:
        raise StoreUnavailableError(
            f"The disk is full: Neo4j needs {LEAST // 1_000_000} MB, and where {folder} lies "
            f"{left // 1_000_000} MB are left."
        )
