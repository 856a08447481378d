"""`trama analyse`: what the whole graph says, one question a command; each is a table, or JSON with `--json`."""

import typer

from api.commands.analyse import (
    backbone,
    brokers,
    bursts,
    changes,
    communities,
    growth,
    loads,
    offices,
    periods,
    posts,
    roles,
    structure,
    timeline,
)
from api.terminal import show

app = typer.Typer(name="analyse")


@app.callback(invoke_without_command=True)
def analyse(context: typer.Context) -> None:
    """Ask the whole graph: who is central, which groups there are, who stands between them."""
    if context.invoked_subcommand is None:
        show(context.get_help())


app.command()(structure.structure)
app.command()(communities.communities)
app.command()(brokers.brokers)
app.command()(backbone.backbone)
app.command()(timeline.timeline)
app.command()(growth.growth)
app.command()(bursts.bursts)
app.command()(periods.periods)
app.command()(changes.changes)
app.command()(loads.loads)
app.command()(roles.roles)
app.command()(offices.offices)
app.command()(posts.posts)
