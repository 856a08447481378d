"""Exporting: the door that the service, the command line and notebooks go through."""

from collections.abc import AsyncIterator

from graph.exchange.form import FORMS, Form
from graph.exchange.part import Part

CHUNK = 64_000
"""Characters that are handed on at a time."""


async def export(part: Part, form: Form) -> AsyncIterator[str]:
    """Give the text of a part in a form, in chunks, while it is read.

    Raises StoreUnavailableError where the store goes away, or was written to meanwhile; the end of the text, without
    which none of the XML and JSON forms can be read, is then withheld.
    """
    pieces: list[str] = []
    size = 0
    async for piece in FORMS[form].write(part):
        if size >= CHUNK:
            yield "".join(pieces)
            pieces, size = [], 0
        pieces.append(piece)
        size += len(piece)
    await part.check()
    yield "".join(pieces)
