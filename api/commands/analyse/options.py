"""The options that several commands of `trama analyse` share."""

from typing import Annotated

import typer

from graph.entity import Kind

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
OfKind = Annotated[Kind | None, typer.Option("--kind", help="Only entities of this kind.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many rows to write.")]
