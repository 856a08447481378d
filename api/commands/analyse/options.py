"""The options that several commands of `trama analyse` share."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many rows to write.")]
