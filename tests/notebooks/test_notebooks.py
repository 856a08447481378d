"""The notebooks run from top to bottom on a store with the two samples, in a real kernel, as they are handed out."""

import asyncio
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

from graph.bolt import Bolt
from graph.local.server import LocalServer
from graph.settings import read_settings
from graph.writer import Writer
from loaders.pipeline import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SECONDS = 60
"""What a notebook may take on a machine that has nothing else to do."""
CELL_SECONDS = 120


@pytest.fixture(scope="module")
def _samples(bolt: Bolt) -> None:
    load(sorted((ROOT / "samples").glob("*.txt")), Writer(bolt))


@pytest.fixture(scope="module")
def _own_store(trama_home: Path) -> Iterator[None]:
    """The store that notebooks load invented documents into, running: starting it is not their time."""
    server = LocalServer(read_settings({**os.environ, "TRAMA_HOME": str(trama_home)}, store="notebooks"))
    server.start()
    yield
    server.stop()


def _read(file: Path) -> Any:
    return nbformat.read(file, as_version=4)  # type: ignore[no-untyped-call]


def _outputs(cell: Any) -> str:
    return "".join(
        output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", ())
    )


def test_there_are_five() -> None:
    """Those that the documentation names."""
    names = ["01_explore", "02_brokers", "03_timeline", "04_cypher", "05_own_documents"]
    assert [file.stem for file in NOTEBOOKS] == names


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_is_handed_out_without_outputs(file: Path) -> None:
    """Valid, with nothing of any run in it, and it begins with its question."""
    notebook = _read(file)
    nbformat.validate(notebook)  # type: ignore[no-untyped-call]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(cell.outputs == [] and cell.execution_count is None and not cell.metadata for cell in code)
    assert "**The question:**" in notebook.cells[0].source
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("_samples", "_own_store")
@pytest.mark.slow
@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs_from_top_to_bottom(file: Path) -> None:
    """Within a minute; every last line of a cell shows something, and no query comes back empty."""
    notebook = _read(file)
    started = time.monotonic()
    client = nbclient.NotebookClient(
        notebook, timeout=CELL_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    asyncio.run(client.async_execute())
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert time.monotonic() - started < SECONDS * busy
    for cell in notebook.cells:
        said = _outputs(cell)
        assert "Traceback" not in said
        assert not re.match(r"(Rows|Texts)[^\n]*: 0\b", said), cell.source
        if cell.cell_type == "code" and ".cypher(" in cell.source:
            assert said, cell.source
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert all(output.output_type in {"display_data", "execute_result", "stream"} for output in shown)
    if file.stem == "04_cypher":
        queries = [cell for cell in notebook.cells if cell.cell_type == "code" and _outputs(cell).strip()]
        assert len(queries) >= 20
