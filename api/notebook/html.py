"""Answers as HTML for a notebook. Whatever comes from documents is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from api.marks import pieces
from graph.answer import Span

SHOWN = 30
"""How many rows of a table a notebook shows."""
COLOURS = ("#ffe08a", "#a8d5ff")
"""What the two names of a sentence are marked with."""


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], caption: str = "", *, most: int = SHOWN) -> str:
    """Return a table of texts and numbers; a cell may be `Markup` and then stands as it is."""
    head = "".join(f"<th style='text-align:left'>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows[:most])
    more = f"<p>… and {len(rows) - most:,} more.</p>" if len(rows) > most else ""
    title = f"<caption style='text-align:left'>{escape(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def marked(text: str, a: Iterable[Span], b: Iterable[Span]) -> Markup:
    """Return a passage with the places of two names marked, each in its own way; overlapping ones are marked once."""
    return Markup("".join(_piece(piece, name) for piece, name in pieces(text, a, b)))


def _piece(text: str, name: int | None) -> str:
    if name is None:
        return escape(text)
    return f"<mark style='background:{COLOURS[name]};color:#000'>{escape(text)}</mark>"


def _cell(value: object) -> str:
    if isinstance(value, Markup):
        return f"<td style='text-align:left'>{value}</td>"
    if value is None:
        return "<td></td>"
    if isinstance(value, float):
        return f"<td style='text-align:right'>{value:,.2f}</td>"
    if isinstance(value, int):
        return f"<td style='text-align:right'>{value:,}</td>"
    return f"<td style='text-align:left'>{escape(str(value))}</td>"
