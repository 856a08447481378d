"""`trama analyse timeline`: how many documents and passages speak of something, by month or year."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson
from api.terminal import say, show
from graph.analysis.span import By


def timeline(
    context: typer.Context,
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY [ENTITY]]", help="One, or two that are named together.")
    ] = None,
    by: Annotated[By, typer.Option(help="How finely to tell time.")] = By.MONTH,
    as_json: AsJson = False,
) -> None:
    """Count documents and passages by time: of an entity, of two together, or of all."""
    from api.asking import asked
    from api.table import show_table
    from api.terminal import WrongUseError
    from graph.analysis import timeline as analysis

    entity, pair = None, None
    match entities or []:
        case []:
            pass
        case [one]:
            entity = one
        case [one, other]:
            pair = one, other
        case _:
            raise WrongUseError("A timeline is of one entity or of two.")
    found = asked(context.obj, lambda bolt: analysis.timeline(bolt, entity=entity, pair=pair, by=by))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(
        ["period", "known to the", "documents", "passages", "dates read from"],
        [
            [each.period, each.precision, f"{each.documents:,}", f"{each.passages:,}", ", ".join(each.sources)]
            for each in found.points
        ],
    )
    if found.undated.documents:
        say(f"Undated: {found.undated.documents:,} documents, {found.undated.stamped:,} of them with a release stamp.")
