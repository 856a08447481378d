"""`trama cypher`: a reading query, answered as a table, JSON or CSV."""

import csv
import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal import say, show
from graph.errors import QueryRefusedError

if TYPE_CHECKING:
    from graph.answer import Table


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def cypher(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="The Cypher; it may only read.")],
    form: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TABLE,
) -> None:
    """Answer a Cypher query that only reads."""
    from api.asking import ask_cypher

    try:
        table = ask_cypher(context.obj, query)
    except QueryRefusedError as error:
        if str(error).startswith("Refused"):  # by the console, not by Neo4j as a mistake
            raise QueryRefusedError(f"{error} For another client, `trama neo4j status` tells the way in.") from error
        raise
    _WRITERS[form](table)
    if table.truncated:
        say(f"Only the first {len(table.rows)} rows are shown.")


def _write_table(table: "Table") -> None:
    from api.table import show_table

    show_table(table.columns, [[_cell(value) for value in row] for row in table.rows])


def _write_json(table: "Table") -> None:
    show(json.dumps({"columns": table.columns, "rows": table.rows, "truncated": table.truncated}, ensure_ascii=False))


def _write_csv(table: "Table") -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)


_WRITERS = {Format.TABLE: _write_table, Format.JSON: _write_json, Format.CSV: _write_csv}


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
