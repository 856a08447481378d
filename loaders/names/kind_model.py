"""A trained guess at the kind of a name that no rule knows: a person's, a body's or a place's.

An averaged perceptron (Collins 2002, doi:10.3115/1118693.1118694) over the words of the name, their beginnings and
ends, the word lists that hold them, and the words beside each mention. `benchmarks/train_kinds.py` trains it on tagged
cables whose tags are taken away, and prints what it reaches on cables that it has not seen.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from graph.entity import Kind
from loaders.names.lexicon import (
    AGENCY_HEADS,
    AGENCY_WORDS,
    COMMON,
    DATA,
    GIVEN,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_BEFORE,
    PLACE_WORDS,
    SAYING,
    SURNAMES,
    TITLES,
)
from loaders.names.thing import Thing
from loaders.names.view import View
from loaders.names.words import fold_phrase

KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE)
_LISTS = {
    "given": GIVEN,
    "surname": SURNAMES,
    "common": COMMON,
    "agency": AGENCY_WORDS | AGENCY_HEADS,
    "body": ORGANIZATION_WORDS,
    "place": PLACE_WORDS,
    "particle": PARTICLES,
}
_MOST = 12
"""Mentions that are looked at."""
_GAP = 3
_GOVERNMENT = 7.0


def guess_kind(view: View, thing: Thing) -> tuple[Kind, float]:
    """Return the likeliest kind of a thing, and by how much it leads.

    Of the guesses that lead by 5 and differ from the rules', four in five are right.
    """
    weights = _weights()
    scores = [0.0] * len(KINDS)
    for feature in features(view, thing):
        for k, weight in enumerate(weights.get(feature, ())):
            scores[k] += weight
    first, second = sorted(scores, reverse=True)[:2]
    return KINDS[scores.index(first)], first - second


def is_government(view: View, thing: Thing) -> bool:
    """Whether an unknown body is likelier a government's than anyone else's; of those said so, nine in ten are."""
    weights: dict[str, float] = _model()["agency"]
    return sum(weights.get(feature, 0.0) for feature in features(view, thing)) >= _GOVERNMENT


def _weights() -> dict[str, list[float]]:
    weights: dict[str, list[float]] = _model()["weights"]
    return weights


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads((DATA / "kind_model.json").read_text(encoding="utf-8"))
    return model


def features(view: View, thing: Thing) -> Iterable[str]:
    """Give what the model goes by, each once and always in one order: sums of fractions hang on it."""
    around = (feature for span in thing.spans[:_MOST] for feature in _beside(view, span.start, span.end))
    return dict.fromkeys([*_own(thing.name), *around])


def _own(name: str) -> Iterator[str]:
    words = fold_phrase(name).split()
    shouted = name.isupper()
    yield "bias"
    yield f"words={min(len(words), 5)}"
    yield f"shouted={min(len(name), 8) if shouted else 0}"
    for i, word in enumerate(words):
        place = "first" if i == 0 else "last" if i == len(words) - 1 else "amid"
        yield f"word={word}"
        yield f"{place}={word}"
        if not shouted:
            yield f"begins={word[:3]}"
            yield f"ends={word[-3:]}"
            yield f"ends={word[-4:]}"
        yield from (f"{place} in {name}" for name, listed in _LISTS.items() if word in listed)
    if any(w[1:] != w[1:].lower() and not w.isupper() for w in name.split()):
        yield "camel"


def _beside(view: View, start: int, end: int) -> Iterator[str]:
    words = view.words
    i, j = words.before(start) + 1, words.before(end) + 1
    left = words.folds[i - 1] if i else "^"
    right = words.folds[j] if j < len(words) else "$"
    yield f"left={left}"
    yield f"left={words.folds[i - 2] if i > 1 else '^'} {left}"
    yield f"right={words.gap(j - 1)[:_GAP].strip()}{right}"
    yield f"right={right} {words.folds[j + 1] if j + 1 < len(words) else '$'}"
    yield f"gap before={words.gap(i - 1)[:_GAP] if i else ''}"
    yield f"gap after={words.gap(j - 1)[:_GAP]}"
    if right in SAYING:
        yield "says"
    if left in PLACE_BEFORE:
        yield "after a preposition of place"
    if left in TITLES:
        yield "after a title"
