"""Values of Cypher as JSON."""

import base64
import math
from collections.abc import Callable
from typing import Any

from graph.bolt import Node, Path, Point, Relationship, Temporal, Vector


def plain(value: Any) -> Any:
    """Return a value that Neo4j gave as one that JSON has.

    Nodes are `{"id", "labels", "properties"}` and relationships `{"id", "type", "start", "end", "properties"}` with
    Neo4j's element ids; paths are their nodes and relationships; dates, times and durations are ISO 8601; points are
    `{"srid", "coordinates"}`; bytes are base64; vectors are lists; numbers that JSON lacks are `"NaN"`, `"Infinity"`.
    """
    for kinds, convert in _CONVERSIONS:
        if isinstance(value, kinds):
            return convert(value)
    return str(value)


def _number(value: float) -> float | str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def _node(node: Node) -> dict[str, Any]:
    return {"id": node.element_id, "labels": sorted(node.labels), "properties": plain(dict(node.items()))}


def _relationship(link: Relationship) -> dict[str, Any]:
    start, end = (node.element_id if node is not None else None for node in link.nodes)
    return {
        "id": link.element_id,
        "type": link.type,
        "start": start,
        "end": end,
        "properties": plain(dict(link.items())),
    }


_CONVERSIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    ((type(None), bool, int, str), lambda value: value),
    (float, _number),
    (Node, _node),
    (Relationship, _relationship),
    (Path, lambda path: {"nodes": plain(list(path.nodes)), "relationships": plain(list(path.relationships))}),
    (Point, lambda point: {"srid": point.srid, "coordinates": plain(list(point))}),
    (Temporal, lambda time: time.iso_format()),
    (Vector, lambda vector: plain(vector.to_native())),
    ((bytes, bytearray), lambda raw: base64.b64encode(raw).decode("ascii")),
    (dict, lambda mapping: {str(key): plain(item) for key, item in mapping.items()}),
    ((list, tuple, set, frozenset), lambda items: [plain(item) for item in items]),
)
"""The types that Neo4j's driver gives, with what becomes of each; a point is a tuple too, and comes before it."""
