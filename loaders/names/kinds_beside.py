"""A kind that was a guess, judged again by what stands beside the name: lists name things of one kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.entity import PEOPLE, Kind
from loaders.names.kinds_people import person_kind
from loaders.names.thing import Thing
from loaders.names.view import View

_LISTED = frozenset([", ", " and ", ", and ", "/", " or ", "; ", " & ", ", or ", " and the ", ", the ", " or the "])
_BODIES = frozenset({Kind.AGENCY, Kind.ORGANIZATION, Kind.CARTEL})


def judge_beside(view: View, things: Sequence[Thing], guesses: Iterable[Thing]) -> None:
    """Give each of `guesses` the kind of most of the things that it is listed with, where there are any."""
    guessed = {id(t) for t in guesses}
    if not guessed:
        return
    placed = sorted(((s.start, s.end, t) for t in things for s in t.spans), key=lambda p: p[:2])
    votes: dict[int, Counter[Kind]] = {}
    for (_, end, one), (start, _, other) in pairwise(placed):
        if one is other or view.shown[end:start] not in _LISTED:
            continue
        for guess, sure in ((one, other), (other, one)):
            if id(guess) in guessed and id(sure) not in guessed and sure.kind is not None:
                votes.setdefault(id(guess), Counter())[_plain(sure.kind)] += 1
    for thing in things:
        if id(thing) in votes:
            kind = votes[id(thing)].most_common(1)[0][0]
            if kind in _BODIES:
                thing.kind = kind if kind != Kind.CARTEL else thing.kind
            elif not thing.name.isupper():
                thing.kind = person_kind(view, thing) if kind == Kind.PERSON else kind


def _plain(kind: Kind) -> Kind:
    return Kind.PERSON if kind in PEOPLE else kind
