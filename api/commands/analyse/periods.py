"""`trama analyse periods`: links that came, went, grew and shrank between two periods."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.commands.options import OfKind
from api.terminal import show


def periods(
    context: typer.Context,
    first: Annotated[
        str, typer.Argument(metavar="FROM..TO", help="The first period: 2008, 2007..2008, 2009-01..2009-06.")
    ],
    second: Annotated[str, typer.Argument(metavar="FROM..TO", help="The second.")],
    entity: Annotated[str | None, typer.Option(metavar="ENTITY", help="Only links of this one.")] = None,
    kind: OfKind = None,
    limit: Limit = 10,
    as_json: AsJson = False,
) -> None:
    """Compare the links of two periods, by the dates of documents."""
    from api.asking import asked
    from api.commands.analyse.changed import show_changes
    from graph.analysis import periods as analysis
    from graph.analysis.span import span

    one, two = (span(start, end or start) for start, _, end in (each.partition("..") for each in (first, second)))
    found = asked(context.obj, lambda bolt: analysis.periods(bolt, one, two, entity=entity, kind=kind, limit=limit))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    for each in (found.first, found.second):
        coarse = f"{each.undecided:,} more are dated too coarsely"
        show(f"{each.first} to {each.last}: {each.documents:,} documents; {coarse}.")
    show("Counts are passages / paragraphs / documents.")
    show_changes(
        [("New", found.new), ("Vanished", found.vanished), ("Stronger", found.stronger), ("Weaker", found.weaker)]
    )
