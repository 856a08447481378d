"""`trama backup` and `trama restore`: the whole store as one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from api.terminal import say


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    dump: Annotated[
        bool, typer.Option("--dump", help="By Neo4j's own tool, for Neo4j alone to read; stops the local server.")
    ] = False,
) -> None:
    """Write all that the store holds to one file, while whoever wants to write waits."""
    from api.progress import Bars, connected
    from graph.backup.dumping import dump as dumped
    from graph.backup.taking import take
    from graph.bolt import Bolt
    from graph.local.stores import require

    if dump:
        require(context.obj)
        with Bars() as bars:
            size = dumped(context.obj, file, bars, bars.notice)
        say(f"{file} is a dump of the store, of {size / 1e6:,.1f} MB.")
        return
    with Bolt(connected(context.obj)) as bolt, Bars() as bars:
        head = take(bolt, file, bars)
    say(f"{file} holds {head.nodes:,} nodes and {head.edges:,} edges, in {file.stat().st_size / 1e6:,.1f} MB.")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `trama backup` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Delete what the store holds now.")] = False,
) -> None:
    """Make the store what it was when a backup was taken; a file that is not whole changes nothing."""
    from api.progress import Bars, connected
    from graph.backup.dumping import is_dump, load
    from graph.backup.reading import opened
    from graph.backup.restoring import restore as restored
    from graph.bolt import Bolt

    if is_dump(file):
        with Bars() as bars:
            load(context.obj, file, replace=replace, progress=bars, notify=bars.notice)
        say("The store is what it was when the dump was made.")
        return
    with opened(file):  # before a server is started for it
        pass
    with Bolt(connected(context.obj, new=True)) as bolt, Bars() as bars:
        head = restored(bolt, file, replace=replace, progress=bars)
    say(f"The store is what it was at {head.at}: {head.nodes:,} nodes and {head.edges:,} edges.")
