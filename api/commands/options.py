"""Options that several commands share."""

from typing import Annotated

import typer

from graph.entity import Kind
from graph.settings import plug_recognisers

OfKind = Annotated[Kind | None, typer.Option("--kind", help="Only entities of this kind.")]

Recognisers = Annotated[
    list[str] | None,
    typer.Option("--recogniser", metavar="MODULE:NAME", help="A recogniser of yours to ask as well; repeatable."),
]


def plug(recognisers: list[str] | None) -> None:
    """Have documents read with these recognisers too."""
    if recognisers:
        plug_recognisers(recognisers)
