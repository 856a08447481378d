"""An entry of a gazetteer, as an import makes it, and the file that holds them."""

from collections.abc import Iterable
from dataclasses import dataclass

import tomli_w

from graph.entity import Kind
from graph.name import collapse, slug


@dataclass(frozen=True, slots=True)
class Entry:
    """A known entity: its kind, its name as a page shows it, and what else it is called.

    `acronyms` are matched in their own writing, `weak` names only with the document's support; `country` is ISO 3166-1.
    """

    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str = ""
    id: str = ""


def to_toml(source: str, entries: Iterable[Entry]) -> str:
    """Return the gazetteer file (form: loaders/data/README.md) that holds `entries`; those of one id become one.

    An entry without a name becomes none.
    """
    rows: dict[str, dict[str, object]] = {}
    for entry in entries:
        if not any(map(str.isalnum, entry.name)):
            continue
        key = entry.id or slug(entry.name)
        row = rows.setdefault(key, {"id": key, "kind": entry.kind.value, "name": collapse(entry.name)})
        if entry.country:
            row.setdefault("country", entry.country)
        for field in ("aliases", "acronyms", "weak"):
            have = list(row.get(field, ()))  # type: ignore[call-overload]
            new = [collapse(text) for text in getattr(entry, field)]
            merged = list(dict.fromkeys(t for t in [*have, *new] if t and t != row["name"]))
            if merged:
                row[field] = merged
    return tomli_w.dumps({"source": source, "entity": [rows[key] for key in sorted(rows)]})
