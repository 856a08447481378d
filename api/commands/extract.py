"""`trama extract`: what is found in documents, as files in the gold form. Needs no store."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Recognisers, plug
from api.terminal import WrongUseError, plain, say, show


def extract(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, folders with all below them, archives, - for stdin.")
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", file_okay=False, help="Where to write a JSON file for each.")
    ] = None,
    explain: Annotated[
        bool, typer.Option(help="Show for one file who found each name and why, and write none.")
    ] = False,
    recogniser: Recognisers = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes that read; all cores if not given.")] = None,
) -> None:
    """Write what is found in documents as JSON files."""
    plug(recogniser)
    if explain:
        _explain(paths)
        return
    if out is None:
        raise WrongUseError("Say with --out DIR where to write, or with --explain that one file is to be explained.")
    from api.extracting import extract_files

    found = extract_files(paths, out, jobs)
    show(f"Extracted {found.written:,} document{'' if found.written == 1 else 's'} into {plain(str(out))}.")
    for reason in found.no_document:
        show(plain(f"No document: {reason}"))
    for reason in found.unreadable:
        say(f"trama: {reason}")
    if found.unreadable:
        raise typer.Exit(1)


def _explain(paths: list[Path]) -> None:
    if len(paths) != 1 or not paths[0].is_file():
        raise WrongUseError("--explain explains one file.")
    from api.table import show_table
    from loaders.explain import explain
    from loaders.sources import find_sources

    (source,) = find_sources(paths, lambda _, why: say(f"trama: {why}"))
    found = explain(source.read(), source.path)
    columns = ["passage", "name", "kind", "entity", "found by", "how sure", "why this kind", "why this entity"]
    rows = []
    for m in found.mentions:
        who = f"{m.method}: {m.found_by}"
        rows.append([str(m.passage), m.surface, m.kind, m.entity, who, f"{m.confidence:.2f}", m.why_kind, m.why_entity])
    show_table(columns, rows)
    for relation in found.relations:
        show(plain(relation))
