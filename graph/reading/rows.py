"""Rows that a query returns as one list.

The driver takes some 40 µs of Python for every row that comes for itself, however small: a list of fifty neighbours, or
the four thousand links of a network, come as one row with a list named `rows`, and are unpacked in one go.
"""

from typing import Any

from graph.bolt import AsyncBolt
from graph.query import query


async def read_rows(bolt: AsyncBolt, name: str, **parameters: object) -> list[Any]:
    """Return the rows of the query `graph/cypher/NAME.cypher`."""
    rows: list[Any] = (await bolt.read(query(name), **parameters))[0]["rows"]
    return rows
