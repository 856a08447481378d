"""`trama analyse changes`: what is new since a load or a date."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.commands.options import OfKind
from api.terminal import show


def changes(
    context: typer.Context,
    since: Annotated[
        str | None, typer.Option(metavar="LOAD", help="From this load or moment of loading on; else from the last.")
    ] = None,
    dated: Annotated[str | None, typer.Option(metavar="DATE", help="Instead: documents dated from here on.")] = None,
    entity: Annotated[str | None, typer.Option(metavar="ENTITY", help="Only links of this one.")] = None,
    kind: OfKind = None,
    limit: Limit = 10,
    as_json: AsJson = False,
) -> None:
    """Tell what is new: entities, links, and links that got stronger."""
    from api.asking import asked
    from api.commands.analyse.changed import show_changes
    from api.table import show_table
    from graph.analysis import changes as analysis

    found = asked(
        context.obj,
        lambda bolt: analysis.changes(bolt, since=since, dated=dated, entity=entity, kind=kind, limit=limit),
    )
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    begin = f"{found.since.id} of {found.since.at}" if found.since else found.dated or "no load"
    show(f"Since {begin}: {found.new_documents:,} new documents beside {found.old_documents:,}.")
    show(f"New entities: {found.entities.total:,}")
    if found.entities.items:
        show_table(
            ["name", "kind", "documents", "mentions"],
            [[each.name, each.kind, f"{each.documents:,}", f"{each.mentions:,}"] for each in found.entities.items],
        )
    show("Counts are passages / paragraphs / documents.")
    show_changes([("New links", found.new), ("Links that got stronger", found.stronger)])
