"""Property values as JSON: what JSON has no form for is an object with one `$` name, which no property can be."""

import base64
import math
from typing import Any

from graph.errors import InputError

_BYTES = "$bytes"
_FLOAT = "$float"


def encoded(value: Any) -> Any:
    """Return a property's value as JSON can hold it; raises InputError for a type that no store of Trama holds.

    >>> encoded([b"ab", 1.5, "x"]), encoded(float("inf"))
    ([{'$bytes': 'YWI='}, 1.5, 'x'], {'$float': 'inf'})
    """
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {_FLOAT: str(value)}
    if isinstance(value, bytes | bytearray):
        return {_BYTES: base64.b64encode(value).decode("ascii")}
    if isinstance(value, list):
        return [encoded(each) for each in value]
    raise InputError(f"The store holds a value of type {type(value).__name__}, which a backup has no form for.")


def decoded(value: Any) -> Any:
    """Return the value that `encoded` was given."""
    if isinstance(value, dict):
        return base64.b64decode(value[_BYTES]) if _BYTES in value else float(value[_FLOAT])
    return [decoded(each) for each in value] if isinstance(value, list) else value
