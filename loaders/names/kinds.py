"""What a thing is: by the gazetteer, else by the words around it, else by its own words, else by the tagger."""

from collections import Counter

from graph.entity import PEOPLE, Kind
from graph.mention import Method
from loaders.names.body_words import kind_by_words
from loaders.names.groups import place_follows
from loaders.names.kind_model import guess_kind, is_government
from loaders.names.kinds_people import is_called_criminal, person_kind
from loaders.names.lexicon import (
    COMMON,
    GIVEN,
    LEADING_BODIES,
    NO_NAMES,
    PLACE_BEFORE,
    PLACES,
    SAYING,
    SURNAMES,
)
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.trim import SLASHED_TITLES
from loaders.names.view import View
from loaders.names.words import fold_phrase

_PLACE_HEADS = frozenset(
    ["suburb", "city", "town", "state", "capital", "province", "municipality", "port", "village", "region", "county"]
)
_QUOTES = frozenset(['"', "“", "'", "‘"])
_NUMBERS = frozenset(["three", "four", "five", "six", "seven", "eight", "nine", "twelve"])
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
_CLEAR, _PLACE, _BEYOND_DOUBT = 5.0, 12.0, 15.0
"""By how much the model must lead: where the rules guess, where it sees a place, where they saw a person."""
_LONGEST_PERSON = 3
_BODIES = frozenset({Kind.AGENCY, Kind.ORGANIZATION})
_SURNAMES_TOO = frozenset(["post", "church", "news", "press", "bank", "league", "fund", "watch"])


def judge_kind(view: View, thing: Thing) -> tuple[Kind, bool]:
    """Return the kind of a thing from all its mentions, and whether it is a mere guess."""
    kind, guessed = judge_by_rules(view, thing)
    if guessed or (kind == Kind.PERSON and _by_shape_alone(thing)):
        likely, lead = guess_kind(view, thing)
        least = _BEYOND_DOUBT if not guessed else _PLACE if likely == Kind.PLACE else _CLEAR
        if lead >= least and not (likely == Kind.PLACE and thing.name.isupper()):
            kind, guessed = (person_kind(view, thing) if likely == Kind.PERSON else likely), False
    if kind == Kind.ORGANIZATION and _may_be_agency(thing) and is_government(view, thing):
        return Kind.AGENCY, False
    return kind, guessed


def _may_be_agency(thing: Thing) -> bool:
    """Whether neither the gazetteer nor its own words say what body a thing is."""
    return thing.known is None and thing.kind is None and _own_words(thing.name) is None


def _by_shape_alone(thing: Thing) -> bool:
    """Whether nothing but the look of a name makes a person of it."""
    folds = fold_phrase(thing.name).split()
    if thing.known is not None or folds[0] in GIVEN or folds[-1] in SURNAMES:
        return False
    return not any(s.tag == "PER" or s.method == Method.STRUCTURE for s in thing.spans)


def judge_by_rules(view: View, thing: Thing) -> tuple[Kind, bool]:
    """Return the kind of a thing by rules alone, and whether it is a mere guess."""
    kind = _told(view, thing)
    if kind is not None:
        return kind, False
    votes = _votes(view, thing)
    if not votes:
        return _by_shape(view, thing), True
    kind, weight = votes.most_common(1)[0]
    return (person_kind(view, thing) if kind in PEOPLE else kind), weight < _TAGGED


def told_by(view: View, thing: Thing) -> str:
    """Say in words what tells the kind of a thing without a vote; empty where nothing does."""
    if _told(view, thing) is None:
        return ""
    if thing.known is not None:
        return f"gazetteer entry {thing.known.id}"
    if any(s.kind is not None and s.method == Method.STRUCTURE for s in thing.spans):
        return "the form of the document"
    if thing.human or _looks_human(thing.name):
        return "the words around it and its names are a person's"
    return "the rule that found it" if thing.kind else "words of its own name"


