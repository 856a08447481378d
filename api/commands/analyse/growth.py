"""`trama analyse growth`: when those named with an entity were first named with it."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson
from api.commands.options import OfKind
from api.terminal import say, show
from graph.analysis.span import By


def growth(
    context: typer.Context,
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Its identifier.")],
    by: Annotated[By, typer.Option(help="How finely to tell time.")] = By.YEAR,
    kind: OfKind = None,
    as_json: AsJson = False,
) -> None:
    """Tell how an entity's neighbourhood grew."""
    from api.asking import asked
    from api.table import show_table
    from graph.analysis import growth as analysis

    found = asked(context.obj, lambda bolt: analysis.growth(bolt, entity, by=by, kind=kind))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(
        ["period", "new", "total", "the strongest of the new"],
        [
            [each.period, f"{each.new:,}", f"{each.total:,}", ", ".join(name.name for name in each.strongest)]
            for each in found.points
        ],
    )
    if found.undated:
        say(f"{found.undated:,} more stand in undated documents alone.")
