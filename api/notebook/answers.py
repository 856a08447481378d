"""Answers of Cypher and of loading, as notebooks show them."""

from typing import Any

from api.loading import told
from api.notebook.listing import Listing
from graph.answer import Table
from loaders.summary import Summary


class CypherRows(Listing[list[Any]]):
    """The rows of a query, as lists of values."""

    def __init__(self, table: Table) -> None:
        note = "cut: ask with a higher limit" if table.truncated else ""
        super().__init__(
            table.rows, lambda row: dict(zip(table.columns, row, strict=True)), table.columns, what="rows", note=note
        )


class Loaded:
    """What a load did; `summary` has the figures, and the files that gave nothing with the reason."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary

    def __repr__(self) -> str:
        return "\n".join([*told(self.summary), *(f"Not read: {each.reason}" for each in self.summary.unreadable)])
