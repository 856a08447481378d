"""Every request is one line of the log and one count: which, how it ended, how long it took.

A line holds neither a query string nor a body nor a header: names of people, Cypher, parameters and keys stay out of
the log. All that is logged while a request is answered bears its id, and the answer bears it too (X-Request-ID).
"""

import asyncio
import logging
import re
import secrets
from collections.abc import Iterable
from http import HTTPStatus
from time import perf_counter
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from api.metrics import Metrics
from api.problems import problem
from api.shield import protect

NAME = "X-Request-ID"
LONGEST_PATH = 300

CUT_OFF = 499
"""The status of a request that got no answer (as nginx has it)."""

WATCHED = frozenset({"/health/live", "/health/ready", "/metrics"})
"""What is asked every few seconds: its good answers are logged at the level `debug`."""

_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_FAILED = 400
_STOPPED = "The service was stopped before it could answer."

_log = logging.getLogger(__name__)


class Journal:
    """ASGI middleware, the outermost: it gives requests an id, logs and counts them."""

    def __init__(self, app: ASGIApp, metrics: Metrics, routes: Iterable[BaseRoute]) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = [
            (route.path_regex, route.path)
            for route in routes
            if hasattr(route, "path_regex") and hasattr(route, "path")
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(NAME, "")
        id = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)  # noqa: A001 - what the log calls it
        status = CUT_OFF
        begun = perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[NAME] = id
            await send(message)

        method, path = scope["method"], scope["path"]
        with bound_contextvars(id=id, method=method, path=quote(path)[:LONGEST_PATH]):
            try:
                await self._app(scope, receive, send_with_id)
            except asyncio.CancelledError:  # the service is stopped, and has waited long enough
                if status != CUT_OFF:
                    raise
                answer = problem(path, HTTPStatus.SERVICE_UNAVAILABLE, _STOPPED)
                protect(answer.headers)  # the shield stands behind
                await answer(scope, receive, send_with_id)
            except Exception:
                if status == CUT_OFF:  # else it was told and logged where errors become answers
                    raise
            finally:
                seconds = perf_counter() - begun
                self._metrics.count(method, self._route(scope), status, seconds)
                quiet = path in WATCHED and status < _FAILED
                level = logging.DEBUG if quiet else logging.INFO
                key = scope.get("state", {}).get("key")  # its name; what it consists of is nowhere kept
                whose = {"key": key.name} if key is not None else {}
                _log.log(level, "request", extra={"status": status, "ms": round(seconds * 1000, 1), **whose})

    def _route(self, scope: Scope) -> str | None:
        """Return the template that a request matched; refusals and a 304 are answered before anything is matched."""
        matched = getattr(scope.get("route"), "path", None)
        if matched is not None:
            return str(matched)
        return next((path for pattern, path in self._routes if pattern.match(scope["path"])), None)
