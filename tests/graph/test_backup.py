"""A store is backed up and restored: the same nodes, edges and answers, or one sentence and nothing changed."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from archive import archive
from dump import clear, everything

from graph.backup.reading import opened
from graph.backup.restoring import restore
from graph.backup.taking import take
from graph.bolt import Bolt
from graph.errors import ConfigurationError, ConflictError, InputError, StoreUnavailableError
from graph.judgement import Decision
from graph.judging.judge import Judge, Word
from graph.ledger import Ledger
from graph.verdict import Opinion
from graph.writer import Writer


@pytest.fixture(scope="module")
def filled(bolt: Bolt) -> Bolt:
    """A store with documents, loads, judgements, verdicts, notes, views, an undone act and odd values."""
    writer = Writer(bolt, "loader")
    writer.prepare()
    documents = archive(12)
    writer.add(documents[:8])
    writer.add(documents[8:])
    writer.delete(documents[3].document.id)
    Judge(bolt, "ana").judge(Word(Decision.SAME, "inr", "dea", why="a test"))
    Judge(bolt, "ana").judge(Word(Decision.NOT_A_NAME, "juarez"))
    writer.refresh()
    ledger = Ledger(bolt, "ana")
    ledger.judge("dea", "semar", Opinion.DENIAL, 'He said:\n"no" \u2028 😀')
    ledger.undo(ledger.note(["dea"], "سلام").act or "")
    ledger.save_view("</script>", "/?ids=dea")
    bolt.run("CREATE ({odd: [1.5, 2.0], whole: 3, truth: true, none: [], raw: $raw, inf: 1.0 / 0.0})", raw=b"\0\xff")
    return bolt


@pytest.fixture(scope="module")
def saved(filled: Bolt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its backup."""
    path = tmp_path_factory.mktemp("backup") / "saved.trama"
    take(filled, path)
    return path


def test_a_restored_store_is_the_same_node_for_node(filled: Bolt, saved: Path, tmp_path: Path) -> None:
    """With its history; an act says that it was restored, and no answer of before can pass for one of now."""
    before = everything(filled)
    store = filled.read("MATCH (s:Store) RETURN properties(s) AS s")[0]["s"]
    clear(filled)
    head = restore(filled, saved, who="ana")
    act = filled.run("MATCH (x:Act {what: 'store.restored'}) WITH x, properties(x) AS p DELETE x RETURN p")[0]["p"]
    assert act["who"] == "ana"
    assert json.loads(act["after"])["nodes"] == head.nodes
    assert everything(filled) == before
    after = filled.read("MATCH (s:Store) RETURN properties(s) AS s")[0]["s"]
    assert after["stamp"] != store["stamp"]
    assert {**after, "stamp": ""} == {**store, "stamp": "", "acts": store["acts"] + 1}
    again = tmp_path / "again.trama"
    take(filled, again)
    with opened(saved) as one, opened(again) as two:
        assert (one.head.nodes, one.head.edges) == (two.head.nodes, two.head.edges)
    assert saved.stat().st_mode & 0o777 == 0o600


def test_a_store_that_holds_anything_is_replaced_only_on_request(filled: Bolt, saved: Path) -> None:
    """Refused, it is what it was; replaced, it is what the backup holds."""
    filled.run("CREATE (:Stray)")
    with pytest.raises(ConflictError, match="--replace"):
        restore(filled, saved)
    assert filled.read("MATCH (s:Store) RETURN s.restoring AS r, COUNT { (:Stray) } AS n") == [{"r": None, "n": 1}]
    restore(filled, saved, replace=True)
    assert filled.read("RETURN COUNT { (:Stray) } AS n") == [{"n": 0}]


def _cut(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def _without_its_last_line(raw: bytes) -> bytes:
    return gzip.compress(b"".join(gzip.decompress(raw).splitlines(keepends=True)[:-1]))


def _with_another_word(raw: bytes) -> bytes:
    return gzip.compress(gzip.decompress(raw).replace(b"DENIAL".lower(), b"real", 1))


def _with_a_byte_flipped(raw: bytes) -> bytes:
    middle = len(raw) // 2
    return raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :]


def _with_a_line_of_nonsense(raw: bytes) -> bytes:
    lines = gzip.decompress(raw).splitlines(keepends=True)
    return gzip.compress(b"".join([*lines[:5], b'["n", 5]\n', *lines[5:]]))


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        (_cut, "is cut off"),
        (_without_its_last_line, "is cut off"),
        (_with_another_word, "is damaged"),
        (_with_a_byte_flipped, "is damaged"),
        (_with_a_line_of_nonsense, "is damaged"),
        (lambda _: b"PK\x03\x04 something else", "is no backup of Trama"),
        (lambda _: b"", "is no backup of Trama"),
        (lambda _: gzip.compress(b'{"trama":"backup","form":99}\n'), "update this one"),
    ],
)
def test_a_file_that_is_not_whole_changes_nothing(
    filled: Bolt, saved: Path, tmp_path: Path, spoilt: Callable[[bytes], bytes], sentence: str
) -> None:
    """Whatever is wrong with it, one sentence names the file; nothing is deleted for it."""
    before = everything(filled)
    path = tmp_path / "spoilt.trama"
    path.write_bytes(spoilt(saved.read_bytes()))
    with pytest.raises((InputError, ConfigurationError), match=sentence) as told:
        restore(filled, path, replace=True)
    assert "spoilt.trama" in str(told.value)
    assert "\n" not in str(told.value)
    assert everything(filled) == before


def test_a_restore_that_was_cut_off_lets_nobody_in_until_one_is_done(
    filled: Bolt, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is neither written nor backed up half; the next restore needs no leave to clear it."""
    monkeypatch.setattr("graph.backup.restoring.ITEMS_AT_ONCE", 50)

    def ended(what: str, done: int, _: int) -> None:
        if what == "Restoring edges" and done >= 100:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(filled, saved, replace=True, progress=ended)
    for refused in (lambda: Writer(filled).add(archive(1)), lambda: take(filled, saved.with_name("half.trama"))):
        with pytest.raises(StoreUnavailableError, match="trama restore"):
            refused()
    restore(filled, saved)
    assert filled.read("MATCH (s:Store) RETURN s.restoring AS r, COUNT { (:Verdict) } AS n") == [{"r": None, "n": 1}]


def test_a_backup_is_there_whole_or_not_at_all(filled: Bolt, saved: Path, tmp_path: Path) -> None:
    """A file of another kind is not written over; one that cannot be finished leaves the old one."""
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    with pytest.raises(InputError, match="no backup of Trama"):
        take(filled, notes)
    assert notes.read_text() == "mine"
    old = saved.read_bytes()

    def ended(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        take(filled, saved, ended)
    assert saved.read_bytes() == old
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    clear(filled)
    with pytest.raises(InputError, match="nothing to back up"):
        take(filled, tmp_path / "empty.trama")
