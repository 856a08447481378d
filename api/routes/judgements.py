"""Judgements: who is the same, what a name is called, what is none; and the pairs that wait for one."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from api.bounds import Cursor, Id, Identifier, Limit
from api.problems import documented
from api.providers import TheBench, TheBolt, TheStore, TheWho
from graph.answer import Items
from graph.bolt import Bolt
from graph.entity import Kind
from graph.judgement import Decision
from graph.judging import reading
from graph.judging.answer import Effect, JudgementRow, PartsRow
from graph.judging.judge import LONGEST, LONGEST_REASON, Judge, Judged, Word
from loaders.review.pairs import Pair

router = APIRouter(prefix="/api", tags=["judgements"], responses=documented(422, 503))

MOST_ASKED = 1000
"""The most documents or sources that an address can name: it ends somewhere below 64 kB."""

Reason = Annotated[str, Field(max_length=LONGEST_REASON)]


class Saying(BaseModel):
    """What is said of an entity: `graph.judging.judge.Word` says what each decision needs."""

    model_config = ConfigDict(extra="forbid")

    decision: Decision
    entity: Id
    other: Annotated[str, Field(max_length=200, description="The second entity of what is about two.")] = ""
    value: Annotated[str, Field(max_length=LONGEST, description="The name, the kind, or the id that both get.")] = ""
    documents: Annotated[list[Id], Field(max_length=5000, description="Split off what these documents name.")] = []
    sources: Annotated[list[Annotated[str, Field(max_length=LONGEST)]], Field(max_length=5000)] = []
    reason: Reason = ""

    @property
    def word(self) -> Word:
        """What is said, as the store takes it."""
        some = tuple(self.documents), tuple(self.sources)
        return Word(self.decision, self.entity, self.other, self.value, *some, self.reason)


class TakingBack(BaseModel):
    """Why a judgement is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: the judgement, how many source entities it moved, which older judgements it overrules."""

    item: JudgementRow
    moved: int
    overrules: list[str]


@router.get("/judgements")
def judgements(
    bolt: TheBolt,
    entity: Annotated[
        str | None, Query(max_length=200, description="About this entity, by an id it has or had.")
    ] = None,
    decision: Decision | None = None,
    undone: Annotated[bool | None, Query(description="Only those taken back, or only those that are not.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[JudgementRow]:
    """List judgements, the latest first."""
    return reading.judgements(bolt, reading.Wanted(entity, decision, undone), limit, cursor)


@router.post("/judgements", status_code=201, responses=documented(404))
def judge(bolt: TheBolt, store: TheStore, bench: TheBench, who: TheWho, saying: Saying) -> Done:
    """Keep a judgement, and do what it says in the graph; significance follows within a minute."""
    return _done(bolt, store, bench, Judge(bolt, who).judge(saying.word))


@router.get("/judgements/preview", responses=documented(404))
def preview(
    bolt: TheBolt,
    decision: Decision,
    entity: Annotated[str, Query(max_length=200)],
    other: Annotated[str, Query(max_length=200)] = "",
    value: Annotated[str, Query(max_length=LONGEST)] = "",
    documents: Annotated[list[Id] | None, Query(max_length=MOST_ASKED)] = None,
    sources: Annotated[list[str] | None, Query(max_length=MOST_ASKED)] = None,
) -> Effect:
    """Say what a judgement would change, without making it."""
    return reading.effect(bolt, Word(decision, entity, other, value, tuple(documents or ()), tuple(sources or ())))


@router.post("/judgements/{id}/undo", responses=documented(404, 409))
def undo(
    bolt: TheBolt,
    store: TheStore,
    bench: TheBench,
    who: TheWho,
    id: Annotated[str, Path(max_length=200, description="The judgement's identifier.")],
    why: TakingBack | None = None,
) -> Done:
    """Take a judgement back: the graph is as if it had never been made, and the ledger says that it was."""
    return _done(bolt, store, bench, Judge(bolt, who).undo(id, why.reason if why else ""))


@router.get("/review")
def review(
    bolt: TheBolt,
    bench: TheBench,
    kind: Kind | None = None,
    unsure: Annotated[bool, Query(description="Those that somebody left open, instead of those nobody saw.")] = False,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    cursor: Cursor = None,
) -> Items[Pair]:
    """List pairs of entities that may be the same, those on which most links hang first.

    Each comes with the reasons, the sentences that name both sides, and what joining them would do. The first question
    after documents came, went or were read again compares all entities, which takes some seconds in a large store.
    """
    return bench.pairs(bolt, kind, unsure=unsure, limit=limit, cursor=cursor)


@router.get("/entities/{id}/sources", responses=documented(404))
def sources(bolt: TheBolt, id: Identifier, limit: Limit = 50, cursor: Cursor = None) -> Items[PartsRow]:
    """List the documents that name an entity, the newest first, and what each calls it: what may be split off."""
    return reading.parts(bolt, id, limit, cursor)


def _done(bolt: TheBolt, store: TheStore, bench: TheBench, judged: Judged) -> Done:
    bench.weigh_soon(partial(Bolt, store.address))
    kept = reading.Judgements(bolt)
    return Done(kept.row(judged.judgement), judged.moved, list(judged.overrules))
