"""Tables on the terminal."""

import sys

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from api.terminal import plain

_WIDE = 10_000
"""Columns where nobody looks on: a table in a file or a pipe is never folded."""


def show_table(columns: list[str], rows: list[list[str]]) -> None:
    """Write a table, as wide as the terminal, or as it needs where there is none."""
    table = Table(*(Column(Text(plain(column))) for column in columns))
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    console.print(table)
