"""Loading real files into a real Neo4j."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from dump import clear, dump

from graph.bolt import Bolt
from graph.errors import ConfigurationError, InputError
from graph.writer import Writer
from loaders import inputs, pipeline, pool, work
from loaders.names.gazetteer import default_gazetteer
from loaders.pipeline import load

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def writer(bolt: Bolt) -> Writer:
    """A writer of an empty store."""
    clear(bolt)
    return Writer(bolt)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the two samples, a file without a document and one that is empty."""
    made = tmp_path / "papers"
    shutil.copytree(SAMPLES, made)
    (made / "empty.txt").write_text("")
    (made / "picture.txt").write_bytes(bytes(range(32)) * 200)
    return made


def test_a_process_that_reads_starts_light() -> None:
    """It imports neither the driver nor scipy, which take longer than hundreds of documents."""
    code = "import sys, loaders.work, graph.bulk.lines; print({'neo4j', 'pandas', 'scipy', 'numpy'} & {*sys.modules})"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.strip() == "set()"


def test_files_are_loaded_and_what_gave_nothing_is_named(writer, folder):
    """The summary tells what was added, and which files hold no document and why."""
    seen = []
    summary = load([folder], writer, on_progress=lambda what, done, total: seen.append((what, done, total)))
    assert summary.added == 2
    assert [unread.path for unread in summary.no_document] == [f"{folder}/empty.txt", f"{folder}/picture.txt"]
    assert summary.unreadable == []
    assert min(summary.passages, summary.mentions, summary.entities, summary.links) > 0
    assert [done for what, done, total in seen if what == "loading documents"] == [1, 2, 3, 4]
    assert [done for what, done, total in seen if what == "entities so far"][-1] == summary.entities
    assert set(summary.stages) == {"reading", "writing", "weighing links"}
    assert seen[-1][0] == "weighing links"


def test_loading_twice_changes_nothing(writer, folder, bolt):
    """The second load skips what is there; the graph and the store's revision stay."""
    load([folder], writer)
    before, revision = dump(bolt), bolt.read("MATCH (s:Store) RETURN properties(s) AS s")
    summary = load([folder], writer)
    assert (summary.added, summary.already_there) == (0, 2)
    assert dump(bolt) == before
    assert bolt.read("MATCH (s:Store) RETURN properties(s) AS s") == revision


def test_processes_and_executors_give_the_same_graph_as_reading_alone(writer, folder, bolt, monkeypatch):
    """However the files are read."""
    load([folder], writer, workers=1)
    expected = dump(bolt)
    monkeypatch.setattr(pool, "FEW", 0)
    monkeypatch.setattr(pool, "TASK_FILES", 1)
    monkeypatch.setattr(pipeline, "BATCH_WEIGHT", 1)
    clear(bolt)
    load([folder], writer, workers=2)
    assert dump(bolt) == expected
    clear(bolt)
    with ThreadPoolExecutor(2) as executor:
        load([folder], writer, executor=executor)
    assert dump(bolt) == expected


def test_a_changed_file_takes_the_place_of_its_old_self(writer, folder, bolt):
    """The graph is that of the files as they are now."""
    file = min(folder.glob("0*.txt"))
    now = file.read_bytes()
    file.write_bytes(now.replace(b"Calderon", b"Caldera"))
    load([folder], writer)
    file.write_bytes(now)
    summary = load([folder], writer)
    assert summary.replaced == [f"{folder}/{file.name}"]
    changed = dump(bolt)
    clear(bolt)
    load([folder], writer)
    assert dump(bolt) == changed


def test_a_copy_of_a_replaced_document_is_not_lost(writer, folder, bolt):
    """Where one of two files with one content changes, the other still has its document."""
    file = min(folder.glob("0*.txt"))
    shutil.copy(file, folder / "copy.txt")
    first = load([folder], writer)
    assert (first.added, first.already_there) == (2, 1)
    file.write_bytes(file.read_bytes() + b"\nMore of it.\n")
    second = load([folder], writer)
    assert (second.added, second.already_there) == (2, 1)
    assert bolt.read("MATCH (d:Document) RETURN count(d) AS n")[0]["n"] == 3
    assert load([folder], writer).added == 0


def test_two_folders_of_one_name_keep_their_files_apart(writer, folder, tmp_path, bolt):
    """Loaded one after the other, files of one name do not take each other's place."""
    twin = tmp_path / "other" / folder.name
    shutil.copytree(folder, twin)
    first, second = sorted(twin.glob("0*.txt"))
    first.write_bytes(second.read_bytes() + b"\nAnother ending.\n")
    second.unlink()
    load([folder], writer)
    summary = load([twin], writer)
    assert (summary.added, summary.replaced) == (1, [])
    assert bolt.read("MATCH (d:Document) RETURN count(d) AS n")[0]["n"] == 3


def test_a_file_that_became_a_copy_of_another_leaves_nothing_of_its_old_self(writer, folder, bolt):
    """What no file holds any more is not in the store."""
    first, second = sorted(folder.glob("0*.txt"))
    load([folder], writer)
    shutil.copy(first, second)
    assert load([folder], writer).replaced == [str(second)]
    assert bolt.read("MATCH (d:Document) RETURN d.path AS path") == [{"path": str(first)}]
    assert load([folder], writer).already_there == 2


def test_a_gazetteer_that_cannot_be_used_is_told_once(writer, folder, tmp_path, monkeypatch):
    """Before anything is read."""
    monkeypatch.setenv("TRAMA_GAZETTEER", str(tmp_path / "nosuch.toml"))
    default_gazetteer.cache_clear()
    with pytest.raises(ConfigurationError, match=r"nosuch\.toml"):
        load([folder], writer)
    monkeypatch.delenv("TRAMA_GAZETTEER")
    default_gazetteer.cache_clear()


def test_a_file_that_goes_away_meanwhile_is_named(writer, folder, monkeypatch):
    """The others are loaded all the same."""
    gone = folder / "gone.txt"
    gone.write_text("Not for long.")
    find = inputs.find_sources

    def find_and_lose(*arguments):
        found = find(*arguments)
        gone.unlink()
        return found

    monkeypatch.setattr(inputs, "find_sources", find_and_lose)
    summary = load([folder], writer)
    assert [unread.path for unread in summary.unreadable] == [str(gone)]
    assert summary.added == 2


def test_a_file_that_no_reader_foresaw_is_named(writer, folder, monkeypatch):
    """A fault in a reader costs one file and no more."""

    def fault(*_: object) -> None:
        raise IndexError("7")

    monkeypatch.setattr(work, "extract", fault)
    summary = load([folder], writer)
    assert len(summary.unreadable) == 4
    assert "IndexError" in summary.unreadable[0].reason


def test_a_path_that_does_not_exist_is_refused_before_anything_is_read(writer, folder, bolt):
    """Nothing is loaded of the paths beside it."""
    with pytest.raises(InputError, match="nosuch"):
        load([folder, folder / "nosuch"], writer)
    assert not bolt.read("MATCH (d:Document) RETURN d")
