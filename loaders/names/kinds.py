"""What a thing is: by the gazetteer, else by the words around it, else by its own words, else by the tagger."""

from collections import Counter

from graph.entity import PEOPLE, Kind
from graph.mention import Method
from loaders.names.body_words import kind_by_words
from loaders.names.kinds_people import is_called_criminal, person_kind
from loaders.names.lexicon import (
    COMMON,
    GIVEN,
    NO_NAMES,
    PLACE_BEFORE,
    PLACES,
    SAYING,
)
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.view import View
from loaders.names.words import fold_phrase

_PLACE_HEADS = frozenset(
    ["suburb", "city", "town", "state", "capital", "province", "municipality", "port", "village", "region", "county"]
)
_QUOTES = frozenset(['"', "“", "'", "‘"])
_ARTICLES = frozenset(["el", "la", "los", "las", "the"])
_BODY_BESIDE = frozenset(
    [
        "newspaper",
        "newspapers",
        "daily",
        "weekly",
        "magazine",
        "company",
        "companies",
        "firm",
        "bank",
        "channel",
        "station",
        "website",
        "network",
        "ngo",
        "ngos",
        "party",
        "movement",
        "group",
        "radio",
        "airline",
        "supermarket",
        "hotel",
        "firms",
        "union",
        "contractor",
        "subsidiary",
        "conglomerate",
    ]
)
"""Nouns right before or after a name that say it is a body's (`the newspaper El Norte`)."""
_PERSON_BEFORE = frozenset(["told", "with", "by", "called", "asked", "met", "thank", "dear", "tell"])
_TAGGED, _HEADED, _BESIDE = 2, 3, 2
"""Votes of a tag, of `city of`, of another place after a comma."""
_LONGEST_PERSON = 3


def judge_kind(view: View, thing: Thing) -> Kind:
    """Return the kind of a thing from all its mentions."""
    if thing.known is not None:
        called = thing.known.kind == Kind.PERSON and is_called_criminal(view, thing)
        return Kind.TRAFFICKER if called else thing.known.kind
    stated = Counter(s.kind for s in thing.spans if s.kind is not None and s.method == Method.STRUCTURE)
    if stated:
        return stated.most_common(1)[0][0]
    if thing.human:
        return person_kind(view, thing)
    if thing.kind is not None:
        return thing.kind
    own = _own_words(thing.name)
    if own is not None:
        return own
    return _by_context(view, thing)


def _by_shape(view: View, thing: Thing) -> Kind:
    """Judge a name of which nothing is known: two or three words that are no ordinary ones are likeliest a person's."""
    folds = fold_phrase(thing.name).split()
    if (
        thing.name.isupper()
        or (folds[0] in _ARTICLES and not _quoted(view, thing))
        or not 1 < len(folds) <= _LONGEST_PERSON
        or any(f in COMMON for f in folds)
    ):
        return Kind.ORGANIZATION
    return person_kind(view, thing)


def _quoted(view: View, thing: Thing) -> bool:
    """Whether the name stands in quotes, as nicknames do."""
    return any(view.shown[s.start - 1 : s.start] in _QUOTES for s in thing.spans if s.start)


def _own_words(name: str) -> Kind | None:
    if "/" in name and name.isupper():
        return Kind.AGENCY
    folds = fold_phrase(name).split()
    if not folds:
        return None
    return kind_by_words(folds) or (Kind.PLACE if " ".join(folds) in PLACES else None)


def _by_context(view: View, thing: Thing) -> Kind:
    """Judge by tags, by prepositions of place, and by verbs of saying."""
    votes: Counter[Kind] = Counter()
    for span in thing.spans:
        if span.tag:
            votes[{"PER": Kind.PERSON, "LOC": Kind.PLACE}.get(span.tag, Kind.ORGANIZATION)] += _TAGGED
        votes.update(_by_neighbours(view, span))
    if not votes:
        return _by_shape(view, thing)
    kind = votes.most_common(1)[0][0]
    return person_kind(view, thing) if kind in PEOPLE else kind


def _by_neighbours(view: View, span: Span) -> Counter[Kind]:
    """Return what the words beside one mention speak for."""
    votes: Counter[Kind] = Counter()
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    if previous in PLACE_BEFORE:
        votes[Kind.PLACE] += 1
    elif previous == "of" and i > 1 and words.folds[i - 2] in _PLACE_HEADS:
        votes[Kind.PLACE] += _HEADED
    elif previous == "the":
        votes[Kind.ORGANIZATION] += 1
    if previous in _BODY_BESIDE:
        votes[Kind.ORGANIZATION] += _HEADED
    strange = words.folds[j - 1] not in COMMON and words.folds[j - 1] not in NO_NAMES
    if words.folds[i] in GIVEN or (previous in _PERSON_BEFORE and strange and not words.texts[i].isupper()):
        votes[Kind.PERSON] += 1
    if j >= len(words):
        return votes
    following = words.folds[j]
    if words.joins[j - 1] and following in _BODY_BESIDE:
        votes[Kind.ORGANIZATION] += _HEADED
    meant = view.gazetteer.names.get(following, ()) if words.gap(j - 1) == ", " else ()
    if following not in GIVEN and any(n.known.kind == Kind.PLACE for n in meant):
        votes[Kind.PLACE] += _BESIDE
    if words.joins[j - 1] and following in SAYING:
        votes[Kind.ORGANIZATION if words.texts[i].isupper() else Kind.PERSON] += 1
    return votes
