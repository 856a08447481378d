"""Reading one document in a process of its own.

The service names the function and never runs it: only the other process waits for the recognisers to be imported.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extraction import Extraction


def extract_apart(raw: bytes, name: str) -> "Extraction":
    """Return what is found in a file. Raises what `loaders.extract.extract` raises."""
    from loaders.extract import extract  # noqa: PLC0415 - the reason stands above

    return extract(raw, name)
