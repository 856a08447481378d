"""The statuses of the OpenAPI document that no route names, because what stands around all of them gives them."""

from http import HTTPStatus
from typing import Any

PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
_FOR_ALL = {
    HTTPStatus.BAD_REQUEST: "Another host name than the service answers to, or a body that cannot be parsed",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The service is not set up as it must be, or failed: its log says how",
}
_FOR_WRITES = {
    HTTPStatus.FORBIDDEN: "The page that sends it is not this service's",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is too large",
}
_FOR_READS = {
    HTTPStatus.NOT_MODIFIED: "Nothing changed since the answer whose ETag If-None-Match names",
    HTTPStatus.TEMPORARY_REDIRECT: "A judgement joined the entity with another: the answer is at its id",
}


def complete(document: dict[str, Any]) -> None:
    """Write them into an OpenAPI document, and give every problem the media type that it is sent as."""
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            responses: dict[str, Any] = operation["responses"]
            for status, response in responses.items():
                if status >= "400" and "application/json" in response.get("content", {}):
                    response["content"] = dict(PROBLEM)
            if not path.startswith("/api/"):
                continue
            read = method in {"get", "head"}
            for code, says in (_FOR_ALL if read else _FOR_ALL | _FOR_WRITES).items():
                responses.setdefault(str(code.value), {"description": says, "content": PROBLEM})
            for code, says in (_FOR_READS if read else {}).items():
                responses.setdefault(str(code.value), {"description": says})
