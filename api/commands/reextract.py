"""`trama reextract`: the stored texts read again by the extractor of today."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import Recognisers, plug
from api.terminal import plain, show

if TYPE_CHECKING:
    from loaders.reextract import Changes

NAMED = 20


def reextract(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    recogniser: Recognisers = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the whole report as JSON.")] = False,
) -> None:
    """Read every stored document again with the present extractor and gazetteer; what was judged stays judged."""
    plug(recogniser)
    from api.progress import Bars, connected
    from graph.bolt import Bolt
    from graph.writer import Writer
    from loaders.reextract import reextract as read_again

    with Bolt(connected(context.obj)) as bolt, Bars() as bars:
        writer = Writer(bolt)
        writer.prepare()
        changes = read_again(bolt, writer, dry_run=dry_run, on_progress=bars)
    if as_json:
        show(json.dumps(changes.plain(), ensure_ascii=False))
        return
    for line in _told(changes, "would change" if dry_run else "changed"):
        show(plain(line))


def _told(changes: "Changes", verb: str) -> list[str]:
    lines = [
        f"{changes.changed:,} of {changes.documents:,} documents {verb}.",
        f"Mentions: {changes.added:,} added, {changes.removed:,} removed, {changes.resolved:,} of another entity.",
    ]
    kinds = [f"{id_} ({before} to {after})" for id_, before, after in changes.kinds]
    for what, some in (("added", changes.appeared), ("gone", changes.gone), ("of another kind", kinds)):
        more = f" and {len(some) - NAMED:,} more" if len(some) > NAMED else ""
        lines.append(f"Entities {what}: {len(some):,}{': ' if some else ''}{', '.join(some[:NAMED])}{more}.")
    return lines + [f"Left as it was: {each}" for each in changes.unreadable]
