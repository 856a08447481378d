"""Stretches of time as documents' dates know them: days, months, years, and what lies in between."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.errors import InputError

_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "-01-01"
_LAST_DAY = "-12-31"
_YEAR = 4
_MONTH = 7


class By(StrEnum):
    """How finely time is told."""

    MONTH = "month"
    YEAR = "year"

    @property
    def length(self) -> int:
        """How many characters of an ISO date name such a stretch."""
        return _MONTH if self is By.MONTH else _YEAR


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`, both included, each an ISO date cut to what is meant: `2009`, `2009-12`, `2009-12-17`."""

    first: str
    last: str

    @property
    def low(self) -> str:
        """The first day."""
        return first_day(self.first)

    @property
    def high(self) -> str:
        """No day of the span comes after this, in the order of text; every month is taken to end on a 31st."""
        last = self.last[:_MONTH] if _ends_month(self.last) else self.last
        return last + _LAST_DAY[len(last) - _YEAR :]


def first_day(value: str) -> str:
    """Return the first day of a cut date.

    >>> first_day("2009"), first_day("2009-12"), first_day("2009-12-17")
    ('2009-01-01', '2009-12-01', '2009-12-17')
    """
    return value + _FIRST_DAY[len(value) - _YEAR :]


def checked(value: str) -> str:
    """Return an ISO date, whole or cut; raises InputError for what is none."""
    if not (_ISO.fullmatch(value) and _is_day(first_day(value))):
        raise InputError(f"{value!r} is no date such as 2009, 2009-12 or 2009-12-17.")
    return value


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _ends_month(value: str) -> bool:
    return len(value) > _MONTH and int(value[-2:]) == monthrange(int(value[:_YEAR]), int(value[5:_MONTH]))[1]


def span(first: str, last: str) -> Span:
    """Return the span between two dates; raises InputError where one is none, or they stand in the wrong order."""
    made = Span(checked(first), checked(last))
    if made.low > made.high:
        raise InputError(f"A period ends after it begins: {first} to {last} does not.")
    return made


def precision(value: str) -> By:
    """Return what a cut date names; a day belongs to its month.

    >>> precision("2009"), precision("2009-12")
    (<By.YEAR: 'year'>, <By.MONTH: 'month'>)
    """
    return By.YEAR if len(value) == _YEAR else By.MONTH


def in_order(value: str) -> tuple[str, str]:
    """Return the key that orders years and months: a year's own bucket stands after its months.

    Only at its end is all that it counts sure to have been.

    >>> sorted(["2010-01", "2009", "2009-12"], key=in_order)
    ['2009-12', '2009', '2010-01']
    """
    return value[:_YEAR], value[_YEAR:] or "-99"
