"""`trama analyse posts`: officials by agency, with their titles and sources."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.terminal import show


def posts(
    context: typer.Context,
    agency: Annotated[str | None, typer.Argument(metavar="[AGENCY]", help="Its identifier; all, if none.")] = None,
    below: Annotated[bool, typer.Option("--below/--not-below", help="With the offices that are part of it.")] = True,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """List who held which post, as documents say."""
    from api.asking import asked
    from api.table import show_table
    from graph.analysis import posts as analysis

    found = asked(context.obj, lambda bolt: analysis.posts(bolt, agency=agency, below=below, limit=limit))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show_table(
        ["agency", "official", "title", "documents", "first", "last", "such as"],
        [
            [each.agency.name, each.official.name, each.title, f"{each.documents:,}", each.first or "",
             each.last or "", each.sources[0].id if each.sources else ""]
            for each in found.items
        ],
    )  # fmt: skip
