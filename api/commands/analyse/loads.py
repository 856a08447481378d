"""`trama analyse loads`: the loads that a store remembers."""

import json
from dataclasses import asdict

import typer

from api.commands.analyse.options import AsJson, Limit
from api.terminal import show


def loads(context: typer.Context, limit: Limit = 20, as_json: AsJson = False) -> None:
    """List the loads that brought documents, the latest first."""
    from api.asking import asked
    from api.table import show_table
    from graph.analysis import loads as analysis

    found = asked(context.obj, lambda bolt: analysis.loads(bolt, limit=limit))
    if as_json:
        show(json.dumps(asdict(found)))
        return
    show_table(
        ["load", "at", "added", "replaced", "still there"],
        [[each.id, each.at, f"{each.added:,}", f"{each.replaced:,}", f"{each.documents:,}"] for each in found.items],
    )
