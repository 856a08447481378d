"""`trama export`: the graph as a file."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from api.cli import run
from api.commands.export import Format
from graph.bolt import Bolt
from graph.exchange.form import Form

pytestmark = pytest.mark.usefixtures("loaded")
Captured = pytest.CaptureFixture[str]


def test_the_command_knows_every_form() -> None:
    """Those of the service."""
    assert [each.value for each in Format] == [each.value for each in Form]


def test_a_file_holds_the_whole_store(tmp_path: Path, bolt: Bolt) -> None:
    """Nothing else is left beside it."""
    assert run(["export", "--format", "graphml", str(tmp_path / "out.graphml")]) == 0
    count = bolt.read("RETURN COUNT { (:Entity) } AS nodes, COUNT { ()-[:CO_MENTIONED]->() } AS links")[0]
    graph = nx.read_graphml(tmp_path / "out.graphml")
    assert {"nodes": len(graph), "links": graph.number_of_edges()} == count
    assert [file.name for file in tmp_path.iterdir()] == ["out.graphml"]


@pytest.mark.parametrize("words", [[], ["-"]])
def test_without_a_file_it_goes_to_standard_output(words: list[str], capfd: Captured) -> None:
    """Data alone."""
    assert run(["export", "--format", "csv", *words]) == 0
    out, err = capfd.readouterr()
    assert len(list(csv.DictReader(io.StringIO(out)))) > 100
    assert err == ""


def test_a_part_is_made_around_ids(capfd: Captured) -> None:
    """Given together or apart."""
    texts = []
    for ids in (["--ids", "los-zetas,gulf-cartel"], ["--ids", "los-zetas", "--ids", "gulf-cartel"]):
        assert run(["export", "--format", "json", *ids]) == 0
        texts.append(capfd.readouterr().out)
    assert texts[0] == texts[1]
    assert {"los-zetas", "gulf-cartel"} <= {node["id"] for node in json.loads(texts[0])["nodes"]}


def test_an_unknown_entity_is_one_sentence_and_no_file(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 1; what stood there stays."""
    (tmp_path / "out.csv").write_text("before")
    assert run(["export", "--format", "csv", "--ids", "nobody", str(tmp_path / "out.csv")]) == 1
    assert "nobody" in capfd.readouterr().err
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("out.csv", "before")]


def test_a_place_that_cannot_be_written_to_is_one_sentence(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 1."""
    assert run(["export", "--format", "csv", str(tmp_path / "nowhere" / "out.csv")]) == 1
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["--format", "xls"], ["--format", "csv", "--ids", ","]])
def test_wrong_use_is_exit_code_2(words: list[str]) -> None:
    """Without a form, with one that is none, with no id."""
    assert run(["export", *words]) == 2


def test_a_store_that_is_written_to_meanwhile_gives_no_file(
    tmp_path: Path, bolt: Bolt, monkeypatch: pytest.MonkeyPatch, capfd: Captured
) -> None:
    """What was read then fits no one state of the store."""
    from graph.exchange import form  # noqa: PLC0415
    from graph.exchange.pairs import pairs  # noqa: PLC0415

    async def interrupted(part):
        async for text in pairs(part):
            bolt.run("MATCH (s:Store) SET s.revision = s.revision + 1")
            yield text

    monkeypatch.setitem(form.FORMS, Form.CSV, form.Description(interrupted, "text/csv", "x"))
    assert run(["export", "--format", "csv", str(tmp_path / "out.csv")]) == 1
    assert "written to while" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []
