"""FollowTheMoney's form of an entity: an id, a schema, and lists of texts."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from graph.exchange.clean import clean

Entity = dict[str, Any]


def made(id_: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> Entity:
    """Return an entity; values that are None or empty are left out, and so are properties without values."""
    kept = {name: [clean(value) for value in values if value] for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def thing_id(entity: str) -> str:
    """Return the id of one of Trama's entities.

    >>> thing_id("sinaloa-cartel")
    'trama-entity-sinaloa-cartel'
    """
    return f"trama-entity-{entity}"


def document_id(document: str) -> str:
    """Return the id of a document."""
    return f"trama-document-{document}"


def made_id(what: str, *key: str) -> str:
    """Return the id of what has none of its own, made of what it joins, in order."""
    return f"trama-{what}-{hashlib.sha1('|'.join(key).encode(), usedforsecurity=False).hexdigest()}"
