"""The commands that use a store, run as a user runs them, on a real Neo4j."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from api.cli import run
from graph.bolt import Address, Bolt

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module", autouse=True)
def _running(address: Address) -> None:
    """The run's Neo4j, which every command finds by itself."""


def _said(capfd: Captured, *words: str | Path, code: int = 0) -> tuple[str, str]:
    capfd.readouterr()
    assert run([str(word) for word in words]) == code
    return capfd.readouterr()


@pytest.fixture(scope="module", autouse=True)
def _loaded(_running: None, samples: list[Path]) -> None:
    assert run(["load", *map(str, samples)]) == 0


def test_loading_twice_changes_nothing(samples: list[Path], capfd: Captured) -> None:
    """The second time says that all was there."""
    before = _said(capfd, "stats")
    out, _ = _said(capfd, "load", *samples)
    assert "2 were there already" in out
    assert _said(capfd, "stats") == before


def test_away_from_a_terminal_only_the_summary_is_written(samples: list[Path], capfd: Captured) -> None:
    """No bar, no colour, nothing on standard error."""
    out, err = _said(capfd, "load", *samples)
    assert err == ""
    assert "\x1b" not in out
    summary = json.loads(_said(capfd, "load", "--json", *samples)[0])
    assert summary["already_there"] == 2
    assert summary["added"] == 0
    assert summary["unreadable"] == []


def test_the_summary_as_json_counts_the_new_documents_by_kind(
    tmp_path: Path, samples: list[Path], capfd: Captured
) -> None:
    """A changed copy of the cable is a document of its own."""
    (tmp_path / "copy.txt").write_bytes(samples[0].read_bytes() + b"\n")
    summary = json.loads(_said(capfd, "load", "--json", tmp_path)[0])
    assert summary["documents"] == {"cable": 1}
    query = "MATCH (d:Document) WHERE d.path ENDS WITH '/copy.txt' RETURN d.id"
    [[document]] = json.loads(_said(capfd, "cypher", query, "--format", "json")[0])["rows"]
    _said(capfd, "delete", document)


def test_a_store_is_backed_up_and_restored_and_the_trail_tells_of_it(tmp_path: Path, capfd: Captured) -> None:
    """Into a store that holds anything only with --replace; a file that is none is told of before all else."""
    counts = _said(capfd, "stats")
    saved = tmp_path / "saved.trama"
    assert re.match(r".*saved\.trama holds [\d,]+ nodes and [\d,]+ edges", _said(capfd, "backup", saved)[1])
    assert "--replace" in _said(capfd, "restore", saved, code=1)[1]
    _said(capfd, "restore", saved, "--replace")
    assert _said(capfd, "stats") == counts
    told = [json.loads(line) for line in _said(capfd, "audit", "--json", "--limit", "2")[0].splitlines()]
    assert [each["what"] for each in told] == ["store.restored", "document.deleted"]
    assert "documents.loaded" in _said(capfd, "audit", "--what", "documents")[0]
    saved.write_bytes(saved.read_bytes()[:-100])
    assert "is cut off" in _said(capfd, "restore", saved, "--replace", code=1)[1]
    assert _said(capfd, "stats") == counts
    assert "is no backup" in _said(capfd, "restore", __file__, code=1)[1]
    assert _said(capfd, "restore", tmp_path / "none", code=1)[1].count("\n") == 1


