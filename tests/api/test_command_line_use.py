"""The command line without a store: help, wrong use, and failures told in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import run
from api.extracting import target_names

TRAMA = Path(sys.executable).with_name("trama")
HEAVY = ("fastapi", "neo4j", "uvicorn", "pyvis", "networkx", "numpy", "jgo", "pydantic", "rich.progress", "loaders")


def trama(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    return subprocess.run([TRAMA, *words], capture_output=True, text=True, timeout=100, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_without_a_command_it_shows_what_it_can_do() -> None:
    """As `--help` does."""
    bare, asked = trama(), trama("--help")
    assert bare.returncode == asked.returncode == 0
    assert bare.stdout == asked.stdout
    for command in ("demo", "load", "extract", "serve", "cypher", "export", "neo4j", "stats", "delete"):
        assert f"\n  {command} " in bare.stdout


def test_it_says_its_version() -> None:
    """With `--version`."""
    assert trama("--version").stdout == "trama 0.1.0\n"


def test_help_waits_for_nothing_heavy() -> None:
    """Neither driver nor web framework nor recogniser is imported before a command needs it."""
    code = f"import sys, api.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["load"],
        ["load", "--workers", "0", "x"],
        ["extract", "samples"],
        ["cypher"],
        ["cypher", "RETURN 1", "--format", "xml"],
        ["delete"],
        ["neo4j", "restart"],
        ["serve", "--port", "70000"],
        ["serve", "--host", "0.0.0.0"],  # noqa: S104 - it is refused
        ["serve", "--host", "trama.example"],
        ["demo", "--host", "192.168.0.1"],
        ["--store", "../elsewhere", "stats"],
        ["--store"],
        ["stats", "--colour"],
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """On standard error; nothing is done."""
    assert run(words) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("trama: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [["serve"], ["stats"], ["path", "a", "b"], ["review"], ["backup", "--dump", "x"], ["neo4j", "start"]],
)
def test_a_mistyped_store_is_refused_with_the_names_there_are(
    words: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is made of it; a command that loads makes it."""
    monkeypatch.setenv("TRAMA_HOME", str(tmp_path))
    for name in ("cables", "foia"):
        (tmp_path / "stores" / name).mkdir(parents=True)
    assert run(["--store", "cabels", *words]) == 1
    assert "no store 'cabels' (stores: cables, foia). `trama --store cabels load`" in capfd.readouterr().err
    assert not (tmp_path / "stores" / "cabels").exists()


def test_serving_the_network_is_refused_with_the_reason(capfd: pytest.CaptureFixture[str]) -> None:
    """And with how a key is made."""
    run(["serve", "--host", "0.0.0.0"])  # noqa: S104 - it is refused
    assert "make a key with `trama key" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"NEO4J_URI": "bolt://127.0.0.1:1"}, "No Neo4j answers at bolt://127.0.0.1:1"),
        ({"NEO4J_URI": "ftp://127.0.0.1"}, "NEO4J_URI is an address such as"),
    ],
)
@pytest.mark.parametrize("words", [["stats"], ["cypher", "RETURN 1"], ["load", "."], ["delete", "x"], ["serve"]])
def test_a_store_that_cannot_be_used_is_one_sentence_and_exit_code_1(
    variables: dict[str, str],
    reason: str,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Whatever the command; a service is started even so where the server may yet come."""
    if words == ["serve"] and "bolt" in variables["NEO4J_URI"]:
        return
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run(words) == 1
    err = capfd.readouterr().err
    assert reason in err
    assert err.count("\n") == 1


def test_the_local_neo4j_is_left_alone_where_another_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`start` and `stop` are refused, `status` tells of the other."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert run(["neo4j", "start"]) == run(["neo4j", "stop"]) == 1
    assert "not Trama's to start or stop" in capfd.readouterr().err
    assert run(["neo4j", "status"]) == 0
    assert "bolt://127.0.0.1:1 (from NEO4J_URI)" in capfd.readouterr().out


def test_what_nobody_foresaw_is_one_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], trama_home: Path
) -> None:
    """The traceback goes into a file for whoever mends it, readable by its owner alone."""
    (trama_home / "last-error.txt").touch(mode=0o644)
    monkeypatch.setattr("api.commands.neo4j._local", lambda _: 1 / 0)
    assert run(["neo4j", "stop"]) == 1
    err = capfd.readouterr().err
    assert "Traceback" not in err
    assert err.count("\n") == 1
    file = trama_home / "last-error.txt"
    assert "ZeroDivisionError" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_folder_made_for_the_traceback_is_its_owners_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It may name documents."""
    monkeypatch.setenv("TRAMA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("api.commands.neo4j._local", lambda _: 1 / 0)
    assert run(["neo4j", "stop"]) == 1
    assert "last-error.txt" in capfd.readouterr().err
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


def test_windows_is_refused_in_one_sentence() -> None:
    """Not in the middle of starting Neo4j."""
    program = "import os, sys; from api.cli import run; os.name = 'nt'; sys.exit(run(['stats']))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "trama: it runs on Linux and macOS only.\n")


def test_files_of_one_name_get_names_of_their_own() -> None:
    """Without regard to case, and without taking the name of another file."""
    assert target_names(["a", "b", "A", "a-2", "a"]) == ["a", "b", "A-3", "a-2", "a-4"]
