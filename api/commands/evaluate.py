"""`trama evaluate`: how well extraction reads, against annotations made by hand. Needs no store."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.terminal import show


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", exists=True, file_okay=False, help="The folder of annotations.")
    ],
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", exists=True, file_okay=False, help="The annotated files; GOLD itself.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
) -> None:
    """Compare what is found in documents with annotations made by hand."""
    from loaders.evaluation.evaluate import evaluate as compare
    from loaders.extract import extract
    from loaders.goldform import to_gold

    figures = compare(gold, sources or gold, lambda file: to_gold(extract(file.read_bytes(), file.name)))
    if as_json:
        show(json.dumps({"documents": figures.documents, **figures.rows()}))
        return
    show(f"{figures.documents} annotated document{'' if figures.documents == 1 else 's'}")
    for name, value in figures.rows().items():
        show(f"{name:16} {value:.3f}")
