"""The Specially Designated Nationals list of the U.S. Treasury (OFAC), as published in CSV.

`sdn.csv` has no header; its columns are number, name, type, program, title, and seven more, the last of them remarks.
`alt.csv`, beside it, gives aliases: number, alias number, type (aka, fka, nka), name, remarks. `-0-` is nothing.
(OFAC, "Data formats and schemas": the legacy SDN files.)
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.entity import Kind
from loaders.importing.entry import Entry

_NOTHING = "-0-"
_COLUMNS = 12
_ALIAS_COLUMNS = 5
_NUMBER, _NAME, _TYPE, _PROGRAM, _REMARKS = 0, 1, 2, 3, 11
_DRUGS = ("SDNT", "ILLICIT-DRUGS")
_GROUP = re.compile(r"\b(?:cartel|drug trafficking organization|dto|organized crime|gang)\b", re.IGNORECASE)
_QUOTED = re.compile(r"a\.k\.a\.,? '([^']+)'")
_LONGEST_ACRONYM = 6
"""Longer words in capitals are names that were written so."""
_SHIPS = frozenset({"vessel", "aircraft"})


def is_ofac(text: str) -> bool:
    """Tell whether a text begins as `sdn.csv` does."""
    row = next(csv.reader(io.StringIO(text)), [])
    return len(row) == _COLUMNS and row[_NUMBER].strip().isdigit()


def read_ofac(text: str, aliases: str = "") -> Iterator[Entry]:
    """Yield the people and bodies of `sdn.csv`, with the aliases of `alt.csv`; ships and aircraft are left out.

    Only who is designated under a narcotics program becomes a trafficker, or a cartel by its name: others are persons
    and organizations.
    """
    also: dict[str, list[str]] = defaultdict(list)
    for row in csv.reader(io.StringIO(aliases)):
        if len(row) >= _ALIAS_COLUMNS - 1:
            also[row[0].strip()].append(row[3].strip())
    for row in csv.reader(io.StringIO(text)):
        if len(row) < _COLUMNS or row[_TYPE].strip().lower() in _SHIPS:
            continue
        individual = row[_TYPE].strip().lower() == "individual"
        drugs = any(program in row[_PROGRAM] for program in _DRUGS)
        names = [_spoken(text, individual) for text in (row[_NAME].strip(), *also[row[_NUMBER].strip()])]
        quoted = _QUOTED.findall(row[_REMARKS])
        yield Entry(_kind(row[_NAME], individual, drugs), names[0], *_sorted([*names[1:], *quoted]))


def _kind(name: str, individual: bool, drugs: bool) -> Kind:
    if individual:
        return Kind.TRAFFICKER if drugs else Kind.PERSON
    return Kind.CARTEL if drugs and _GROUP.search(name) else Kind.ORGANIZATION


def _spoken(name: str, individual: bool) -> str:
    """Return a name in the order that a document has it (`GUZMAN LOERA, Joaquin`: `Joaquin Guzman Loera`)."""
    surname, comma, given = name.partition(",")
    if not individual or not comma:
        return name
    return f"{given.strip()} {surname.strip().title() if surname.isupper() else surname.strip()}"


def _sorted(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return aliases, acronyms, weak names: a single word in capitals is an acronym, another single word weak."""
    aliases, acronyms, weak = [], [], []
    for name in names:
        if name in {"", _NOTHING}:
            continue
        if " " in name:
            aliases.append(name)
        elif name.isupper() and len(name) <= _LONGEST_ACRONYM:
            acronyms.append(name)
        else:
            weak.append(name)
    return tuple(aliases), tuple(acronyms), tuple(weak)
