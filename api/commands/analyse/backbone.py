"""`trama analyse backbone`: the links that stand out."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.terminal import say, show
from graph.analysis.measure import NearScope, Rule


def backbone(
    context: typer.Context,
    scope: Annotated[NearScope, typer.Option(help="How near two names must stand to each other.")] = "passage",
    rule: Annotated[Rule, typer.Option(help="By the disparity filter, or by false discovery.")] = "disparity",
    level: Annotated[float, typer.Option(min=0, max=1, help="How likely chance may be.")] = 0.05,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Keep only the links that stand out; say how much that is, and write the heaviest."""
    from api.analysing import ask_analyst
    from api.table import show_table

    found = ask_analyst(context.obj, lambda analyst: analyst.backbone(scope, rule, level, limit))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(
        ["name", "with", f"{scope}s", "distinct", "q"],
        [
            [each.source.name, each.target.name, f"{each.count:,}", f"{each.weight:,.1f}", f"{each.q:.2g}"]
            for each in found.links
        ],
    )
    kept = found.kept
    say(
        f"Kept {kept.links:,} of {kept.of_links:,} links, {kept.nodes:,} of {kept.of_nodes:,} entities and "
        f"{kept.weight:.0%} of the weight."
    )
