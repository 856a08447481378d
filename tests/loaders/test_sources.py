"""Which files a path on the command line stands for."""

import os
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders import sources as module
from loaders.sources import Source


def find_sources(paths) -> list[Source]:
    """The sources at some paths, all of whose folders may be read."""
    return module.find_sources(paths, lambda path, reason: pytest.fail(f"{path}: {reason}"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files, a folder in it, and hidden ones."""
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden", ".git/config", "deep/.d.txt"):
        file = tmp_path / "cables" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path / "cables"


def test_a_folder_gives_its_files_in_order_under_their_whole_paths(folder):
    """Hidden files are left out, folders below are gone through."""
    sources = find_sources([folder])
    assert [s.path for s in sources] == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/deep/c.txt"]
    assert [s.file for s in sources] == [folder / "a.txt", folder / "b.txt", folder / "deep/c.txt"]


def test_a_file_is_shown_as_its_folder_would_show_it_and_comes_once(folder):
    """Naming a file beside its folder changes nothing; a hidden file that is named is read."""
    assert find_sources([folder / "a.txt", folder]) == find_sources([folder])
    assert [s.path for s in find_sources([folder / ".hidden"])] == [f"{folder}/.hidden"]


def test_the_users_home_is_a_tilde(folder, monkeypatch):
    """What is shown to others need not tell whose machine it is."""
    monkeypatch.setenv("HOME", str(folder.parent))
    assert find_sources([folder / "a.txt"])[0].path == "~/cables/a.txt"


def test_a_file_has_one_path_however_it_is_asked_for(folder, tmp_path):
    """Alone, with its folder, with the one above, or with another of the same name beside it."""
    twin = tmp_path / "other" / "cables"
    twin.mkdir(parents=True)
    (twin / "a.txt").write_text("twin")
    asked = ([folder / "a.txt"], [folder], [tmp_path], [folder, twin])
    paths = [next(s.path for s in find_sources(each) if s.file == folder / "a.txt") for each in asked]
    assert len(set(paths)) == 1
    assert f"{twin}/a.txt" in [s.path for s in find_sources([folder, twin])]


def test_the_folder_one_stands_in_is_named_by_a_dot(folder, monkeypatch):
    """As it would be from elsewhere."""
    monkeypatch.chdir(folder)
    assert [s.path for s in find_sources(["."])] == [s.path for s in find_sources([folder])]


def test_a_path_that_does_not_exist_is_named(tmp_path):
    """The sentence tells which of several paths it is."""
    with pytest.raises(InputError, match=r"no file or folder .*nosuch"):
        find_sources([tmp_path, tmp_path / "nosuch"])


def test_file_names_that_are_no_text_are_shown_all_the_same_and_told_apart(tmp_path):
    """File systems hold any bytes; the store holds text."""
    try:
        for byte in (b"\xff", b"\xfe"):
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + byte + b".txt")).write_bytes(byte)
    except OSError:
        pytest.skip("this file system takes only names that are text")
    shown = {s.path: s.file.read_bytes() for s in find_sources([tmp_path])}
    assert shown == {f"{tmp_path}/\\xff.txt": b"\xff", f"{tmp_path}/\\xfe.txt": b"\xfe"}


def test_a_folder_that_may_not_be_read_is_told_and_the_rest_is_found(folder, monkeypatch):
    """One closed drawer does not close the archive."""
    walk = os.walk

    def closed_walk(path, onerror):
        onerror(PermissionError(13, "Permission denied", f"{folder}/deep"))
        for top, folders, names in walk(path):
            folders[:] = [name for name in folders if name != "deep"]
            yield top, folders, names

    monkeypatch.setattr(os, "walk", closed_walk)
    told = []
    found = module.find_sources([folder], lambda path, reason: told.append((path, reason)))
    assert [s.file.name for s in found] == ["a.txt", "b.txt"]
    assert told == [(f"{folder}/deep", f"The folder {folder}/deep cannot be read: Permission denied.")]


def test_a_file_that_is_too_large_or_gone_is_named(tmp_path, monkeypatch):
    """Before it fills the memory; in a sentence."""
    monkeypatch.setattr(module, "LARGEST_FILE", 3)
    (tmp_path / "big.txt").write_text("four")
    (source,) = find_sources([tmp_path])
    with pytest.raises(InputError, match=r"big\.txt is larger"):
        source.read()
    source.file.unlink()
    with pytest.raises(InputError, match=r"big\.txt cannot be read: No such file"):
        source.read()
