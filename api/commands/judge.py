"""`trama judge`: one judgement, made or taken back; `trama judgements`: those that were made."""

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal import WrongUseError, plain, say, show

if TYPE_CHECKING:
    from graph.bolt import AsyncBolt


class Say(StrEnum):
    """What can be said of a name."""

    SAME = "same"
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    RENAME = "rename"
    KIND = "kind"
    NOT_A_NAME = "not-a-name"
    SPLIT = "split"
    UNDO = "undo"


_DECISIONS = {Say.NOT_SAME: "not the same", Say.NOT_A_NAME: "not a name"}
_TWO = {Say.SAME, Say.NOT_SAME, Say.UNSURE}
_VALUE = {Say.RENAME, Say.KIND}


def judge(
    context: typer.Context,
    decision: Annotated[Say, typer.Argument(help="What is said; `undo` takes a judgement back.")],
    entity: Annotated[
        str, typer.Argument(metavar="ENTITY", help="A name, an alias, an identifier; a judgement's, to undo.")
    ],
    other: Annotated[str, typer.Argument(metavar="[OTHER|NAME|KIND]", help="What the decision needs beside it.")] = "",
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="split: what this document names; again for more.")
    ] = None,
    source: Annotated[list[str] | None, typer.Option(metavar="NAME", help="split: what documents call so.")] = None,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
) -> None:
    """Say who is the same, what a name is called, or that it is none; the graph follows, and it can be undone."""
    from api.asking import asked
    from api.choosing import chosen
    from api.progress import connected
    from graph.bolt import Bolt
    from graph.judgement import Decision
    from graph.judging.judge import Judge, Word
    from graph.reader import Reader
    from graph.who import local_user
    from graph.writer import Writer

    if (decision in _TWO | _VALUE) != bool(other) and decision is not Say.SPLIT:
        raise WrongUseError(f"{decision}: {'what beside ' + entity + '?' if not other else 'nothing more is needed.'}")

    async def ids(bolt: "AsyncBolt") -> list[str]:
        return [await chosen(Reader(bolt), name) for name in (entity, *([other] if decision in _TWO else []))]

    known = [] if decision is Say.UNDO else asked(context.obj, ids)
    with Bolt(connected(context.obj)) as bolt:
        maker = Judge(bolt, local_user())
        if decision is Say.UNDO:
            made = maker.undo(entity, reason)
        else:
            both = known[1] if decision in _TWO else ""
            value = "" if decision in _TWO else other
            word = Decision(_DECISIONS.get(decision, decision.value))
            made = maker.judge(Word(word, known[0], both, value, tuple(document or ()), tuple(source or ()), reason))
        Writer(bolt).refresh()
    _tell(made.judgement.id, made.moved, made.overrules, undone=decision is Say.UNDO)


def judgements(
    context: typer.Context,
    entity: Annotated[str, typer.Option(metavar="ID", help="Only those about this entity.")] = "",
    undone: Annotated[bool | None, typer.Option("--undone/--standing", help="Only those taken back, or not.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many, the latest first.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, a judgement a line.")] = False,
) -> None:
    """List what was judged of names, the latest first."""
    from api.progress import connected
    from api.table import show_table
    from graph.bolt import Bolt
    from graph.judging.reading import Wanted
    from graph.judging.reading import judgements as read

    with Bolt(connected(context.obj)) as bolt:
        found = read(bolt, Wanted(entity or None, None, undone), limit)
    if as_json:
        for each in found.items:
            show(json.dumps(asdict(each), ensure_ascii=False))
        return
    rows = [
        [
            each.id,
            each.at,
            each.by,
            "undone" if each.undone else "overruled" if each.overruled else "",
            plain(each.words),
        ]
        for each in found.items
    ]
    show_table(["judgement", "at (UTC)", "by", "", "what"], rows)
    if found.next:
        say(f"These are the latest {limit:,}; there are more.")


def _tell(id_: str, moved: int, overrules: tuple[str, ...], *, undone: bool) -> None:
    say(f"{id_} is {'taken back' if undone else 'made'}; {moved:,} source entit{'y' if moved == 1 else 'ies'} moved.")
    if overrules:
        say(f"It overrules {', '.join(overrules)}.")
