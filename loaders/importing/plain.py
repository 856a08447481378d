"""A list of names in CSV, with a header: `name`, `kind`, and, where there are, the other fields of an entry."""

import csv
import io
from collections.abc import Iterator

from graph.entity import Kind
from graph.errors import InputError
from loaders.importing.entry import Entry

NEEDED = ("name", "kind")
SEVERAL = ("aliases", "acronyms", "weak")
"""Columns that hold several names, separated by semicolons."""


def read_plain(text: str) -> Iterator[Entry]:
    """Yield the entries of a CSV; raises InputError for a column that is missing and, with its line, for a bad row."""
    rows = csv.DictReader(io.StringIO(text))
    missing = [column for column in NEEDED if column not in (rows.fieldnames or ())]
    if missing:
        raise InputError(
            f"The list has no column {missing[0]!r}: its first line must name columns, among them name, kind."
        )
    for row in rows:
        name, kind = (row["name"] or "").strip(), (row["kind"] or "").strip().lower()
        if not name:
            raise InputError(f"Line {rows.line_num} has no name.")
        if kind not in set(Kind):
            kinds = ", ".join(Kind)
            raise InputError(f"Line {rows.line_num}: {kind!r} is no kind; there are {kinds}.")
        several = {c: tuple(filter(None, (t.strip() for t in (row.get(c) or "").split(";")))) for c in SEVERAL}
        yield Entry(
            Kind(kind), name, country=(row.get("country") or "").strip().upper(), id=row.get("id") or "", **several
        )
