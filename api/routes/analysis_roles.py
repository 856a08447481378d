"""Who did what with documents, which offices do it together, and who held which post."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Cursor, Identifier, Limit
from api.problems import documented
from api.providers import TheStore
from graph.analysis.actor import Actor, Role
from graph.analysis.offices import OfficePair
from graph.analysis.offices import offices as ask_offices
from graph.analysis.posts import PostHeld
from graph.analysis.posts import posts as ask_posts
from graph.analysis.roles import RoleAct, RoleCount
from graph.analysis.roles import role_acts as ask_role_acts
from graph.analysis.roles import roles as ask_roles
from graph.answer import Items

router = APIRouter(prefix="/api/analysis", tags=["analysis: roles"], responses=documented(404, 422, 503))

Only = Annotated[list[Role] | None, Query(alias="role", description="Only these: `role=cleared&role=approved`.")]
Under = Annotated[
    str | None,
    Query(max_length=200, description="Roll the offices under this one up to those right below it: bureaus, say."),
]
Office = Annotated[str | None, Query(max_length=200, description="An office's or agency's identifier.")]


@router.get("/roles")
async def roles(
    store: TheStore,
    by: Actor = Actor.PERSON,
    role: Only = None,
    under: Under = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[RoleCount]:
    """Count who drafted, cleared, approved, reviewed, classified and signed documents, by person or by office."""
    return await ask_roles(store.bolt, by=by, only=role or (), under=under, limit=limit, cursor=cursor)


@router.get("/roles/{id}")
async def role_acts(
    store: TheStore, id: Identifier, role: Only = None, limit: Limit = 50, cursor: Cursor = None
) -> Items[RoleAct]:
    """List what a person did with which documents, or an office's people with all that are part of it."""
    return await ask_role_acts(store.bolt, id, only=role or (), limit=limit, cursor=cursor)


@router.get("/offices")
async def offices(
    store: TheStore,
    role: Only = None,
    office: Office = None,
    under: Under = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[OfficePair]:
    """List pairs of offices whose people cleared the same documents (or had the parts that `role` names)."""
    return await ask_offices(store.bolt, only=role or (), office=office, under=under, limit=limit, cursor=cursor)


@router.get("/posts")
async def posts(
    store: TheStore,
    agency: Office = None,
    below: Annotated[bool, Query(description="With the offices that are part of it.")] = True,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[PostHeld]:
    """List officials by agency with their titles, and the documents that say so."""
    return await ask_posts(store.bolt, agency=agency, below=below, limit=limit, cursor=cursor)
