"""How large a request may be."""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem
from loaders.sources import LARGEST_FILE

LARGEST_BODY = LARGEST_FILE + 100_000
"""The largest body of a request, in bytes: a document and the multipart form around it."""

_DETAIL = f"A request may hold at most {LARGEST_FILE // 1_000_000} MB."


class BodyLimit:
    """ASGI middleware that refuses a larger body: at once where its length is declared, else when it has passed."""

    def __init__(self, app: ASGIApp, most: int = LARGEST_BODY) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared) > self._most:
            refusal = problem(
                scope["path"], HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _DETAIL, headers={"Connection": "close"}
            )
            await refusal(scope, receive, send)
            return
        received = 0

        async def receive_within() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _DETAIL)
            return message

        await self._app(scope, receive_within, send)
