"""Which files a path on the command line stands for."""

import os
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.sources import find_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files, a folder in it, and hidden ones."""
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden", ".git/config", "deep/.d.txt"):
        file = tmp_path / "cables" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path / "cables"


def test_a_folder_gives_its_files_in_order_under_its_own_name(folder):
    """Hidden files are left out, folders below are gone through."""
    sources = find_sources([folder])
    assert [s.path for s in sources] == ["cables/a.txt", "cables/b.txt", "cables/deep/c.txt"]
    assert [s.file for s in sources] == [folder / "a.txt", folder / "b.txt", folder / "deep/c.txt"]


def test_a_file_is_shown_as_its_folder_would_show_it_and_comes_once(folder):
    """Naming a file beside its folder changes nothing; a hidden file that is named is read."""
    assert find_sources([folder / "a.txt", folder]) == find_sources([folder])
    assert [s.path for s in find_sources([folder / ".hidden"])] == ["cables/.hidden"]


def test_two_folders_of_one_name_are_told_apart(folder, tmp_path):
    """Files of the same name in both do not take each other's place."""
    twin = tmp_path / "other" / "cables"
    twin.mkdir(parents=True)
    (twin / "a.txt").write_text("twin")
    shown = [s.path for s in find_sources([folder, twin])]
    assert len(shown) == len(set(shown)) == 4
    assert f"{twin.as_posix()}/a.txt" in shown


def test_the_folder_one_stands_in_has_its_name(folder, monkeypatch):
    """A dot is no name."""
    monkeypatch.chdir(folder)
    assert [s.path for s in find_sources(["."])] == [s.path for s in find_sources([folder])]


def test_a_path_that_does_not_exist_is_named(tmp_path):
    """The sentence tells which of several paths it is."""
    with pytest.raises(InputError, match=r"no file or folder .*nosuch"):
        find_sources([tmp_path, tmp_path / "nosuch"])


def test_a_file_name_that_is_no_text_is_shown_all_the_same(tmp_path):
    """File systems hold any bytes; the store holds text."""
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    (source,) = find_sources([tmp_path])
    assert source.path == f"{tmp_path.name}/\ufffd.txt"
    assert source.file.read_text() == "x"
