"""The service: its routes, and what stands around them."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from api.access.access import access
from api.access.allowance import Allowance
from api.access.described import describe
from api.access.gate import Gate
from api.assets import Assets
from api.freshness import Freshness
from api.hosts import LOOPBACK
from api.intake import Intake
from api.journal import Journal
from api.limits import BodyLimit
from api.metrics import Metrics
from api.problems import answer_with_problems
from api.reviewing import Bench
from api.routes import (
    among,
    analysis_roles,
    analysis_structure,
    analysis_time,
    audit,
    cypher,
    documents,
    entities,
    evidence,
    export,
    health,
    judgements,
    login,
    metrics,
    network,
    notes,
    packet,
    pages,
    paths,
    reference,
    search,
    stats,
    verdicts,
    views,
)
from api.shield import Shield
from api.state import States
from api.statuses import complete
from api.store import Store
from graph.bolt import Bolt
from graph.settings import Settings

STATIC = Path(__file__).parent / "static"

DESCRIPTION = """Who is named with whom in declassified documents, and the sentences that say so.

A co-mention is not an association: two names in one sentence may be there for any reason. Read the evidence."""

RESOURCES = (
    analysis_structure,
    analysis_time,
    analysis_roles,
    entities,
    evidence,
    among,
    network,
    paths,
    documents,
    search,
    judgements,
    verdicts,
    notes,
    views,
    audit,
    cypher,
    stats,
    export,
    packet,
    health,
    metrics,
    reference,
    pages,
    login,
)
ROUTERS = (*(resource.router for resource in RESOURCES), login.hidden)


class Service(FastAPI):
    """A FastAPI application whose every answer passes the shield, and whose OpenAPI document tells of problems."""

    def __init__(self, settings: Settings, hosts: frozenset[str], allowance: Allowance, shared: Path | None) -> None:
        super().__init__(
            title="Trama",
            version=version("trama"),
            description=DESCRIPTION,
            lifespan=_lifespan,
            docs_url=None,
            redoc_url=None,
        )
        self._hosts = hosts
        self.state.access = access(settings, allowance)
        self.state.bench = bench = Bench()
        # A service that was stopped may have left links unweighed after a judgement.
        self.state.store = Store(settings, lambda address: bench.weigh_soon(partial(Bolt, address), after=0))
        self.state.states = States(self.state.store)
        self.state.intake = Intake()
        self.state.metrics = Metrics(shared)

    def build_middleware_stack(self) -> ASGIApp:
        """Put the gate and the shield around all of FastAPI's own, so that answers to its failures pass them too.

        Around everything stands the journal: what gate and shield refuse is logged and counted as well.
        """
        guarded = Shield(Gate(super().build_middleware_stack(), self.state.access), self._hosts)
        routes = [route for router in ROUTERS for route in router.routes]
        return Journal(guarded, self.state.metrics, [*routes, *self.routes])

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document, with every status that an answer may have, and who may ask."""
        if self.openapi_schema is None:
            document = super().openapi()
            complete(document)
            if self.state.access is not None:
                describe(document)
            self.openapi_schema = document
        return self.openapi_schema


ALLOWANCE = Allowance()


def create_app(
    settings: Settings, hosts: Iterable[str] = (), allowance: Allowance = ALLOWANCE, shared: Path | None = None
) -> FastAPI:
    """Return the service over the store that `settings` name; `hosts` are answered to beside the loopback names.

    `shared` is the folder in which several workers count their requests together.
    Raises ConfigurationError where the settings' keys cannot be used. Without keys everybody is let in: let no other
    machine reach it then.
    """
    app = Service(settings, LOOPBACK | {host.lower() for host in hosts}, allowance, shared)
    app.add_middleware(Freshness)  # the innermost: what refuses a request stands around it
    app.add_middleware(BodyLimit)
    # The lowest level: a megabyte takes 6 ms instead of 14, for a sixth more bytes. Event streams pass as they are.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=1)
    answer_with_problems(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", Assets(STATIC), name="static")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with app.state.store.kept():
        yield
    app.state.bench.stop()
