"""Making a gazetteer file of a list of names, in whichever of the known forms it comes."""

import csv
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph.errors import InputError
from loaders.decoding import decoded
from loaders.importing.entry import to_toml
from loaders.importing.ftm import is_ftm, read_ftm
from loaders.importing.ofac import is_ofac, read_ofac
from loaders.importing.plain import read_plain

_ALIASES = "alt.csv"


def gazetteer_of(file: Path, source: str = "") -> str:
    """Return the text of a gazetteer file made of `file`; `source` says where it comes from.

    The form is told by what is in the file: OFAC's `sdn.csv` (with the `alt.csv` beside it), FollowTheMoney JSON lines,
    or CSV with a header. The provenance is the file's name, its day and its SHA-256. Raises InputError for a file
    that cannot be read, or that is of none of these forms.
    """
    try:
        raw = file.read_bytes()
        text = _text(raw)
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from error
    day = datetime.fromtimestamp(file.stat().st_mtime, UTC).date().isoformat()
    try:
        if is_ftm(text):
            form, entries = "FollowTheMoney", read_ftm(text)
        elif is_ofac(text):
            form, entries = "OFAC SDN list", read_ofac(text, _beside(file))
        else:
            form, entries = "CSV", read_plain(text)
        provenance = f"{form}, {file.name} of {day}, SHA-256 {sha256(raw).hexdigest()}"
        made = to_toml(f"{source}; {provenance}" if source else provenance, entries)
    except (csv.Error, RecursionError) as error:
        raise InputError(f"{file} is no list of names: {error}.") from error
    return made.encode("utf-8", "replace").decode()  # JSON can write half a character


def _beside(file: Path) -> str:
    for each in file.parent.iterdir():
        if each.name.lower() == _ALIASES:
            return _text(each.read_bytes())
    return ""


def _text(raw: bytes) -> str:
    return decoded(raw).removeprefix("\N{BYTE ORDER MARK}")
