"""`trama gazetteer import`: a list of names that others publish, made into a gazetteer file. Needs no store."""

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from api.terminal import plain, show

app = typer.Typer(name="gazetteer", help="Names that documents are read with.", no_args_is_help=True)


@app.callback()
def gazetteer() -> None:
    """Names that documents are read with."""


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", exists=True, dir_okay=False, help="OFAC's sdn.csv, FollowTheMoney JSON lines, CSV."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE.toml", dir_okay=False, help="The gazetteer file to write.")],
    source: Annotated[str, typer.Option(help="Where the list comes from, kept in the file.")] = "",
    force: Annotated[bool, typer.Option(help="Write over a file that is there.")] = False,
) -> None:
    """Make a gazetteer file of a list of names."""
    from graph.errors import InputError
    from loaders.importing.importing import gazetteer_of
    from loaders.names.gazetteer import load_gazetteer

    if out.exists() and not force:
        raise InputError(f"{out} is there already; --force writes over it.")
    text = gazetteer_of(file, source)
    out.write_text(text, encoding="utf-8")
    load_gazetteer([out])
    entries = len(tomllib.loads(text)["entity"])
    show(
        plain(f"{entries:,} entities written to {out}. Read documents with them: TRAMA_GAZETTEER={out} trama load ...")
    )
