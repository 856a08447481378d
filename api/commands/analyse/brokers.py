"""`trama analyse brokers`: who stands between the groups of the whole graph."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.commands.options import OfKind
from api.terminal import show
from graph.analysis.measure import By


def brokers(
    context: typer.Context,
    by: Annotated[
        By, typer.Option(help="What to rank by: participation times weight, or Burt's constraint.")
    ] = "reach",
    kind: OfKind = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """List who stands between communities, and between which."""
    from api.analysing import ask_analyst
    from api.commands.analyse.structure import say_how
    from api.table import show_table

    found = ask_analyst(context.obj, lambda analyst: analyst.brokers(by, kind, limit))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    rows = []
    for each in found.items:
        here = each.standing
        ties = "; ".join(f"{tie.name} ({tie.links:,})" for tie in each.ties)
        numbers = [f"{here.participation:.2f}", f"{here.constraint:.2f}", f"{here.betweenness:.5f}", f"{here.degree:,}"]
        rows.append([here.entity.name, here.entity.kind, *numbers, ties])
    show_table(["name", "kind", "participation", "constraint", "betweenness", "links", "into (links)"], rows)
    say_how(found.computed)
