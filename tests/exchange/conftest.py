"""A store with the two samples and a document of hostile names, and its parts as exports give them."""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from environments import python_of
from hostile import hostile

from graph.bolt import Address, AsyncBolt, Bolt
from graph.exchange.export import export
from graph.exchange.form import FORMS, Form
from graph.exchange.part import Part
from graph.writer import Writer
from loaders.pipeline import load

Exported = Callable[..., Path]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Build the readers' environments before a test's clock runs; a test that needs one that failed skips itself."""
    if session.config.option.collectonly:
        return
    for name in ("igraph", "ftm"):
        if any(item.get_closest_marker("slow") and item.path.parent == Path(__file__).parent for item in session.items):
            with contextlib.suppress(pytest.skip.Exception):
                python_of(name)


@pytest.fixture(scope="module")
def archive(bolt: Bolt) -> Bolt:
    """The store."""
    writer = Writer(bolt)
    load(sorted((Path(__file__).parents[2] / "samples").glob("*.txt")), writer)
    writer.add([hostile()])
    writer.refresh()
    return bolt


@pytest.fixture
def exported(archive: Bolt, address: Address, tmp_path: Path) -> Exported:  # noqa: ARG001 - it fills the store
    """Exports the store, or the part around some entities, and gives the file."""

    async def text(form: Form, ids: tuple[str, ...]) -> str:
        bolt = AsyncBolt(address)
        try:
            return "".join([chunk async for chunk in export(await Part.of(bolt, ids), form)])
        finally:
            await bolt.close()

    def written(form: Form, *ids: str) -> Path:
        file = tmp_path / FORMS[form].file_name
        file.write_bytes(asyncio.run(text(form, ids)).encode())
        return file

    return written
