"""The structure of the whole graph: who is central, which groups there are, who stands between them.

Every route is a plain function, which the framework runs in a thread of its own: the first question after a change of
the store computes all of it.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.bounds import Cursor, Limit
from api.problems import documented
from api.providers import TheBolt
from graph.analysis.analyst import Analyst
from graph.analysis.answer import Backbone, Brokers, Communities, Ranking
from graph.analysis.measure import By, Measure, NearScope, Rule
from graph.entity import Kind

router = APIRouter(prefix="/api/analysis", tags=["analysis"], responses=documented(422, 503))


async def analyst(bolt: TheBolt) -> Analyst:
    """Return what analyses the store, for one question."""
    return Analyst(bolt)


TheAnalyst = Annotated[Analyst, Depends(analyst)]


@router.get("/structure")
def structure(
    analyst: TheAnalyst,
    by: Annotated[Measure, Query(description="What to rank by.")] = "pagerank",
    kind: Kind | None = None,
    community: Annotated[int | None, Query(ge=0, description="Only this community's members.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Ranking:
    """Rank entities by where they stand in the graph of passages; links that only mere lists made are left out.

    The first question after a change of the store computes it, which takes up to a minute in a large one; the answer
    says of which revision it is, and whether betweenness is exact.
    """
    return analyst.structure(by, kind, community, limit, cursor)


@router.get("/communities")
def communities(
    analyst: TheAnalyst,
    limit: Limit = 20,
    members: Annotated[int, Query(ge=1, le=100, description="How many members to give of each.")] = 10,
    cursor: Cursor = None,
) -> Communities:
    """List the largest groups whose members are named with each other more than with others (Leiden)."""
    return analyst.communities(limit, members, cursor)


@router.get("/brokers")
def brokers(
    analyst: TheAnalyst,
    by: Annotated[
        By, Query(description="participation times weight, Burt's constraint (least first), or betweenness.")
    ] = "reach",
    kind: Kind | None = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Brokers:
    """List who stands between communities, and between which."""
    return analyst.brokers(by, kind, limit, cursor)


@router.get("/backbone")
def backbone(
    analyst: TheAnalyst,
    scope: Annotated[NearScope, Query(description="How near two names must stand to each other.")] = "passage",
    rule: Annotated[
        Rule,
        Query(description="By the disparity filter, or by false discovery."),
    ] = "disparity",
    level: Annotated[float, Query(ge=0, le=1, description="How likely chance may be.")] = 0.05,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Backbone:
    """Say what remains of the graph when only links that stand out are kept, and give the heaviest of them.

    Links that only mere lists made are left out beforehand.
    """
    return analyst.backbone(scope, rule, level, limit, cursor)
