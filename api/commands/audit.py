"""`trama audit`: who did what to the store."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.terminal import say, show


def audit(
    context: typer.Context,
    what: Annotated[str, typer.Option(help="Only these: verdict, note, view, document, … or verdict.set.")] = "",
    about: Annotated[str, typer.Option(metavar="ID", help="Only what is about this entity, document or load.")] = "",
    who: Annotated[str, typer.Option(help="Only what this person did.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many, the latest first.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, an act a line, with before and after.")] = False,
) -> None:
    """List who wrote, loaded and deleted what, the latest first."""
    from api.asking import ask_acts
    from api.table import show_table

    found = ask_acts(context.obj, what or None, about or None, who or None, limit)
    if as_json:
        for each in found.items:
            show(json.dumps(asdict(each), ensure_ascii=False))
    else:
        rows = [[each.id, each.at, each.who, each.what, " ".join(each.about)] for each in found.items]
        show_table(["act", "at (UTC)", "who", "what", "about"], rows)
    if found.next:
        say(f"These are the latest {limit:,}; there are more.")
