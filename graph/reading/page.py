"""Pages of lists: limits, and cursors that say where the next page begins.

Every list is ordered to the end, by its items' ids where nothing else tells them apart, so that pages of one state of
the store join without a gap or a repetition. A cursor is opaque to whoever gets it, and holds nothing but a number.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.answer import Items
from graph.errors import InputError

T = TypeVar("T")
MAX_LIMIT = 1000
_MAX_OFFSET = 10_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of a list are asked for: `limit` of them from `skip` on. One more is read, to know whether it ends."""

    skip: int
    limit: int

    @property
    def wanted(self) -> int:
        """How many rows to read."""
        return self.limit + 1

    def items(self, rows: Sequence[T], note: str | None = None) -> Items[T]:
        """Return the page made of the rows read from `skip` on."""
        more = len(rows) > self.limit
        return Items(list(rows[: self.limit]), _cursor(self.skip + self.limit) if more else None, note)


def page(limit: int, cursor: str | None) -> Page:
    """Return the page that a limit and a cursor ask for; raises InputError where either is none."""
    if not 1 <= limit <= MAX_LIMIT:
        raise InputError(f"A limit lies between 1 and {MAX_LIMIT}.")
    return Page(_offset(cursor) if cursor else 0, limit)


def _cursor(offset: int) -> str:
    return base64.urlsafe_b64encode(f"from {offset}".encode()).decode("ascii").rstrip("=")


def _offset(cursor: str) -> int:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        word, number = raw.decode("ascii").split(" ")
    except (binascii.Error, ValueError) as error:
        raise InputError("The cursor is none that a list gave.") from error
    if word != "from" or not (number.isdecimal() and len(number) < len(str(_MAX_OFFSET))):
        raise InputError("The cursor is none that a list gave.")
    return int(number)
