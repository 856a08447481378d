# ruff: noqa: E501 - what is given is read best in one line each
"""Whatever is given to the loaders, what they raise is an error of Trama's, in a sentence."""

import csv
import gzip
import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutants import mutant
from papers import SMALL

from graph.backup.reading import opened
from graph.errors import InputError, TramaError
from loaders.decoding import decoded
from loaders.importing.importing import gazetteer_of
from loaders.inputs import inputs
from loaders.work import NoDocument, read_files

TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT, lambda x: st.lists(x) | st.dictionaries(TEXT, x), max_leaves=6
)
ENTITY = st.fixed_dictionaries(
    {"schema": st.sampled_from(["Person", "Company", "Vessel"]) | JSON, "properties": JSON | st.fixed_dictionaries({"name": JSON, "topics": JSON, "alias": JSON, "country": JSON})}
)  # fmt: skip
LISTS = (
    st.binary(max_size=300)
    | TEXT.map(lambda text: f"name,kind\n{text}".encode("utf-8", "surrogatepass"))
    | st.lists(ENTITY, min_size=1, max_size=3).map(lambda all_: "\n".join(map(json.dumps, all_)).encode())
    | st.lists(st.lists(TEXT, min_size=12, max_size=12), max_size=3).map(lambda rows: _table([["1", *rows[0][1:]], *rows] if rows else rows))
    | st.sampled_from([b"[" * 100_000, b"name,kind\n" + b"x" * 200_000, b'"1",' + b"a," * 10 + b"a\n\0", b'{"schema":"Person","properties":{"name":["\\ud800"]}}'])
)  # fmt: skip
QUIETLY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _table(rows: list[list[str]]) -> bytes:
    made = io.StringIO()
    with suppress(csv.Error):
        csv.writer(made).writerows(rows)
    return made.getvalue().encode("utf-8", "replace")


@QUIETLY
@given(raw=LISTS)
def test_any_list_of_names_is_imported_or_refused(raw: bytes, tmp_path: Path) -> None:
    """And what is made of it can be written to a file."""
    file = tmp_path / "list"
    file.write_bytes(raw)
    with suppress(InputError):
        gazetteer_of(file).encode()


@QUIETLY
@given(raw=st.binary(max_size=400) | st.integers(0, 10**6).map(lambda seed: mutant(seed, SMALL, 300)))
def test_any_file_is_read_or_named(raw: bytes) -> None:
    """Its text is one that can be stored."""
    decoded(raw).encode()
    (outcome,) = read_files([("some file.txt", raw)])
    assert isinstance(outcome, NoDocument) or outcome.document.path == "some file.txt"


@QUIETLY
@given(raw=st.binary(max_size=600), start=st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"BZh9", b"\xfd7zXZ\x00"]), ending=st.sampled_from([".zip", ".tar", ".tar.gz", ".tar.xz", ".tbz"]))  # fmt: skip
def test_any_archive_is_read_or_told_of(raw: bytes, start: bytes, ending: str, tmp_path: Path) -> None:
    """Also where it only begins as one."""
    file = tmp_path / f"papers{ending}"
    file.write_bytes(start + raw)
    told: list[str] = []
    with inputs([file], lambda _, why: told.append(why)) as found:
        for each in found:
            with suppress(InputError):
                each.read()
    file.unlink()


@QUIETLY
@given(
    lines=st.lists(JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60), max_size=4),
    whole=st.booleans(),
)
def test_any_backup_is_whole_or_refused(lines: list[bytes], whole: bool, tmp_path: Path) -> None:
    """Whatever stands in its lines."""
    head = {"trama": "backup", "form": 1, "at": "", "schema": 1, "store": {}, "nodes": 1, "edges": 0}
    raw = b"\n".join([json.dumps(head).encode(), *lines, b""])
    file = tmp_path / "saved.trama"
    file.write_bytes(gzip.compress(raw) if whole else raw)
    with pytest.raises(TramaError), opened(file) as backup:
        list(backup.items())
