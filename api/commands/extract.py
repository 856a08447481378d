"""`trama extract`: what is found in documents, as files in the gold form. Needs no store."""

from pathlib import Path
from typing import Annotated

import typer

from api.terminal import plain, say, show


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, and folders with all below them.")],
    out: Annotated[Path, typer.Option(metavar="DIR", file_okay=False, help="Where to write a JSON file for each.")],
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes that read; all cores if not given.")] = None,
) -> None:
    """Write what is found in documents as JSON files."""
    from api.extracting import extract_files

    found = extract_files(paths, out, jobs)
    show(f"Extracted {found.written:,} document{'' if found.written == 1 else 's'} into {plain(str(out))}.")
    for reason in found.no_document:
        show(plain(f"No document: {reason}"))
    for reason in found.unreadable:
        say(f"trama: {reason}")
    if found.unreadable:
        raise typer.Exit(1)
