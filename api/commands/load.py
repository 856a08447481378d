"""`trama load`: documents into the store."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Recognisers, plug
from api.terminal import plain, say, show


def load(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders with all below them, archives (.zip, .tar, .tar.gz, .tar.xz), - for stdin.",
        ),
    ],
    workers: Annotated[int | None, typer.Option(min=1, help="Processes that read; all cores if not given.")] = None,
    scheduler: Annotated[
        str, typer.Option(metavar="URI", help="Read on the Dask cluster of this scheduler, as tcp://host:8786.")
    ] = "",
    recogniser: Recognisers = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the summary as JSON.")] = False,
) -> None:
    """Load documents; a second time changes nothing."""
    plug(recogniser)
    from api.loading import load_files, told

    summary = load_files(context.obj, paths, workers, scheduler)
    if as_json:
        show(json.dumps({"added": summary.added, **asdict(summary)}))
    else:
        show(plain("\n".join(told(summary))))
    for each in summary.unreadable:
        say(f"trama: {each.reason}")
    if summary.unreadable:
        raise typer.Exit(1)
