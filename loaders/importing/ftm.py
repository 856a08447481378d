"""FollowTheMoney entities as JSON lines, as OpenSanctions and Aleph publish them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from graph.entity import Kind
from graph.errors import InputError
from loaders.importing.entry import Entry

_KINDS = {
    "Person": Kind.PERSON,
    "PublicBody": Kind.AGENCY,
    "Organization": Kind.ORGANIZATION,
    "Company": Kind.ORGANIZATION,
    "LegalEntity": Kind.ORGANIZATION,
}
"""Kinds by schema; entities of another schema are links or things that documents do not name."""

_TRAFFICKING = frozenset({"crime.traffick", "crime.traffick.drug"})
_OFFICE = "role.pep"


def is_ftm(text: str) -> bool:
    """Tell whether a text's first line is a FollowTheMoney entity."""
    try:
        first = json.loads(text.partition("\n")[0])
    except ValueError:
        return False
    return isinstance(first, dict) and "schema" in first and "properties" in first


def read_ftm(text: str) -> Iterator[Entry]:
    """Yield people and bodies; raises InputError, naming the line, for what is no entity.

    A trafficker is who has that topic, an official who is a politically exposed person; a sanction alone is neither.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            form = json.loads(line)
            kind = _KINDS.get(form["schema"])
            properties: Mapping[str, Any] = form["properties"]
            names = [str(name) for name in properties.get("name", ())] or [str(form.get("caption", ""))]
            entry = _entry(kind, names, properties) if kind is not None and names[0] else None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"Line {number} is no FollowTheMoney entity.") from error
        if entry is not None:
            yield entry


def _entry(kind: Kind, names: list[str], properties: Mapping[str, Any]) -> Entry:
    topics = set(properties.get("topics", ()))
    if kind == Kind.PERSON and _OFFICE in topics:
        kind = Kind.OFFICIAL
    if topics & _TRAFFICKING and kind in {Kind.PERSON, Kind.ORGANIZATION}:
        kind = Kind.TRAFFICKER if kind == Kind.PERSON else Kind.CARTEL
    aliases = [*names[1:], *(str(alias) for alias in properties.get("alias", ()))]
    weak = [str(alias) for alias in properties.get("weakAlias", ())]
    countries = [str(c).upper() for c in properties.get("country", properties.get("nationality", ()))]
    return Entry(
        kind,
        names[0],
        aliases=tuple(a for a in aliases if " " in a),
        weak=(*(a for a in aliases if " " not in a), *weak),
        country=countries[0] if len(countries) == 1 else "",
    )
