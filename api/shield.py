"""What stands around every request and answer: which hosts and origins may ask, and the headers of every answer.

A web page in the same browser can send requests to a local service, and can let its own host name point to
127.0.0.1. Requests are therefore answered only under a name of this machine (Host), and where they may change
something, only to pages of this very service (Origin).
"""

import re
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.hosts import LOOPBACK
from api.problems import problem

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""The content policy of every answer but those that set a stricter or nonced one of their own."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[a-z0-9.-]+))(?::\d{1,5})?", re.IGNORECASE)


def host_name(host: str) -> str | None:
    """Return the name in a Host header, without port and brackets and in lower case; None where it is none.

    >>> host_name("[::1]:8000"), host_name("LocalHost"), host_name("a b")
    ('::1', 'localhost', None)
    """
    found = _HOST.fullmatch(host)
    return (found["six"] or found["name"]).lower() if found else None


def protect(headers: MutableHeaders) -> None:
    """Put the security headers among those of an answer."""
    for name, value in HEADERS.items():
        headers.setdefault(name, value)


class Shield:
    """ASGI middleware that refuses foreign hosts and origins, and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                protect(MutableHeaders(scope=message))
            await send(message)

        refusal = self._refusal(scope, Headers(scope=scope))
        if refusal is None:
            await self._app(scope, receive, send_with_headers)
        else:
            await problem(scope["path"], *refusal)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[HTTPStatus, str] | None:
        host = headers.get("host", "")
        # No name leads astray where there is none: the address that a client connected to is this machine's.
        here = {*self._hosts, (scope.get("server") or ("",))[0]}
        if len(headers.getlist("host")) != 1 or host_name(host) not in here:
            return HTTPStatus.BAD_REQUEST, "This service answers only under the host names it was started for."
        own = {f"http://{host.lower()}", f"https://{host.lower()}"}
        if scope["method"] not in _SAFE and any(origin.lower() not in own for origin in headers.getlist("origin")):
            return HTTPStatus.FORBIDDEN, "Another web page may not send this request: its Origin is not this service."
        return None
