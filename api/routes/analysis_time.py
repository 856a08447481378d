"""When: counts by time, bursts, growth, and what changed between two periods or since a load."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.bounds import Cursor, Identifier, Limit
from api.problems import documented
from api.providers import TheStore
from graph.analysis.automaton import GAMMA, SCALE
from graph.analysis.bursts import LARGEST_GAMMA, LARGEST_SCALE, AllBursts, Bursts
from graph.analysis.bursts import all_bursts as ask_all_bursts
from graph.analysis.bursts import bursts as ask_bursts
from graph.analysis.changes import Changes
from graph.analysis.changes import changes as ask_changes
from graph.analysis.growth import Growth
from graph.analysis.growth import growth as ask_growth
from graph.analysis.loads import LoadRow
from graph.analysis.loads import loads as ask_loads
from graph.analysis.periods import Periods
from graph.analysis.periods import periods as ask_periods
from graph.analysis.span import By, span
from graph.analysis.timeline import Timeline
from graph.analysis.timeline import timeline as ask_timeline
from graph.answer import Items
from graph.entity import Kind
from graph.errors import InputError

router = APIRouter(prefix="/api/analysis", tags=["analysis: time"], responses=documented(422, 503))

MaybeEntity = Annotated[str | None, Query(max_length=200, description="An entity's identifier.")]
End = Annotated[str | None, Query(max_length=200, description="One of two entities that are named together.")]
Date = Annotated[str, Query(max_length=10, description="A date, whole or cut: 2009-12-17, 2009-12, 2009.")]
Scale = Annotated[
    float, Query(gt=1, le=LARGEST_SCALE, description="How many times as common as over the whole time a burst is.")
]
Gamma = Annotated[float, Query(ge=0, le=LARGEST_GAMMA, description="How dear it is to enter a burst.")]


@router.get("/timeline", responses=documented(404))
async def timeline(
    store: TheStore, entity: MaybeEntity = None, a: End = None, b: End = None, by: By = By.MONTH
) -> Timeline:
    """Count documents and passages by time: of an `entity`, of `a` and `b` named together, or of the whole store.

    Only dates that documents bear themselves count, not stamps of their release. Documents that give only a year stand
    in that year's own bucket, also by month; those without a date are counted apart.
    """
    if (a is None) != (b is None):
        raise InputError("A pair has two ends: a and b.")
    pair = (a, b) if a is not None and b is not None else None
    return await ask_timeline(store.bolt, entity=entity, pair=pair, by=by)


@router.get("/growth", responses=documented(404))
async def growth(
    store: TheStore,
    entity: Annotated[str, Query(max_length=200, description="An entity's identifier.")],
    by: By = By.YEAR,
    kind: Kind | None = None,
) -> Growth:
    """Tell when those who are named with an entity were first named with it, by the dates of documents."""
    return await ask_growth(store.bolt, entity, by=by, kind=kind)


@router.get("/bursts")
async def all_bursts(
    store: TheStore,
    kind: Kind | None = None,
    by: By = By.YEAR,
    limit: Limit = 50,
    scale: Scale = SCALE,
    gamma: Gamma = GAMMA,
    cursor: Cursor = None,
) -> AllBursts:
    """Give the weightiest bursts of all entities: times when documents name them far oftener than else.

    Kleinberg's automaton (2002), against the number of documents of each year or month.
    """
    return await ask_all_bursts(store.bolt, kind=kind, by=by, limit=limit, scale=scale, gamma=gamma, cursor=cursor)


@router.get("/bursts/{id}", responses=documented(404))
async def bursts(
    store: TheStore,
    id: Identifier,
    b: End = None,
    by: By = By.YEAR,
    scale: Scale = SCALE,
    gamma: Gamma = GAMMA,
) -> Bursts:
    """Tell when an entity was bursting, or its link with another one, `b`."""
    return await ask_bursts(store.bolt, id, b, by=by, scale=scale, gamma=gamma)


@router.get("/periods", responses=documented(404))
async def periods(
    store: TheStore,
    from1: Date,
    to1: Date,
    from2: Date,
    to2: Date,
    entity: MaybeEntity = None,
    kind: Kind | None = None,
    limit: Limit = 20,
) -> Periods:
    """Compare the links of two periods: new, vanished, stronger and weaker ones.

    A document counts where all that its date may mean lies in the period; the others are counted as undecided.
    """
    first, second = span(from1, to1), span(from2, to2)
    return await ask_periods(store.bolt, first, second, entity=entity, kind=kind, limit=limit)


@router.get("/changes", responses=documented(404))
async def changes(
    store: TheStore,
    since: Annotated[
        str | None, Query(max_length=60, description="A load's id, or the moment of loading: from this load on.")
    ] = None,
    dated: Annotated[
        str | None, Query(max_length=10, description="Instead: a date of documents, from which on they are new.")
    ] = None,
    entity: MaybeEntity = None,
    kind: Kind | None = None,
    limit: Limit = 20,
) -> Changes:
    """Tell what is new, from the last load on if nothing else is said: entities, links, and links that got stronger."""
    return await ask_changes(store.bolt, since=since, dated=dated, entity=entity, kind=kind, limit=limit)


@router.get("/loads")
async def loads(store: TheStore, limit: Limit = 20, cursor: Cursor = None) -> Items[LoadRow]:
    """List the loads that brought documents, the latest first."""
    return await ask_loads(store.bolt, limit=limit, cursor=cursor)
