"""The Cypher of the store: constant text with `$parameters`, one query a file in `graph/cypher/`."""

from functools import cache
from importlib.resources import files


@cache
def query(name: str) -> str:
    """Return the text of `graph/cypher/NAME.cypher`."""
    return files("graph").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
