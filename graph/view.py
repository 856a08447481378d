"""A view: a picture that somebody saved under a name."""

from dataclasses import dataclass

LONGEST_TITLE = 200
LONGEST_ADDRESS = 16_000
"""The most characters of a title, and of an address: it holds entities, filters and positions."""
ADDRESS = r"^(/|[?#][^\x00-\x20\x7f]*|/[^/\\\x00-\x20\x7f][^\x00-\x20\x7f]*)$"
"""What an address within this service is: it names no other host and no scheme, so that it can stand in a link."""


@dataclass(frozen=True, slots=True)
class View:
    """A named view: the explorer's `address` (path, query and fragment) that shows it. Times are UTC."""

    id: str
    title: str
    address: str
    by: str
    at: str
    edited: str | None = None
