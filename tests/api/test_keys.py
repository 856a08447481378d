"""Keys: made, named in files, taken out again; and doors that do not open without them."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from keyed import Holders

from api.access.key import digest_of, make_key, read_keys
from api.access.keyring import Keyring, keyring
from api.access.role import Role
from api.access.session import sessions
from api.cli import run
from api.door import Door
from graph.errors import ConfigurationError
from graph.settings import Settings, read_settings

SECRET, KEY = make_key("ana", Role.READER)


def test_a_key_is_256_random_bits_and_only_its_hash_is_kept() -> None:
    """43 characters of base64 hold them; what names the key does not hold it."""
    assert len(SECRET) == len("trama_") + 43
    assert make_key("ana", Role.READER)[0] != SECRET
    assert KEY.line == f"ana reader {digest_of(SECRET)}"
    assert SECRET not in repr(KEY)


def test_keys_are_read_from_lines_or_between_commas() -> None:
    """With remarks and blank lines."""
    other = make_key("Bea@desk-2", Role.LOADER)[1]
    assert read_keys(f"# ours\n\n {KEY.line}  # since May\n{other.line}\r\n", "f") == (KEY, other)
    assert read_keys(f"{KEY.line},{other.line}", "f") == (KEY, other)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no key"),
        ("# nothing", "holds no key"),
        (f"ana reader {SECRET}", "line 1"),
        (f"{KEY.line}\nana", "line 2"),
        (f"ana boss {KEY.digest}", "reader, reviewer, loader"),
        (f"ana READER {KEY.digest}", "line 1"),
        (f"ana reader {KEY.digest[:-1]}", "line 1"),
        (f"ana reader {KEY.digest.upper()}", "line 1"),
        (f"a/b reader {KEY.digest}", "line 1"),
        (f"{KEY.line}\nana loader {'0' * 64}", "one name twice"),
        (f"{KEY.line}\nbea loader {KEY.digest}", "one key twice"),
    ],
)
def test_what_names_no_key_is_refused_and_not_shown(text: str, says: str) -> None:
    """Somebody may have put a key there instead of its hash."""
    with pytest.raises(ConfigurationError, match=says) as refusal:
        read_keys(text, "the file")
    assert SECRET not in str(refusal.value)


def test_a_key_is_out_as_soon_as_its_line_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file that cannot be used any more lets nobody in, and the log says so once."""
    file = tmp_path / "keys"
    file.write_text(f"{KEY.line}\n", encoding="utf-8")
    ring = Keyring(None, file)
    assert ring.find(SECRET) == KEY
    assert ring.find(SECRET[:-1]) is None
    secret, other = make_key("bea", Role.LOADER)
    file.write_text(f"# {KEY.line}\n{other.line}\n", encoding="utf-8")
    assert (ring.find(SECRET), ring.find(secret)) == (None, other)
    for spoil in (lambda: file.write_text("what", encoding="utf-8"), lambda: file.chmod(0o666), file.unlink):
        file.touch()
        spoil()
        with caplog.at_level(logging.ERROR):
            caplog.clear()
            assert (ring.find(secret), ring.find(secret)) == (None, None)
            assert len(caplog.records) == 1
    file.write_text(f"{other.line}\n", encoding="utf-8")
    file.chmod(0o644)
    assert ring.find(secret) == other


@pytest.mark.parametrize("prepare", [Path.resolve, Path.mkdir, lambda file: file.write_bytes(b"\xff")])
def test_a_file_that_cannot_be_read_stops_the_start(tmp_path: Path, prepare) -> None:
    prepare(tmp_path / "keys")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Keyring(None, tmp_path / "keys")


def test_a_variable_that_is_set_to_nothing_does_not_open_the_door(tmp_path: Path) -> None:
    """Whoever set it meant to ask for keys."""
    assert keyring(read_settings({"TRAMA_HOME": str(tmp_path)})) is None
    with pytest.raises(ConfigurationError, match="TRAMA_KEYS holds no key"):
        keyring(read_settings({"TRAMA_HOME": str(tmp_path), "TRAMA_KEYS": ""}))


@pytest.mark.parametrize(
    "words",
    [
        ["serve", "--host", "0.0.0.0"],  # noqa: S104 - it must not listen there
        ["serve", "--host", "::"],
        ["serve", "--host", ""],
        ["serve", "--host", "192.0.2.1"],
        ["serve", "--proxy", "127.0.0.1"],
        ["serve", "--name", "trama.example"],
        ["demo", "--host", "0.0.0.0"],  # noqa: S104
    ],
)
def test_nobody_else_is_served_without_keys(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence says how to make one."""
    assert run(words) == 2
    assert "`trama key loader --name YOU >> trama.keys`" in capsys.readouterr().err


def test_a_key_is_shown_once_beside_the_line_that_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    """So that the line can be sent to a file."""
    assert run(["key", "reviewer", "--name", "ana"]) == 0
    out, err = capsys.readouterr()
    (key,) = read_keys(out, "out")
    assert (key.name, key.role) == ("ana", Role.REVIEWER)
    assert digest_of(err.split()[-1]) == key.digest
    assert run(["key", "reader", "--name", "a b"]) == 1


def test_a_proxy_is_an_address() -> None:
    """`*` would believe everybody."""
    with pytest.raises(ConfigurationError, match="is none"):
        Door("127.0.0.1", 0, proxies=["*"])


def test_the_secret_of_sessions_is_kept_for_oneself(tmp_path: Path) -> None:
    """Workers share it; deleting it ends every session, and one that others may read is not used."""
    settings = Settings(home=tmp_path / "home")
    one = sessions(settings)
    assert sessions(settings).read(one.write(KEY)) == KEY.digest
    assert sessions(replace(settings, store="b")).read(one.write(KEY)) is None
    file = settings.home / "session-secret"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(settings.home.iterdir()) == [file]
    file.chmod(0o644)
    with pytest.raises(ConfigurationError, match="delete it"):
        sessions(settings)
    file.chmod(0o600)
    file.write_bytes(b"\xff" * 64)
    with pytest.raises(ConfigurationError, match="damaged"):
        sessions(settings)
    file.unlink()
    assert sessions(settings).read(one.write(KEY)) is None


def test_keys_of_tests_are_what_they_say(tmp_path: Path) -> None:
    """Each role has one."""
    made = Holders(Settings(home=tmp_path), tmp_path / "keys")
    ring = keyring(made.settings)
    assert ring is not None
    assert {role: ring.find(made.secrets[role]) for role in Role} == made.keys
