"""Logging in and out, for pages; programs send their key with each request."""

import re
from html import escape
from http import HTTPStatus
from pathlib import Path
from string import Template
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel

from api.access.access import Access
from api.access.allowance import address_of
from api.access.gate import TOO_OFTEN, WRONG_KEY
from api.access.key import Key
from api.access.role import Role
from api.access.session import SECONDS
from api.providers import TheWho
from graph.view import ADDRESS

router = APIRouter()
hidden = APIRouter(include_in_schema=False)

START = "/"
PAGE = Template((Path(__file__).parents[1] / "pages" / "login.html").read_text(encoding="utf-8"))


class Session(BaseModel):
    """In whose name requests act, and what they may do; `asked` tells whether this service asks for keys at all."""

    name: str
    role: Role
    asked: bool


@router.get("/session", tags=["session"])
async def session(request: Request, who: TheWho) -> Session:
    """Say as whom the service takes who asks."""
    key: Key | None = getattr(request.state, "key", None)
    return Session(name=who, role=key.role if key else Role.LOADER, asked=key is not None)


@hidden.get("/login")
async def login_page(request: Request, next: str = START) -> Response:
    """Ask for a key; who has shown one goes on."""
    if _access(request) is None or request.state.key is not None:
        return _go(next)
    return _page(next, again=request.headers.get("sec-fetch-site") == "cross-site")


@hidden.post("/login")
async def login(request: Request, key: Annotated[str, Form()] = "", next: Annotated[str, Form()] = START) -> Response:
    """Begin a session for who has a key."""
    access = _access(request)
    if access is None:
        return _go(next)
    address = address_of(request.scope["client"])
    if wait := access.turnstile.tries(address):
        page = _page(next, TOO_OFTEN.format(seconds=wait), HTTPStatus.TOO_MANY_REQUESTS)
        page.headers["Retry-After"] = str(wait)
        return page
    found = access.keys.find(key.strip())
    if found is None:
        access.wrong(address)
        return _page(next, WRONG_KEY, HTTPStatus.UNAUTHORIZED)
    answer = _go(next)
    _keep(request, answer, access, access.sessions.write(found), SECONDS)
    return answer


@hidden.post("/logout")
async def logout(request: Request) -> Response:
    """End the session of this browser, and have it forget what it was shown."""
    answer = RedirectResponse("/login", HTTPStatus.SEE_OTHER, {"Clear-Site-Data": '"cache"'})
    access = _access(request)
    if access is not None:
        _keep(request, answer, access, "", 0)
    return answer


def _access(request: Request) -> Access | None:
    found: Access | None = request.app.state.access
    return found


def _keep(request: Request, answer: Response, access: Access, cookie: str, seconds: int) -> None:
    secure = request.url.scheme == "https"
    name = access.sessions.cookie(secure=secure)
    same: Literal["strict"] = "strict"
    answer.set_cookie(name, cookie, max_age=seconds, path="/", secure=secure, httponly=True, samesite=same)


def _go(way: str) -> Response:
    return RedirectResponse(_here(way), HTTPStatus.SEE_OTHER)


def _here(way: str) -> str:
    """Return an address of this service: the one given, if it is one."""
    return way if way.startswith("/") and re.fullmatch(ADDRESS, way) else START


def _page(way: str, wrong: str = "", status: HTTPStatus = HTTPStatus.OK, *, again: bool = False) -> HTMLResponse:
    words = {"next": escape(_here(way)), "wrong": escape(wrong), "again": " data-again" if again else ""}
    return HTMLResponse(PAGE.substitute(words), status)