def _told(view: View, thing: Thing) -> Kind | None:
    """Return what the gazetteer, the form, the rule that found it or its own words say; None where they do not."""
    if thing.known is not None:
        called = thing.known.kind == Kind.PERSON and is_called_criminal(view, thing)
        return Kind.TRAFFICKER if called else thing.known.kind
    stated = Counter(s.kind for s in thing.spans if s.kind is not None and s.method == Method.STRUCTURE)
    if stated:
        return stated.most_common(1)[0][0]
    own = _own_words(thing.name)
    if own is None and _counted(thing.name):
        return Kind.ORGANIZATION
    if own is None and not thing.human and _looks_human(thing.name):
        return person_kind(view, thing)
    if thing.human:
        return own if own in _BODIES and _no_person(thing.name) else person_kind(view, thing)
    return thing.kind or own


def _counted(name: str) -> bool:
    """Whether a name ends in a number (`the Zahir Five`): several people, and no one of them."""
    _, *rest = fold_phrase(name).split()
    return bool(rest) and rest[-1] in _NUMBERS


def _looks_human(name: str) -> bool:
    """Whether a name of several words begins with a given name, and no word of it is an ordinary one."""
    folds = fold_phrase(name).split()
    return len(folds) > 1 and folds[0] in GIVEN and folds[-1] not in PLACES and COMMON.isdisjoint(folds)


def _no_person(name: str) -> bool:
    """Whether a name that was taken for a person's is a body's by its words (`Zeromax Gmbh`, `Minera Majaz`)."""
    folds = fold_phrase(name).split()
    if folds[0] in LEADING_BODIES:
        return True
    return folds[0] not in GIVEN and folds[-1] not in SURNAMES and folds[-1] not in _SURNAMES_TOO and len(folds[0]) > 1


def _by_shape(view: View, thing: Thing) -> Kind:
    """Judge a name of which nothing is known: two or three words that are no ordinary ones are likeliest a person's."""
    folds = fold_phrase(thing.name).split()
    if len(folds) == 1 and (folds[0] in SURNAMES or (folds[0] in GIVEN and not thing.name.isupper())):
        return person_kind(view, thing)
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


def _votes(view: View, thing: Thing) -> Counter[Kind]:
    """Return what tags, prepositions of place and verbs of saying speak for."""
    votes: Counter[Kind] = Counter()
    for span in thing.spans:
        if span.tag:
            votes[{"PER": Kind.PERSON, "LOC": Kind.PLACE}.get(span.tag, Kind.ORGANIZATION)] += _TAGGED
        votes.update(_by_neighbours(view, span))
    return votes


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
    if i > 1 and (words.folds[i - 2], previous) in SLASHED_TITLES and words.gap(i - 2) == "/":
        votes[Kind.PERSON] += _HEADED
    if previous in _BODY_BESIDE:
        votes[Kind.ORGANIZATION] += _HEADED
    strange = words.folds[j - 1] not in COMMON and words.folds[j - 1] not in NO_NAMES
    if words.folds[i] in GIVEN or (previous in _PERSON_BEFORE and strange and not words.texts[i].isupper()):
        votes[Kind.PERSON] += 1
    if j < len(words):
        votes.update(_by_following(view, i, j))
    return votes


def _by_following(view: View, i: int, j: int) -> Counter[Kind]:
    """Return what the word after the name at words `i:j` speaks for."""
    words = view.words
    votes: Counter[Kind] = Counter()
    following = words.folds[j]
    if place_follows(view, j):
        votes[Kind.PLACE] += _HEADED
    if words.joins[j - 1] and following in _BODY_BESIDE:
        votes[Kind.ORGANIZATION] += _HEADED
    meant = view.gazetteer.names.get(following, ()) if words.gap(j - 1) == ", " else ()
    if following not in GIVEN and any(n.known.kind == Kind.PLACE for n in meant):
        votes[Kind.PLACE] += _BESIDE
    if words.joins[j - 1] and following in SAYING:
        votes[Kind.ORGANIZATION if words.texts[i].isupper() else Kind.PERSON] += 1
    return votes
