"""Dates as these documents print them."""

import re

from graph.document import DatePrecision, DateSource, DocumentDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene", "feb february", "mar march", "apr april abr", "may mayo", "jun june", "jul july",
            "aug august ago", "sep sept september", "oct october", "nov november", "dec december dic",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DTG = re.compile(r"\b(\d{2})(\d{2})(\d{2})Z\s+([A-Z]{3})\s+(\d{2,4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_NAMED = re.compile(
    r"\b([A-Z][a-z]{2,8}|[A-Z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*[.,]?\s*(\d{4})(?!\d{5})", re.ASCII
)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_UNIX = re.compile(r"\b[A-Z][a-z]{2}\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+\d{2}:\d{2}:\d{2}\s+(?:[A-Z]{3}\s+)?(\d{4})")
_NUMBER_YEAR = re.compile(r"^(\d{2})[A-Z]{3}")

_FIRST_YEAR = 1900
_CENTURY = 50  # two digits below this are 20xx: the corpora hold cables of 1966 and of 2010
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def sent(text: str) -> DocumentDate | None:
    """Read the first date printed in `text`, in any of the writings of cables, mails and memos."""
    iso = date_in(text)
    return DocumentDate(iso, DatePrecision.DAY, DateSource.SENT) if iso else None


def date_in(text: str) -> str | None:
    """Return the ISO form of the first date printed in `text`, None if there is none that can be."""
    for pattern, order in (
        (_DTG, "d__my"), (_ISO, "ymd"), (_UNIX, "mdy"), (_NAMED, "mdy"), (_DAY_FIRST, "dmy"), (_SLASHED, "mdy"),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            if iso := _iso(parts["y"], parts["m"], parts["d"]):
                return iso
    return None


def stamped(text: str) -> DocumentDate | None:
    """Read the date of a FOIA page stamp (`Date: 03/08/2013`)."""
    match = _SLASHED.search(text)
    iso = _iso(match[3], match[1], match[2]) if match else None
    return DocumentDate(iso, DatePrecision.DAY, DateSource.STAMPED) if iso else None


def year_of_number(number: str, source: DateSource) -> DocumentDate | None:
    """Read the year in a cable's number or file name of the form `09MEXICO2473`."""
    match = _NUMBER_YEAR.match(number)
    return DocumentDate(str(_year(match[1])), DatePrecision.YEAR, source) if match else None


def _year(digits: str) -> int:
    year = int(digits)
    return year if year > _FIRST_YEAR else year + (2000 if year < _CENTURY else 1900)


def _iso(year: str, month: str, day: str) -> str | None:
    y, d = _year(year), int(day)
    m = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    if not (1 <= m <= len(_DAYS) and 1 <= d <= _DAYS[m - 1] and _FIRST_YEAR < y < _FIRST_YEAR + 200):
        return None
    return f"{y:04}-{m:02}-{d:02}"
