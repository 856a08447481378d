"""`trama analyse structure`: who stands where in the whole graph."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.commands.options import OfKind
from api.terminal import say, show
from graph.analysis.measure import Measure

if TYPE_CHECKING:
    from graph.analysis.answer import Computed


def structure(
    context: typer.Context,
    by: Annotated[
        Measure,
        typer.Option(help="What to rank by."),
    ] = "pagerank",
    kind: OfKind = None,
    community: Annotated[int | None, typer.Option(min=0, help="Only this community's members.")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Rank entities by where they stand in the graph; computed anew where the store changed."""
    from api.analysing import ask_analyst
    from api.table import show_table

    found = ask_analyst(context.obj, lambda analyst: analyst.structure(by, kind, community, limit))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(
        ["name", "kind", "links", "weight", "pagerank", "betweenness", "community", "participation", "constraint",
         "core", "cut"],
        [
            [each.entity.name, each.entity.kind, f"{each.degree:,}", f"{each.weighted_degree:,.1f}",
             f"{each.pagerank:.5f}", f"{each.betweenness:.5f}", str(each.community), f"{each.participation:.2f}",
             f"{each.constraint:.2f}", str(each.core), "yes" if each.articulation else ""]
            for each in found.items
        ],
    )  # fmt: skip
    say_how(found.computed)


def say_how(computed: "Computed") -> None:
    """Say of what the numbers are."""
    say(
        f"{computed.nodes:,} entities, {computed.links:,} links by {computed.scope} (those of mere lists left out), "
        f"{computed.communities:,} communities (modularity {computed.modularity:.2f}); "
        f"betweenness is {computed.betweenness}."
    )
