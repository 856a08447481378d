"""An unchanged answer costs a 304: every answer that is read from the store bears the tag of the store's state.

The tag is read before the answer is: where the store changes in between, the tag is older than the answer, and the
next request is answered anew. It is a weak one, since compressed and plain answers share it.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import answer_of
from graph.errors import TramaError

ROOTS = [Path(__file__).parents[1] / room for room in ("api", "loaders", "graph")]
"""What answers are made by: another version may answer otherwise."""

_SUFFIXES = {".py", ".cypher"}


class Freshness:
    """ASGI middleware that tags what `GET /api/…` answers, and answers 304 where the asker has that already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._program = program()  # here, for it looks at every file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        try:
            state = await scope["app"].state.states.now()
        except TramaError as error:
            await (await answer_of(Request(scope), error))(scope, receive, send)
            return
        if state is None:  # the route itself says best what is the matter
            await self._app(scope, receive, send)
            return
        tag = f'W/"{self._program}-{state}"'
        if is_among(tag, Headers(scope=scope).getlist("if-none-match")):
            await Response(status_code=304, headers={"ETag": tag})(scope, receive, send)
            return

        async def send_tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:  # noqa: PLR2004 - OK
                headers = MutableHeaders(scope=message)
                if not headers.get("content-type", "").startswith("text/event-stream"):
                    headers["ETag"] = tag
            await send(message)

        await self._app(scope, receive, send_tagged)


def is_among(tag: str, given: list[str]) -> bool:
    """Tell whether If-None-Match names a tag, compared weakly (RFC 9110, 13.1.2).

    `*` names none: it asks whether there is anything at all, which only the route can tell.

    >>> is_among('W/"a"', ['"b", "a"']), is_among('W/"a"', ['"b"']), is_among('W/"a"', ["*"])
    (True, False, False)
    """
    return tag.removeprefix("W/") in {name.strip().removeprefix("W/") for some in given for name in some.split(",")}


@cache
def program() -> str:
    """Return what tells this program's answers from those of one whose files are other ones."""
    return hashlib.sha256("\n".join(_files()).encode()).hexdigest()[:8]


def _files() -> Iterator[str]:
    for root in ROOTS:
        for file in sorted(root.rglob("*")):
            if file.suffix in _SUFFIXES:
                stat = file.stat()
                yield f"{file.relative_to(root)} {stat.st_size} {stat.st_mtime_ns}"
