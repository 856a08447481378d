"""`trama path`: how two entities are linked over others."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal import say, show
from graph.reach import MAX_HOPS, MOST_ROUTES

if TYPE_CHECKING:
    from graph.answer import Items
    from graph.bolt import AsyncBolt
    from graph.route import Route


def path(
    context: typer.Context,
    start: Annotated[str, typer.Argument(metavar="FROM", help="A name, an alias or an identifier.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Another.")],
    max_hops: Annotated[int, typer.Option(min=1, max=MAX_HOPS, help="The most links of a route.")] = 3,
    k: Annotated[int, typer.Option("--routes", "-k", min=1, max=MOST_ROUTES, help="How many routes.")] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, as the API does.")] = False,
) -> None:
    """Show the best routes between two entities, ranked by their weakest link, with a sentence for each link."""
    from api.asking import asked
    from api.choosing import chosen
    from graph.reader import Reader

    async def answered(bolt: "AsyncBolt") -> "Items[Route]":
        reader = Reader(bolt)
        return await reader.paths(await chosen(reader, start), await chosen(reader, end), max_hops, k)

    found = asked(context.obj, answered)
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
    else:
        for n, route in enumerate(found.items, 1):
            _show(n, route)
    if found.note:
        say(found.note)


def _show(n: int, route: "Route") -> None:
    from api.terminal import plain

    names = {entity.id: entity.name for entity in route.entities}
    weakest = "not weighed yet" if route.weakest is None else f"weakest link {route.weakest:.1f}"
    show(plain(f"{n}. {' > '.join(names.values())} ({weakest})"))
    for hop in route.hops:
        document = hop.evidence.document
        link = f"{names[hop.source]} > {names[hop.target]}: {hop.weight.passages:,} sentences, "
        show(plain(f"   {link}{hop.weight.documents:,} documents. {document.id} {document.date or 'undated'}:"))
        show(plain(f"     {hop.evidence.text}"))
