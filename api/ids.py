"""Identifiers as people give several of them: with commas, and again and again."""

from collections.abc import Iterable


def listed(given: Iterable[str] | None) -> list[str]:
    """Return the identifiers, each once, in the order in which they come first.

    >>> listed(["a,b", "", "b", "c,"])
    ['a', 'b', 'c']
    """
    return list(dict.fromkeys(id_ for some in given or () for id_ in some.split(",") if id_))
