"""`trama extract`: documents into files, without a store."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from api.cli import run

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever would use a store fails."""
    monkeypatch.setenv("NEO4J_URI", "nothing://nowhere")


def test_each_document_becomes_a_file_in_the_gold_form(samples: list[Path], tmp_path: Path, capfd: Captured) -> None:
    """Of the same name; its spans point into the source."""
    assert run(["extract", *map(str, samples), "--out", str(tmp_path / "out")]) == 0
    assert "Extracted 2 documents" in capfd.readouterr().out
    for sample in samples:
        found = json.loads((tmp_path / "out" / f"{sample.stem}.json").read_text(encoding="utf-8"))
        assert set(found) == {"file", "document", "entities", "mentions", "relations"}
        source = sample.read_bytes().decode("utf-8")
        assert found["mentions"]
        assert all(source[m["start"] : m["end"]].strip() for m in found["mentions"])
        assert {m["entity"] for m in found["mentions"]} <= {e["id"] for e in found["entities"]}


def test_several_processes_write_the_same_as_one(samples: list[Path], tmp_path: Path) -> None:
    """Byte for byte, and files of one name are told apart."""
    for number in range(3):
        (tmp_path / "in" / str(number)).mkdir(parents=True)
        for sample in samples:
            (tmp_path / "in" / str(number) / sample.name).write_bytes(sample.read_bytes() + b"\n" * number)
    for jobs in ("1", "2"):
        assert run(["extract", str(tmp_path / "in"), "--out", str(tmp_path / jobs), "--jobs", jobs]) == 0
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / jobs).iterdir()} for jobs in ("1", "2"))
    assert one == two
    stem = samples[0].stem
    assert {f"{stem}.json", f"{stem}-2.json", f"{stem}-3.json"} <= set(one)
    assert len(one) == 6


def test_what_an_archive_holds_is_extracted(samples: list[Path], tmp_path: Path) -> None:
    """As `trama load` would read it."""
    with ZipFile(tmp_path / "all.zip", "w") as archive:
        for sample in samples:
            archive.write(sample, f"in/{sample.name}")
    assert run(["extract", str(tmp_path / "all.zip"), "--out", str(tmp_path / "out")]) == 0
    assert {file.stem for file in (tmp_path / "out").iterdir()} == {sample.stem for sample in samples}


def test_what_it_wrote_itself_is_not_read_again(samples: list[Path], tmp_path: Path, capfd: Captured) -> None:
    """Where the results are kept among the documents."""
    (tmp_path / "a.txt").write_bytes(samples[0].read_bytes())
    for _ in range(2):
        assert run(["extract", str(tmp_path), "--out", str(tmp_path / "out")]) == 0
        assert "Extracted 1 document into" in capfd.readouterr().out


def test_what_it_wrote_itself_is_known_by_whatever_way_it_is_named(
    samples: list[Path], tmp_path: Path, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over `..`, and through a link."""
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "a.txt").write_bytes(samples[0].read_bytes())
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(folder)
    for out in ("../x/out", "../x/out", "../link/out"):
        assert run(["extract", ".", "--out", out]) == 0
        assert "Extracted 1 document into" in capfd.readouterr().out


def test_a_file_without_a_document_is_named_and_no_failure(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 0, and no file for it."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run(["extract", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "out")]) == 0
    out, err = capfd.readouterr()
    assert "empty.txt" in out
    assert err == ""
    assert list((tmp_path / "out").iterdir()) == []


def test_a_file_that_cannot_be_read_is_a_failure(samples: list[Path], tmp_path: Path, capfd: Captured) -> None:
    """It is named, with exit code 1, and the others are extracted all the same."""
    (tmp_path / "good.txt").write_bytes(samples[0].read_bytes())
    memory = Path("/proc/self/mem")
    if memory.exists():
        (tmp_path / "bad.txt").symlink_to(memory)  # not even root reads it from its start
    else:
        (tmp_path / "bad.txt").touch(mode=0)
    assert run(["extract", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "bad.txt cannot be read" in capfd.readouterr().err
    assert (tmp_path / "out" / "good.json").exists()


def test_a_path_that_is_not_there_is_named(tmp_path: Path, capfd: Captured) -> None:
    """Exit code 1, in one sentence."""
    assert run(["extract", str(tmp_path / "nothing"), "--out", str(tmp_path / "out")]) == 1
    err = capfd.readouterr().err
    assert "nothing" in err
    assert err.count("\n") == 1


def test_a_place_that_cannot_be_written_to_is_named(samples: list[Path], tmp_path: Path, capfd: Captured) -> None:
    """Exit code 1, in one sentence."""
    (tmp_path / "file").write_text("in the way")
    assert run(["extract", str(samples[0]), "--out", str(tmp_path / "file" / "out")]) == 1
    err = capfd.readouterr().err
    assert str(tmp_path / "file") in err
    assert err.count("\n") == 1
