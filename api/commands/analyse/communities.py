"""`trama analyse communities`: the groups of the whole graph."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.terminal import show


def communities(
    context: typer.Context,
    limit: Limit = 20,
    members: Annotated[int, typer.Option(min=1, max=100, help="How many members to name of each.")] = 8,
    as_json: AsJson = False,
) -> None:
    """List the groups whose members are named with each other more than with others, the largest first."""
    from api.analysing import ask_analyst
    from api.commands.analyse.structure import say_how
    from api.table import show_table

    found = ask_analyst(context.obj, lambda analyst: analyst.communities(limit, members))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    rows = []
    for each in found.items:
        kinds = ", ".join(f"{n:,} {kind}" for kind, n in each.kinds.items())
        names = ", ".join(member.name for member in each.members)
        rows.append([str(each.community), f"{each.size:,}", names, kinds])
    show_table(["community", "members", "named by their links", "kinds"], rows)
    say_how(found.computed)
