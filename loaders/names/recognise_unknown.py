"""Capitalised names of which nothing is known, in text that no tagger has read."""

from graph.entity import Kind
from graph.mention import Method
from graph.passage import CO_MENTIONING, Part
from loaders.names.acronyms import is_plural
from loaders.names.body_words import kind_by_words
from loaders.names.capitals import capital_runs, trimmed_run
from loaders.names.families import is_family
from loaders.names.known import Strength
from loaders.names.lexicon import (
    ADJECTIVES,
    AGENCY_WORDS,
    COMMON,
    GIVEN,
    NO_NAMES,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_BEFORE,
    PLACE_WORDS,
    PLACES,
    SURNAMES,
    TITLES,
)
from loaders.names.recognise_bodies import names_nothing
from loaders.names.span import Span
from loaders.names.view import View

_LIKELY, _POSSIBLE, _DOUBTFUL = 0.7, 0.55, 0.5
_SHORTEST = 3
_LONGEST_PERSON = 3
_PLACE_LENGTH = 2
_ORDINARY = COMMON | ADJECTIVES
_NO_ONE = TITLES | AGENCY_WORDS | ORGANIZATION_WORDS | PLACE_WORDS
"""Words that alone name nobody in particular: `the Department`."""
_ARTICLES = frozenset(["el", "la", "los", "las", "the", "o", "os", "les"])
_DOCTRINES = ("ism", "isms", "ist", "ists")
Guess = tuple[float, Kind | None]
_NONE: Guess = (0.0, None)


def recognise_unknown(view: View) -> list[Span]:
    """Return runs of capitals that are no ordinary words, with a guess at their kind."""
    if view.tagged:
        return []
    words = view.words
    spans = []
    for run in capital_runs(view):
        i, j = trimmed_run(view, *run)
        if i >= j or view.part(words.starts[i]) not in CO_MENTIONING or names_nothing(view, i, j):
            continue
        if kind_by_words(words.folds[i:j]) is not None:
            continue
        i, j = _without_ordinary(view, i, j)
        confidence, kind = _alone(view, i) if j - i == 1 else _several(view, i, j)
        if confidence:
            spans.append(Span(words.starts[i], words.ends[j - 1], Method.RULE, confidence, kind=kind))
    return spans


def _without_ordinary(view: View, i: int, j: int) -> tuple[int, int]:
    """Cut ordinary words and roles in capitals (`SRSG Mulet`) off the ends of a run."""
    words = view.words
    person = words.folds[i] in GIVEN
    while j - i > 1 and not person and words.folds[j - 1] in COMMON:
        j -= 1
    while j - i > 1 and _before_name(view, i, person=person):
        i += 1
        person = words.folds[i] in GIVEN
    return i, j


def _before_name(view: View, i: int, *, person: bool) -> bool:
    """Whether word i is an ordinary word, a title, or a role in capitals before a name that is not shouted."""
    words = view.words
    if words.folds[i] in PARTICLES:
        return False
    shouted = words.texts[i].isupper() and len(words.texts[i]) > 1 and not words.texts[i + 1].isupper()
    return shouted or (not person and (words.folds[i] in _ORDINARY or words.folds[i] in TITLES))


def _strange(view: View, fold: str) -> bool:
    """Whether a word is no ordinary word, people or language."""
    return not (fold in COMMON or fold in view.lower or fold in ADJECTIVES or fold in view.gazetteer.demonyms)


def _alone(view: View, i: int) -> Guess:
    """Judge one word: an acronym, or a word that never opens the sentence."""
    words = view.words
    fold, text = words.folds[i], words.texts[i]
    if fold in PLACES:
        return _LIKELY, Kind.PLACE
    ordinary = not _strange(view, fold) or is_plural(text) or fold in _NO_ONE or fold.removesuffix("s") in _NO_ONE
    if (
        ordinary
        or not text.replace("'", "").replace("’", "").isalpha()
        or fold.endswith(_DOCTRINES)
        or len(text) < _SHORTEST
        or is_family(view, fold)
    ):
        return _NONE
    if text.isupper():
        return _DOUBTFUL, None
    if fold in SURNAMES and fold not in GIVEN:
        return _LIKELY, Kind.PERSON
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    if view.titled(words.starts[i]) or words.first[i] or not previous or words.gap(i - 1) not in {" ", "-", "  "}:
        return _NONE
    return _DOUBTFUL, Kind.PLACE if previous in PLACE_BEFORE else None


def _several(view: View, i: int, j: int) -> Guess:
    """Judge several words together."""
    words = view.words
    folds = [f for f in words.folds[i:j] if f not in PARTICLES]
    if " ".join(words.folds[i:j]) in PLACES:
        return _LIKELY, Kind.PLACE
    titled = (view.part(words.starts[i]) != Part.BODY or view.titled(words.starts[i])) and any(
        f in COMMON for f in folds
    )
    if titled or _holds_known(view, i, j) or words.folds[i] in view.gazetteer.demonyms:
        return _NONE
    strange = [f for f in folds if _strange(view, f) and f not in TITLES]
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    if not strange:
        plain = previous == "the" and TITLES.isdisjoint(folds) and NO_NAMES.isdisjoint(folds)
        return (_POSSIBLE, None) if plain else _NONE
    if words.first[i] and words.folds[i] in COMMON:
        return _NONE
    if previous in PLACE_BEFORE and j - i <= _PLACE_LENGTH:
        return _POSSIBLE, Kind.PLACE
    return _POSSIBLE, Kind.PERSON if len(strange) == len(folds) and _like_a_person(view, i, j) else None


def _like_a_person(view: View, i: int, j: int) -> bool:
    words = view.words
    if words.folds[i] in _ARTICLES and view.shown[words.starts[i] - 1 : words.starts[i]] not in {'"', "“", "'", "‘"}:
        return False
    names = [t for t, f in zip(words.texts[i:j], words.folds[i:j], strict=True) if f not in PARTICLES]
    return len(names) <= _LONGEST_PERSON and all(t[0].isupper() and not t.isupper() for t in names)


def _holds_known(view: View, i: int, j: int) -> bool:
    """Whether a known name stands inside a run of capitals: then the rest only happens to be beside it."""
    folds, known = view.words.folds, view.gazetteer
    return any(
        any(n.strength > Strength.WEAK for n in known.names.get(" ".join(folds[a : a + length]), ()))
        for a in range(i, j)
        for length in known.lengths.get(folds[a], ())
        if length < j - i and a + length <= j
    )
