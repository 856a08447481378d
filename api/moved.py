"""Where an address leads whose entity was joined with another: links that were shared before go on working."""

from urllib.parse import parse_qsl, quote, unquote, urlencode

from fastapi import Request

from graph.errors import MovedError


def elsewhere(request: Request, error: MovedError) -> str | None:
    """Return the address asked for with the entity's present id in place of its old one; None where that is not in it.

    Only reading leads on: who writes is to know of what.
    """
    if request.method not in {"GET", "HEAD"}:
        return None
    path = "/".join(
        quote(error.now, safe="") if unquote(part) == error.was else part for part in _path(request).split("/")
    )
    asked = parse_qsl(request.url.query, keep_blank_values=True)
    given = [
        (name, ",".join(error.now if id_ == error.was else id_ for id_ in some.split(","))) for name, some in asked
    ]
    if path == _path(request) and given == asked:
        return None
    return f"{path}?{urlencode(given)}" if given else path


def _path(request: Request) -> str:
    return quote(request.url.path, safe="/%")
