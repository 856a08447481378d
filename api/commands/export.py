"""`trama export`: the graph as a file for another tool."""

from enum import StrEnum
from typing import Annotated

import typer

from api.ids import listed
from api.terminal import WrongUseError


class Format(StrEnum):
    """The forms, by name: a copy of `graph.exchange.form.Form`, which takes longer to import than help may."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    JSON = "json"
    CYTOSCAPE = "cytoscape"
    FTM = "ftm"


def export(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="What the other tool reads.")],
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="Where to; standard output if not given.")] = "-",
    ids: Annotated[
        list[str] | None, typer.Option(metavar="ID,...", help="Only these entities and all named with them.")
    ] = None,
) -> None:
    """Write the graph, or a part of it, for networkx, Gephi, Cytoscape, a spreadsheet or Aleph."""
    from api.exporting import export_to

    given = listed(ids)
    if ids and not given:
        raise WrongUseError("--ids names no entity.")
    export_to(context.obj, form.value, file, given)
