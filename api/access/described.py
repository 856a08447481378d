"""What the OpenAPI document says of keys, for a service that asks for them."""

from http import HTTPStatus
from typing import Any

from api.access.role import needed
from api.statuses import PROBLEM

SCHEMES = {
    "key": {"type": "http", "scheme": "bearer", "description": "A key, as `trama key` makes one."},
}
REFUSALS = {
    HTTPStatus.UNAUTHORIZED: "No key, or none of this service's",
    HTTPStatus.FORBIDDEN: "A key that is not for this, or a page that is not this service's",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests; Retry-After says how long to wait",
}


def describe(document: dict[str, Any]) -> None:
    """Write into an OpenAPI document which key each operation needs, and how who has none is refused."""
    document["components"]["securitySchemes"] = SCHEMES
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            role = needed(method.upper(), path)
            if role is None:
                continue
            operation["security"] = [{"key": []}]
            operation["x-role"] = role.value
            for status, description in REFUSALS.items():
                operation["responses"][str(status.value)] = {"description": description, "content": PROBLEM}
