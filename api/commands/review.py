"""`trama review`: pairs of names that may be the same, one at a time."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import OfKind
from api.terminal import WrongUseError, plain, say, show

if TYPE_CHECKING:
    from graph.bolt import Bolt
    from graph.judging.answer import Said, Side
    from graph.judging.judge import Judge
    from loaders.review.candidates import Candidate
    from loaders.review.pairs import Pair

KEYS = "s same   n not the same   u unsure   z undo   q quit"
DECISIONS = {"s": "same", "n": "not the same", "u": "unsure"}


def review(
    context: typer.Context,
    kind: OfKind = None,
    unsure: Annotated[bool, typer.Option("--unsure", help="Those that were left open.")] = False,
    listed: Annotated[
        int, typer.Option("--list", min=0, max=2000, help="Only list so many pairs, and judge none.")
    ] = 0,
    by_rule: Annotated[
        bool, typer.Option("--by-rule", help="Join those that are one name in one company; --list only shows them.")
    ] = False,
    undo_rule: Annotated[bool, typer.Option("--undo-rule", help="Take back all that the rule joined.")] = False,
) -> None:
    """Judge pairs of names that may be the same, those on which most links hang first."""
    from api.progress import Bars, connected
    from graph.bolt import Bolt
    from graph.judging.judge import Judge
    from graph.who import local_user
    from loaders.review.rule import joinable, undo
    from loaders.review.store import look, undecided

    if by_rule and unsure:
        raise WrongUseError("--by-rule judges no pair that somebody left open: leave out --unsure.")
    with Bolt(connected(context.obj)) as bolt:
        if undo_rule:
            say(f"{undo(bolt, local_user()):,} judgements of the rule taken back.")
            _weigh(bolt)
            return
        with Bars() as bars:
            bars("comparing names", 0, 0)
            waiting = undecided(bolt, look(bolt), kind, unsure=unsure)
        if by_rule:
            waiting = joinable(bolt, waiting)
        if listed:
            for candidate in waiting[:listed]:
                show(plain(_line(candidate)))
            return
        try:
            if by_rule:
                _join_all(bolt, waiting)
            else:
                _judge_all(bolt, Judge(bolt, local_user()), waiting)
        finally:  # whatever ends it, Ctrl-C too
            _weigh(bolt)


def _weigh(bolt: "Bolt") -> None:
    from api.progress import Bars
    from graph.writer import Writer

    with Bars() as bars:
        bars("weighing links", 0, 0)
        Writer(bolt).refresh()


def _join_all(bolt: "Bolt", waiting: list["Candidate"]) -> None:
    """Let the rule judge, and tell of each pair."""
    from api.progress import Bars
    from graph.who import local_user
    from loaders.review.rule import join

    made = []
    with Bars() as bars:
        for candidate, id_ in join(bolt, waiting, local_user()):
            made.append((candidate, id_))
            bars("joining names", len(made), len(waiting))
    for candidate, id_ in made:
        show(plain(f"{id_}  {_line(candidate)}"))
    say(f"{len(made):,} pairs joined by rule; `trama review --undo-rule` takes that back.")


def _judge_all(bolt: "Bolt", judge: "Judge", waiting: list["Candidate"]) -> None:
    """Show pair after pair until there is none or somebody quits."""
    from graph.judgement import Decision
    from graph.judging.judge import Word
    from loaders.review.pairs import shown

    keys = _keys()
    made: list[tuple[str, int]] = []
    at = 0
    while at < len(waiting) or made:
        pair = next(iter(shown(bolt, waiting[at : at + 1])), None)
        if pair:
            _show(pair, at + 1, len(waiting))
        elif at < len(waiting):  # one of the two was joined with another meanwhile
            at += 1
            continue
        else:
            show("\nNo more pairs wait.   z undo   q quit")
        key = next((k for k in keys if k in "zq" or (pair and k in DECISIONS)), "q")
        if key == "q":
            break
        if key == "z":
            if made:
                id_, at = made.pop()
                judge.undo(id_)
                say(f"{id_} is taken back.")
        elif pair:
            word = Word(Decision(DECISIONS[key]), pair.left.entity.id, pair.right.entity.id)
            made.append((judge.judge(word).judgement.id, at))
            at += 1
    say(f"{len(made):,} judged; {max(len(waiting) - at, 0):,} pairs wait.")


def _keys() -> Iterator[str]:
    """Give the keys pressed at a terminal, or the letters of what stands on standard input."""
    if sys.stdin.isatty():
        while True:
            yield typer.getchar().casefold()
    for line in sys.stdin:
        yield from line.strip().casefold()


def _line(candidate: "Candidate") -> str:
    a, b = candidate.first, candidate.second
    both = f"{a.name} ({a.kind}, {a.id}) = {b.name} ({b.kind}, {b.id})"
    return f"{candidate.score:.2f}  {both}: {'; '.join(candidate.reasons)}"


def _show(pair: "Pair", number: int, total: int) -> None:
    show(f"\n{number:,} of {total:,}   likeness {pair.score:.2f}: {plain('; '.join(pair.reasons))}")
    for side in (pair.left, pair.right):
        _show_side(side)
    show(f"If they are the same: {plain(pair.effect.words)}")
    show(KEYS)


def _show_side(side: "Side") -> None:
    entity = side.entity
    show(plain(f"  {entity.name}   {entity.kind}, {entity.mentions:,} mentions, {side.links:,} links   {entity.id}"))
    for said in side.sentences:
        show(plain(f"      {_marked(said)}"))
        show(plain(f"      {said.document.id}, {said.document.date or 'undated'}, {said.document.subject}"))


def _marked(said: "Said") -> str:
    """Return a sentence with brackets around the name."""
    from api.marks import pieces

    return "".join(piece if name is None else f"[{piece}]" for piece, name in pieces(said.text, said.spans))
