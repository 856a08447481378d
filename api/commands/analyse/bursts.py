"""`trama analyse bursts`: when documents speak of something far oftener than else."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.commands.options import OfKind
from api.terminal import say, show
from graph.analysis.automaton import GAMMA, SCALE
from graph.analysis.span import By

if TYPE_CHECKING:
    from graph.analysis.bursts import Burst

_HEADS = ["from", "to", "weight", "documents", "expected", "of"]


def bursts(
    context: typer.Context,
    entity: Annotated[str | None, typer.Argument(metavar="[ENTITY]", help="Its identifier; all, if none.")] = None,
    other: Annotated[str | None, typer.Argument(metavar="[ENTITY]", help="Another, for the link of both.")] = None,
    by: Annotated[By, typer.Option(help="How finely to tell time.")] = By.YEAR,
    kind: OfKind = None,
    limit: Limit = 20,
    scale: Annotated[float, typer.Option(help="How many times as common as usual a burst is.")] = SCALE,
    gamma: Annotated[float, typer.Option(help="How dear it is to enter a burst.")] = GAMMA,
    as_json: AsJson = False,
) -> None:
    """Find bursts (Kleinberg 2002) of one entity, of two together, or the weightiest of all."""
    from api.asking import asked
    from api.table import show_table
    from graph.analysis import bursts as analysis

    if entity is None:
        every = asked(
            context.obj,
            lambda bolt: analysis.all_bursts(bolt, kind=kind, by=by, limit=limit, scale=scale, gamma=gamma),
        )
        if as_json:
            show(json.dumps(asdict(every), ensure_ascii=False))
            return
        show_table(["entity", *_HEADS], [[each.entity.name, *_cells(each.burst)] for each in every.items])
        say(f"{every.found:,} bursts of {every.looked_at:,} entities; among so many some are chance.")
        return
    found = asked(context.obj, lambda bolt: analysis.bursts(bolt, entity, other, by=by, scale=scale, gamma=gamma))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(_HEADS, [_cells(each) for each in found.bursts])
    if found.note:
        say(found.note)


def _cells(burst: "Burst") -> list[str]:
    numbers = [f"{burst.weight:.1f}", f"{burst.documents:,}", f"{burst.expected:.1f}", f"{burst.total:,}"]
    return [burst.first, burst.last, *numbers]
