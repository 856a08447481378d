"""How large a request may be."""

import asyncio
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem
from loaders.sources import LARGEST_FILE

LARGEST_BODY = LARGEST_FILE + 100_000
"""The largest body of a request, in bytes: a document and the multipart form around it."""

LINGER_BYTES = 10 * LARGEST_BODY
"""How much of a refused body is still read, so that its sender gets to read the refusal."""

LINGER_SECONDS = 10.0
"""How long a refused body is still read."""

_DETAIL = f"A request may hold at most {LARGEST_FILE // 1_000_000} MB."


class BodyLimit:
    """ASGI middleware that refuses a larger body: at once where its length is declared, else when it has passed.

    A connection that is closed while its client still sends is reset, and the reset throws away the answer that lies
    unread at the client. So a refusal is sent whole, the rest of the body is read and dropped within a limit, and only
    then does the answer end (what web servers call a lingering close).
    """

    def __init__(self, app: ASGIApp, most: int = LARGEST_BODY) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        lingering = _Lingering(receive, send)
        if declared.isdecimal() and int(declared) > self._most:
            refusal = problem(
                scope["path"], HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _DETAIL, headers={"Connection": "close"}
            )
            await refusal(scope, lingering.receive, lingering.send)
            return
        received = 0

        async def receive_within() -> Message:
            nonlocal received
            message = await lingering.receive()
            received += len(message.get("body", b""))
            if received > self._most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _DETAIL)
            return message

        await self._app(scope, receive_within, lingering.send)


class _Lingering:
    """A receive and a send that hold back the end of a 413 until its client has sent what it is sending."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._refused = False
        self._more = True

    async def receive(self) -> Message:
        """Receive one message of a request."""
        message = await self._receive()
        self._more = message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Send one message of an answer."""
        if message["type"] == "http.response.start":
            self._refused = message["status"] == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if not self._refused or message["type"] != "http.response.body" or message.get("more_body"):
            await self._send(message)
            return
        await self._send({**message, "more_body": True})
        await self._drop_the_rest()
        await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _drop_the_rest(self) -> None:
        dropped = 0
        try:
            async with asyncio.timeout(LINGER_SECONDS):
                while self._more and dropped < LINGER_BYTES:
                    dropped += len((await self.receive()).get("body", b""))
        except TimeoutError:
            pass
