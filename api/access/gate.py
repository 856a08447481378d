"""The gate: who asks, whether they may, and how often. It stands around everything but the shield.

Nothing behind it is asked before it has answered, not even for a 304 or a 404.
"""

import logging
from http import HTTPStatus
from urllib.parse import quote, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.access import Access
from api.access.allowance import address_of
from api.access.key import Key
from api.access.role import Role, needed
from api.problems import problem

LONGEST_WAY_BACK = 4000
LONGEST_BODY = 50_000
"""The most bytes that a stranger may send: a key, and the address of a view."""
PROXIES = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""What proxies add to the requests that they pass on."""

NO_KEY = "This needs a key: as `Authorization: Bearer KEY`, or by logging in at /login."
WRONG_KEY = "This key is not one of this service's."
TOO_OFTEN = "Too many requests: try again in {seconds} s."
NO_PROXY = (
    "A proxy passed this on, and this service asks nobody for a key: it would let in whoever the proxy lets in. "
    "Start it with keys (`trama key`)."
)
LONG = f"Without a key, a request holds at most {LONGEST_BODY:,} bytes, and says how many."
FOREIGN = "A page's write must come from a page of this service, and this one does not say that it does."

_SAFE = frozenset({"GET", "HEAD"})
_log = logging.getLogger(__name__)


class Gate:
    """ASGI middleware that lets in who has a key with the role that a request needs.

    `access` None lets in everybody: the service listens on loopback only. What is let in carries its key in
    `scope["state"]["key"]`.
    """

    def __init__(self, app: ASGIApp, access: Access | None) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":  # there is none behind the gate
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        else:
            headers = Headers(scope=scope)
            refusal = _passed_on(scope, headers) if self._access is None else _refusal(self._access, scope, headers)
            await (refusal or self._app)(scope, receive, send)


def _passed_on(scope: Scope, headers: Headers) -> Response | None:
    if any(name in headers for name in PROXIES):
        return problem(scope["path"], HTTPStatus.FORBIDDEN, NO_PROXY)
    return None


def _refusal(access: Access, scope: Scope, headers: Headers) -> Response | None:
    """Return the answer to who is not let in, None for who is; their key is then in the scope."""
    needs = needed(scope["method"], scope["path"])
    bears = headers.getlist("authorization")
    session = access.session(headers.getlist("cookie"), secure=scope["scheme"] == "https")
    key = access.bearer(bears) if bears else session
    scope.setdefault("state", {})["key"] = key
    if key is None:
        return _stranger(access, scope, headers, needs, wrong=bool(bears))
    if wait := access.turnstile.key(key.name):
        return too_often(scope["path"], wait)
    if needs is not None and not key.role.may(needs):
        return problem(scope["path"], HTTPStatus.FORBIDDEN, _too_little(key, needs))
    if not bears and scope["method"] not in _SAFE and not _says_it_is_ours(headers):
        return problem(scope["path"], HTTPStatus.FORBIDDEN, FOREIGN)
    return None


def _stranger(access: Access, scope: Scope, headers: Headers, needs: Role | None, *, wrong: bool) -> Response | None:
    address = address_of(scope["client"])
    if wait := access.turnstile.stranger(address):
        return too_often(scope["path"], wait)
    if needs is None:
        return None if _is_short(scope, headers) else problem(scope["path"], HTTPStatus.REQUEST_ENTITY_TOO_LARGE, LONG)
    if wrong:
        if wait := access.wrong(address):
            return too_often(scope["path"], wait)
        return _unknown(scope["path"], WRONG_KEY)
    if scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
        return _to_login(scope)
    return _unknown(scope["path"], NO_KEY)


def _is_short(scope: Scope, headers: Headers) -> bool:
    declared = headers.get("content-length", "0" if scope["method"] in _SAFE else "")
    return "transfer-encoding" not in headers and declared.isdecimal() and int(declared) <= LONGEST_BODY


def _unknown(path: str, why: str) -> Response:
    return problem(path, HTTPStatus.UNAUTHORIZED, why, headers={"WWW-Authenticate": 'Bearer realm="Trama"'})


def _too_little(key: Key, needs: Role) -> str:
    return f"The key of {key.name} is for a {key.role}: this needs that of a {needs}."


def _to_login(scope: Scope) -> Response:
    """Return the way to the login page, and back."""
    way = quote(scope["path"]) + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    query = urlencode({"next": way}) if 1 < len(way) <= LONGEST_WAY_BACK else ""
    return RedirectResponse(f"/login?{query}" if query else "/login", HTTPStatus.SEE_OTHER)


def _says_it_is_ours(headers: Headers) -> bool:
    """Tell whether a browser vouches that a page of this service sends a request; the shield has judged its Origin."""
    return headers.get("sec-fetch-site", "same-origin") == "same-origin" and (
        "origin" in headers or "sec-fetch-site" in headers
    )


def too_often(path: str, seconds: int) -> Response:
    """Return the answer to who asks too often."""
    detail = TOO_OFTEN.format(seconds=seconds)
    return problem(path, HTTPStatus.TOO_MANY_REQUESTS, detail, headers={"Retry-After": str(seconds)})
