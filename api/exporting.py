"""Exporting for commands and notebooks: into a file that is whole or not there, or to standard output."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from api.asking import asked
from graph.bolt import AsyncBolt
from graph.exchange.export import export
from graph.exchange.form import Form
from graph.exchange.part import Part
from graph.settings import Settings

STANDARD_OUTPUT = "-"


def export_to(settings: Settings, form: str, file: str, ids: Sequence[str] = ()) -> None:
    """Write the store, or the part around some entities, in a form. Raises NotFoundError, OSError."""
    asked(settings, lambda bolt: write_to(bolt, Form(form), file, ids))


async def write_to(bolt: AsyncBolt, form: Form, file: str, ids: Sequence[str] = ()) -> None:
    """Write a part of the store into a file, or to standard output for `-`; of a failure no half file stays."""
    part = await Part.of(bolt, ids)
    if file == STANDARD_OUTPUT:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        await _write(part, form, sys.stdout)
        sys.stdout.flush()
        return
    target = Path(file)
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with half.open("w", encoding="utf-8", newline="") as stream:
            await _write(part, form, stream)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


async def _write(part: Part, form: Form, stream: TextIO) -> None:
    async for text in export(part, form):
        stream.write(text)
