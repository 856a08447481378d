"""`trama stats`: what the store holds."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.terminal import show


def stats(context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False) -> None:
    """Count what the store holds."""
    from api.asking import ask_stats
    from api.table import show_table

    found = ask_stats(context.obj)
    if as_json:
        show(json.dumps(asdict(found)))
        return
    counts = [("documents", kind, n) for kind, n in found.documents.items()]
    counts += [("documents", "other forms of others", found.versions)] if found.versions else []
    counts += [("entities", kind, n) for kind, n in found.entities.items()]
    counts += [("passages", "", found.passages), ("mentions", "", found.mentions), ("links", "", found.links)]
    show_table(["what", "kind", "count"], [[what, kind, f"{n:,}"] for what, kind, n in counts])
