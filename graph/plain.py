"""Values of Cypher as JSON."""

import base64
import math
from collections.abc import Callable, Mapping
from typing import Any

from graph.bolt import Node, Path, Point, Relationship, Temporal, Vector

Count = Callable[[int], None]
"""Is told how many bytes of JSON a value adds, about, while it is converted; it may raise to stop there."""


def uncounted(_: int) -> None:
    """Count nothing."""


def plain(value: Any, count: Count = uncounted) -> Any:
    """Return a value that Neo4j gave as one that JSON has.

    Nodes are `{"id", "labels", "properties"}` and relationships `{"id", "type", "start", "end", "properties"}` with
    Neo4j's element ids; paths are their nodes and relationships; dates, times and durations are ISO 8601; points are
    `{"srid", "coordinates"}`; bytes are base64; vectors are lists; numbers that JSON lacks are `"NaN"`, `"Infinity"`.
    """
    for kinds, convert in _CONVERSIONS:
        if isinstance(value, kinds):
            return convert(value, count)
    return _text(str(value), count)


def _small(value: Any, count: Count) -> Any:
    count(_SMALL)
    return value


def _integer(value: int, count: Count) -> int:
    count(2 + value.bit_length() // 3)
    return value


def _text(value: str, count: Count) -> str:
    count(4 + (len(value) if value.isascii() else len(value.encode("utf-8", "replace"))))
    return value


def _number(value: float, count: Count) -> float | str:
    count(_SMALL)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def _mapping(mapping: Mapping[Any, Any], count: Count) -> dict[str, Any]:
    count(2)
    return {_text(str(key), count): plain(item, count) for key, item in mapping.items()}


def _list(items: Any, count: Count) -> list[Any]:
    count(4)
    return [plain(item, count) for item in items]


def _node(node: Node, count: Count) -> dict[str, Any]:
    found = {"id": node.element_id, "labels": sorted(node.labels), "properties": dict(node.items())}
    return _mapping(found, count)


def _relationship(link: Relationship, count: Count) -> dict[str, Any]:
    start, end = (node.element_id if node is not None else None for node in link.nodes)
    properties = dict(link.items())
    found = {"id": link.element_id, "type": link.type, "start": start, "end": end, "properties": properties}
    return _mapping(found, count)


def _path(path: Path, count: Count) -> dict[str, Any]:
    return _mapping({"nodes": list(path.nodes), "relationships": list(path.relationships)}, count)


def _point(point: Point, count: Count) -> dict[str, Any]:
    return _mapping({"srid": point.srid, "coordinates": list(point)}, count)


_SMALL = 8
_CONVERSIONS: tuple[tuple[Any, Callable[[Any, Count], Any]], ...] = (
    ((type(None), bool), _small),
    (int, _integer),
    (str, _text),
    (float, _number),
    (Node, _node),
    (Relationship, _relationship),
    (Path, _path),
    (Point, _point),
    (Temporal, lambda time, count: _text(time.iso_format(), count)),
    (Vector, lambda vector, count: _list(vector.to_native(), count)),
    ((bytes, bytearray), lambda raw, count: _text(base64.b64encode(raw).decode("ascii"), count)),
    (dict, _mapping),
    ((list, tuple, set, frozenset), _list),
)
"""The types that Neo4j's driver gives, with what becomes of each; a point is a tuple too, and comes before it."""
