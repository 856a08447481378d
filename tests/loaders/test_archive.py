"""Documents in archives and on standard input."""

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from graph.document import content_hash, document_id
from graph.errors import InputError
from loaders import archive
from loaders.inputs import inputs

FILES = {"b/two.txt": b"Two.", "a/one.txt": b"One.", "a/.hidden": b"No.", "__MACOSX/a/one.txt": b"No."}
PACKED = {".tar": bytes, ".tar.gz": gzip.compress, ".tgz": gzip.compress, ".tar.xz": lzma.compress,
          ".tar.bz2": bz2.compress}  # fmt: skip


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


def tarred(files: dict[str, bytes], *more: tarfile.TarInfo) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as file:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            file.addfile(info, io.BytesIO(content))
        for info in more:
            file.addfile(info)
    return made.getvalue()


def read(*paths: Path | str) -> tuple[dict[str, bytes | str], list[str]]:
    """What comes of some paths: content or complaint by path, and what was told of archives."""
    told: list[str] = []
    found: dict[str, bytes | str] = {}
    with inputs(paths, lambda _, why: told.append(why)) as sources:
        assert [each.path for each in sources] == sorted(each.path for each in sources)
        for each in sources:
            assert each.path not in found
            try:
                found[each.path] = each.read()
            except InputError as error:
                found[each.path] = str(error)
    return found, told


@pytest.mark.parametrize("ending", [".zip", ".ZIP", *PACKED])
def test_an_archive_is_read_as_a_folder_is(tmp_path, ending):
    """Every member under the archive's path and its own, wherever the archive lies; hidden ones are left out."""
    made = tmp_path / f"papers{ending}"
    made.write_bytes(zipped(FILES) if ending.lower() == ".zip" else PACKED[ending](tarred(FILES)))
    expected = {f"{made}/a/one.txt": b"One.", f"{made}/b/two.txt": b"Two."}
    assert read(made) == (expected, [])
    assert read(tmp_path) == (expected, [])


@pytest.mark.parametrize("make", [zipped, tarred])
def test_names_in_an_archive_lead_nowhere(tmp_path, make):
    """Ways out of it are cut off, nothing is ever written, and names that come to the same are told apart."""
    made = tmp_path / f"papers.{'zip' if make is zipped else 'tar'}"
    names = ["../../etc/passwd", "/etc/passwd", "C:\\etc\\passwd", "etc/./passwd", "../..", "a\udcff.txt"]
    made.write_bytes(make({name: str(n).encode() for n, name in enumerate(names) if make is tarred or n != 5}))
    found, told = read(made)
    folder = f"{made}/etc/passwd"
    assert {folder: b"0", f"{folder} (2)": b"1", f"{folder} (3)": b"2", f"{folder} (4)": b"3"}.items() <= found.items()
    assert len(found) == (5 if make is tarred else 4)
    assert told == []
    assert list(tmp_path.iterdir()) == [made]


def test_links_and_devices_in_an_archive_are_passed_over(tmp_path):
    """A link names a file of the reader's machine, not of the archive."""
    link, device = tarfile.TarInfo("secret.txt"), tarfile.TarInfo("zero.txt")
    link.type, link.linkname, device.type = tarfile.SYMTYPE, "/etc/passwd", tarfile.CHRTYPE
    made = tmp_path / "papers.tar"
    made.write_bytes(tarred({"one.txt": b"One."}, link, device))
    assert read(made) == ({f"{made}/one.txt": b"One."}, [])


@pytest.mark.parametrize("ending", [".zip", ".tar.gz", ".tar.xz"])
def test_an_archive_that_grows_beyond_measure_is_refused(tmp_path, ending, monkeypatch):
    """In one sentence, before it fills the disk; and a member that does so before it fills the memory."""
    made = tmp_path / f"bomb{ending}"
    files = {f"{n}.txt": bytes(100_000) for n in range(20)}
    made.write_bytes(zipped(files) if ending == ".zip" else PACKED[ending](tarred(files)))
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 1000)
    found, told = read(made)
    assert set(found.values()) == {
        f"{made}/{n}.txt is larger than 0 MB: no document's text." for n in range(20)
    } or all("is larger than" in str(value) for value in found.values())
    assert told == []
    monkeypatch.setattr(archive, "HARMLESS", 1_000_000)
    assert read(made) == ({}, [f"The archive {made} unpacks to far more than documents do, and was not read."])


def test_a_member_that_lies_about_its_size_is_not_read_further(tmp_path, monkeypatch):
    """What it says it holds is not believed."""
    made = tmp_path / "liar.zip"
    raw = zipped({"one.txt": b"One." * 1000})
    made.write_bytes(raw.replace((4000).to_bytes(4, "little"), (40).to_bytes(4, "little")))
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 100)
    found, _ = read(made)
    assert "cannot be read" in str(found[f"{made}/one.txt"]) or len(found[f"{made}/one.txt"]) == 40


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tar.gz", ".tar.xz"])
def test_a_damaged_archive_is_told_of_and_what_is_whole_in_it_is_read(tmp_path, ending):
    """Cut off in the middle; and one that is no archive at all."""
    files = {name: os.urandom(100_000) for name in ("a.txt", "b.txt", "c.txt")}
    raw = zipped(files) if ending == ".zip" else PACKED[ending](tarred(files))
    made = tmp_path / f"papers{ending}"
    made.write_bytes(raw[: len(raw) * 2 // 3])
    found, told = read(made)
    (sentence,) = told
    assert sentence.startswith(f"The archive {made} cannot be read")
    if ending != ".zip":  # whose list of contents stands at its end
        assert found[f"{made}/a.txt"] == files["a.txt"]
    made.write_bytes(b"This is no archive. " * 50)
    assert read(made)[0] == {}
    assert len(read(made)[1]) == 1


def test_damage_in_the_middle_of_a_tar_file_does_not_pass_for_its_end(tmp_path):
    """As Python's own reader would have it."""
    made = tmp_path / "papers.tar"
    raw = bytearray(tarred({"a.txt": b"One.", "b.txt": b"Two.", "c.txt": b"Three."}))
    raw[1024:1100] = b"?" * 76
    made.write_bytes(raw)
    assert read(made)[0] == {f"{made}/a.txt": b"One."}
    assert "to its end" in read(made)[1][0]


def test_an_encrypted_member_is_named(tmp_path):
    """And the others are read."""
    raw = bytearray(zipped({"a.txt": b"One.", "b.txt": b"Two."}))
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    made = tmp_path / "papers.zip"
    made.write_bytes(raw)
    found, told = read(made)
    assert found == {f"{made}/a.txt": f"{made}/a.txt cannot be read: it is encrypted.", f"{made}/b.txt": b"Two."}
    assert told == []


@pytest.mark.parametrize(
    "raw", [b"A memo of no great length.", zipped({"one.txt": b"One."}), tarred({"one.txt": b"One."})]
)
def test_standard_input_is_a_document_or_an_archive(raw, monkeypatch, tmp_path):
    """As its bytes have it; a document has a path of its own, so that it takes no other's place."""
    file = tmp_path / "given"
    file.write_bytes(raw)
    with file.open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        found, told = read("-")
    id_ = document_id(content_hash(raw))
    assert found == ({f"stdin/{id_}": raw} if raw.startswith(b"A memo") else {"stdin/one.txt": b"One."})
    assert told == []
