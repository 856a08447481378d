"""`trama analyse offices`: which offices clear together."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.commands.analyse.roles import Only, Under
from api.terminal import say, show


def offices(
    context: typer.Context,
    office: Annotated[str | None, typer.Argument(metavar="[OFFICE]", help="Only pairs of this one.")] = None,
    only: Only = None,
    under: Under = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """List pairs of offices whose people cleared the same documents, or had another part in them."""
    from api.asking import asked
    from api.table import show_table
    from graph.analysis import offices as analysis

    found = asked(
        context.obj, lambda bolt: analysis.offices(bolt, only=only or (), office=office, under=under, limit=limit)
    )
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(
        ["office", "and", "documents", "of the first", "of the second", "such as"],
        [
            [each.a.name, each.b.name, f"{each.documents:,}", f"{each.a_documents:,}", f"{each.b_documents:,}",
             " ".join(each.sources[:3])]
            for each in found.items
        ],
    )  # fmt: skip
    if found.note:
        say(found.note)
