"""`trama delete`: a document taken out of the store."""

from typing import Annotated

import typer

from api.terminal import say


def delete(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its identifier, as lists show it.")],
) -> None:
    """Delete a document, and what only it supported."""
    from api.progress import connected
    from graph.bolt import Bolt
    from graph.writer import Writer

    with Bolt(connected(context.obj)) as bolt:
        writer = Writer(bolt)
        writer.delete(document)
        writer.refresh()
    say(f"Document {document} is deleted.")
