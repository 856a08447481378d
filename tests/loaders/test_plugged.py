"""A recogniser of the user's own, `trama extract --explain`, and two evaluations compared."""

import json
from pathlib import Path

import pytest

from api.cli import run
from graph.settings import plug_recognisers, read_settings
from loaders.explain import explain
from loaders.extract import extract
from loaders.names.plugged import plugged

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GOLD = ROOT / "tests" / "gold" / "seeds"

OWN = """
import re
from graph.entity import Kind
from graph.mention import Method
from loaders.names.span import Span

def recognise(view):
    return [Span(m.start(), m.end(), Method.MODEL, 0.9, kind=Kind.ORGANIZATION)
            for m in re.finditer("fresh paint", view.shown)]

def outside(view):
    return [Span(0, len(view.shown) + 1, Method.MODEL, 0.9)]
"""
MEMO = b"TO: S\nFROM: INR - Ana Lima\n\nThey met the men of fresh paint in Lima on Monday, it was said there.\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The file of a recogniser, and an environment that is put right afterwards."""
    monkeypatch.setenv("TRAMA_RECOGNISERS", "")
    file = tmp_path / "own.py"
    file.write_text(OWN, encoding="utf-8")
    return str(file)


def test_what_an_own_recogniser_finds_is_a_mention_like_any_other(own: str) -> None:
    """With the method and the confidence that it gave; without it there is none."""
    assert not [m for m in extract(MEMO, "memo.txt").mentions if m.surface == "fresh paint"]
    plug_recognisers([f"{own}:recognise"])
    (found,) = [m for m in extract(MEMO, "memo.txt").mentions if m.surface == "fresh paint"]
    assert (found.method, found.confidence) == ("model", 0.9)


@pytest.mark.usefixtures("own")
def test_recognisers_of_the_command_line_come_beside_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each once."""
    monkeypatch.setenv("TRAMA_RECOGNISERS", "a:one,b:two")
    plug_recognisers(["c:three", "a:one"])
    assert read_settings().recognisers == ("a:one", "b:two", "c:three")


@pytest.mark.parametrize("name", ["nosuch.py:recognise", "no.such.module:recognise", "json:nothing", "json", ""])
def test_a_recogniser_that_is_not_there_is_named(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, before a file is written."""
    monkeypatch.setenv("TRAMA_RECOGNISERS", "")
    sample = next(SAMPLES.glob("*.txt"))
    code = run(["extract", str(sample), "--out", str(tmp_path / "out"), "--recogniser", name])
    assert (code, name in capsys.readouterr().err) == ((1, True) if name else (0, True))


def test_a_recogniser_that_answers_nonsense_is_told(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A span outside the text would be a name that no source has."""
    sample = next(SAMPLES.glob("*.txt"))
    assert run(["extract", str(sample), "--explain", "--recogniser", f"{own}:outside"]) == 1
    assert "no span of the text" in capsys.readouterr().err


def test_a_recogniser_is_loaded_once(own: str) -> None:
    """So that a model in it is, too."""
    assert plugged(f"{own}:recognise") is plugged(f"{own}:recognise")


def test_explain_tells_who_found_each_name_and_why_it_is_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """One row a mention, as many as the extraction has."""
    sample = SAMPLES / "004_0db69c56b45f5e8b.txt"
    assert run(["extract", str(sample), "--explain"]) == 0
    out = capsys.readouterr().out
    (signer,) = [line for line in out.splitlines() if "Adolph Eisner" in line]
    assert "structure" in signer
    assert "the form of the document" in signer
    assert "gazetteer entry felipe-calderon" in out
    assert "adolph-eisner reviewed document" in out
    mentions = extract(sample.read_bytes(), sample.name).mentions
    assert sum(line.startswith("│") for line in out.splitlines()) == len(mentions)


def test_a_kind_that_is_a_guess_is_told_as_one() -> None:
    """The reasons are those that the kind was judged by, not the kind itself."""
    memo = b"TO: S\nFROM: INR - Ana Lima\n\nThey met in Lima on Monday, where QXT was talked of as it was before.\n"
    why = {mention.surface: mention.why_kind for mention in explain(memo, "memo.txt").mentions}
    assert why["QXT"].startswith("a guess")
    assert why["Lima"] == "gazetteer entry lima"


def test_the_worst_errors_are_shown_with_their_text(capsys: pytest.CaptureFixture[str]) -> None:
    """By type, and as many as are asked for."""
    assert run(["evaluate", str(GOLD), "--sources", str(SAMPLES)]) == 0
    shown = capsys.readouterr().out
    assert "wrong kind" in shown
    assert "«" in shown
    assert run(["evaluate", str(GOLD), "--sources", str(SAMPLES), "--errors", "0"]) == 0
    assert "«" not in capsys.readouterr().out


@pytest.mark.usefixtures("own")
def test_two_evaluations_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The figures side by side, the errors that are new, and those that are gone."""
    arguments = ["evaluate", str(GOLD), "--sources", str(SAMPLES)]
    assert run([*arguments, "--json"]) == 0
    before = tmp_path / "before.json"
    before.write_text(capsys.readouterr().out, encoding="utf-8")
    own_file = tmp_path / "says.py"
    own_file.write_text(OWN.replace("fresh paint", "drug trafficking"), encoding="utf-8")
    assert run([*arguments, "--against", str(before), "--recogniser", f"{own_file}:recognise"]) == 0
    shown = capsys.readouterr().out
    assert "was 1.000" in shown
    assert "false name: drug trafficking (organization)" in shown.partition("new errors")[2]
    before.write_text(json.dumps([1]), encoding="utf-8")
    assert run([*arguments, "--against", str(before)]) == 2