def test_a_file_without_a_document_is_named_and_no_failure(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 0."""
    (tmp_path / "blank.txt").write_text(" \n")
    out, _ = _said(capfd, "load", tmp_path)
    assert "blank.txt" in out


def test_a_file_that_cannot_be_read_is_named_and_a_failure(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 1, after everything else was loaded."""
    memory = Path("/proc/self/mem")
    if memory.exists():
        (tmp_path / "bad.txt").symlink_to(memory)  # not even root reads it from its start
    else:
        (tmp_path / "bad.txt").touch(mode=0)
    out, err = _said(capfd, "load", tmp_path, code=1)
    assert "Loaded 0 documents" in out
    assert "bad.txt cannot be read" in err


def test_a_path_that_is_not_there_is_a_failure(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 1, in one sentence."""
    _, err = _said(capfd, "load", tmp_path / "nothing", code=1)
    assert err.count("\n") == 1
    assert "nothing" in err


def test_statistics_are_written_for_people_and_programs(capfd: Captured) -> None:
    """As a table and as JSON."""
    assert "documents" in _said(capfd, "stats")[0]
    stats = json.loads(_said(capfd, "stats", "--json")[0])
    assert stats["documents"] == {"cable": 1, "foia": 1}


def test_cypher_answers_in_three_forms(capfd: Captured) -> None:
    """Which agree; a list is JSON in a cell."""
    query = "MATCH (e:Entity) WHERE e.kind = 'cartel' RETURN e.name AS name, labels(e) AS labels ORDER BY name"
    table = _said(capfd, "cypher", query)[0]
    answer = json.loads(_said(capfd, "cypher", query, "--format", "json")[0])
    rows = list(csv.reader(io.StringIO(_said(capfd, "cypher", query, "--format", "csv")[0])))
    assert answer["columns"] == rows[0] == ["name", "labels"]
    assert [[name, json.loads(labels)] for name, labels in rows[1:]] == answer["rows"]
    assert answer["rows"]
    assert all(name in table for name, _ in answer["rows"])


def test_who_is_named_with_whom_is_one_query_away(capfd: Captured) -> None:
    """The README's own."""
    query = (
        "MATCH (c:Cartel)-[r:CO_MENTIONED]-(a:Agency) "
        "RETURN c.name, a.name, r.passages ORDER BY r.passages DESC LIMIT 10"
    )
    answer = json.loads(_said(capfd, "cypher", query, "--format", "json")[0])
    counts = [count for _, _, count in answer["rows"]]
    assert counts
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "query", ["CREATE (n:Entity)", "MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"]
)
def test_a_query_that_does_more_than_read_is_refused(query: str, capfd: Captured) -> None:
    """Exit code 1, with the reason and where writing is possible."""
    before = _said(capfd, "stats")
    out, err = _said(capfd, "cypher", query, code=1)
    assert out == ""
    assert "trama neo4j status" in err
    assert _said(capfd, "stats") == before


def test_a_wrong_query_is_told_in_neo4js_words(capfd: Captured) -> None:
    """Exit code 1, without advice on writing."""
    _, err = _said(capfd, "cypher", "MATCH (n RETURN n", code=1)
    assert "trama neo4j status" not in err


def test_no_name_steers_the_terminal(capfd: Captured) -> None:
    """A control character is shown as what it is."""
    out, _ = _said(capfd, "cypher", "RETURN 'a\\u001b[2Jb' AS name")
    assert "\x1b" not in out
    assert "\\x1b[2J" in out


def test_status_tells_what_another_client_needs(address: Address, capfd: Captured) -> None:
    """Address, user name, and where the password is; not the password itself."""
    out, _ = _said(capfd, "neo4j", "status")
    assert "running" in out
    assert address.uri in out
    assert address.username in out
    assert address.password
    assert address.password not in out
    file = next(line.split(" in ", 1)[1] for line in out.splitlines() if line.startswith("password"))
    assert Path(file).read_text(encoding="ascii").strip() == address.password


def test_a_deleted_document_is_gone(capfd: Captured, samples: list[Path]) -> None:
    """With what only it supported; loading it again brings everything back."""
    before = _said(capfd, "stats", "--json")[0]
    query = "MATCH (d:Document) WHERE d.kind = 'foia' RETURN d.id"
    [[document]] = json.loads(_said(capfd, "cypher", query, "--format", "json")[0])["rows"]
    _said(capfd, "delete", document)
    assert json.loads(_said(capfd, "stats", "--json")[0])["documents"] == {"cable": 1}
    assert "no document" in _said(capfd, "delete", document, code=1)[1]
    _said(capfd, "load", *samples)
    assert _said(capfd, "stats", "--json")[0] == before


READING = [
    ["stats"],
    ["cypher", "RETURN 1"],
    ["export", "--format", "json"],
    ["path", "DEA", "SEMAR"],
    ["analyse", "loads"],
    ["analyse", "structure"],
    ["judgements"],
    ["audit"],
]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_store_of_a_newer_trama_is_refused_by_whatever_reads_it(
    words: list[str], bolt: Bolt, capfd: Captured
) -> None:
    """As by what writes: its form may mean something else."""
    bolt.run("MATCH (s:Store) SET s.was = s.schema, s.schema = 99")
    try:
        out, err = _said(capfd, *words, code=1)
    finally:
        bolt.run("MATCH (s:Store) SET s.schema = s.was REMOVE s.was")
    assert out == ""
    assert "A newer Trama wrote this store" in err


def test_a_filling_that_was_cut_off_is_finished_by_whatever_reads_the_store(bolt: Bolt, capfd: Captured) -> None:
    """What the import tool cannot write is written, before anything is read."""
    bolt.run("MATCH (s:Store) SET s.unfinished = 'somebody'")
    bolt.run("MATCH (d:Document) SET d.tags = null")
    _said(capfd, "stats")
    [row] = bolt.read(
        "MATCH (s:Store) RETURN s.unfinished AS unfinished, COUNT { (d:Document) WHERE d.tags IS NULL } AS n"
    )
    assert row == {"unfinished": None, "n": 0}
