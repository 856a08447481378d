"""Errors as RFC 9457 problem documents: the one table from Trama's errors to HTTP statuses."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.moved import elsewhere
from graph.errors import (
    ConfigurationError,
    ConflictError,
    InputError,
    MovedError,
    NotFoundError,
    QueryRefusedError,
    StoreUnavailableError,
    TramaError,
)

MISCONFIGURED = "The service is not set up as it must be; its log says what is wrong."
"""All that clients are told of it: the whole sentence may name folders and addresses."""

RETRY_AFTER = 5
"""Seconds that a client is told to wait for a store that is away: a local Neo4j starts in about that time."""

STATUS: dict[type[TramaError], HTTPStatus] = {
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFoundError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    QueryRefusedError: HTTPStatus.BAD_REQUEST,
    StoreUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    ConfigurationError: HTTPStatus.INTERNAL_SERVER_ERROR,
    TramaError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

_log = logging.getLogger(__name__)


class Fault(BaseModel):
    """One parameter that cannot be used: `pointer` says where it stands, `detail` what is wrong with it."""

    pointer: str
    detail: str


class Problem(BaseModel):
    """A problem document (RFC 9457). `type` is about:blank: the status says which kind of problem it is."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Fault] | None = None
    now: str | None = None
    """The id of what the entity that was asked for was joined with."""


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of a route that may answer with problem documents of these statuses."""
    return {status: {"model": Problem, "description": HTTPStatus(status).phrase} for status in statuses}


def problem(
    path: str,
    status: int,
    detail: str,
    faults: list[Fault] | None = None,
    *,
    headers: dict[str, str] | None = None,
    now: str | None = None,
) -> JSONResponse:
    """Return the answer that says what went wrong at `path`."""
    title = HTTPStatus(status).phrase
    body = Problem(title=title, status=status, detail=detail or title, instance=path, errors=faults, now=now)
    content = body.model_dump(exclude_none=True)
    return JSONResponse(content, status_code=status, headers=headers, media_type="application/problem+json")


def answer_with_problems(app: FastAPI) -> None:
    """Let every error of the service come out as a problem document."""
    app.add_exception_handler(TramaError, answer_of)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(Exception, _of_anything)


async def answer_of(request: Request, error: Exception) -> Response:
    """Return the answer that tells of one of Trama's errors, or leads to what an entity was joined with."""
    if isinstance(error, MovedError):
        if there := elsewhere(request, error):
            return RedirectResponse(there, HTTPStatus.TEMPORARY_REDIRECT)  # judgements are taken back, too
        return problem(request.url.path, HTTPStatus.NOT_FOUND, str(error), now=error.now)
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    headers = None
    detail = str(error)
    if isinstance(error, ConfigurationError):
        _log.error("failed: %s", error)
        detail = MISCONFIGURED
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        request.app.state.store.doubt()
        headers = {"Retry-After": str(RETRY_AFTER)}
    return problem(request.url.path, status, detail, headers=headers)


async def _of_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it above
    detail = error.detail
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND and detail == HTTPStatus.NOT_FOUND.phrase:
        detail = "There is nothing at this address."
    elif error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.method} is not possible at this address."
        headers["Allow"] = ", ".join(sorted(_methods(request))) or headers.get("Allow", "")
    return problem(request.url.path, error.status_code, detail, headers=headers)


def _methods(request: Request) -> set[str]:
    """Return what is possible at an address: Starlette's own answer names the methods of the first route alone."""
    possible: set[str] = set()
    for route in request.app.routes:
        if route.matches(request.scope)[0] is not Match.NONE:
            possible |= getattr(route, "methods", None) or set()
    return possible


async def _of_validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it above
    # What was given is not sent back: it may be anything at all.
    faults = [Fault(pointer="/".join(map(str, e["loc"])), detail=e["msg"]) for e in error.errors()]
    detail = "; ".join(f"{fault.pointer}: {fault.detail}" for fault in faults)
    return problem(request.url.path, HTTPStatus.UNPROCESSABLE_ENTITY, detail, faults)


async def _of_anything(request: Request, error: Exception) -> JSONResponse:
    _log.error("failed", exc_info=error)
    detail = "Something unexpected went wrong in the service; its log says what."
    return problem(request.url.path, HTTPStatus.INTERNAL_SERVER_ERROR, detail)
