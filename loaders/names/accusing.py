"""Whether a name may mean a known trafficker: nobody is called one on a surname alone."""

from collections.abc import Container, Sequence

from graph.entity import Kind
from loaders.names.known import Known, Name, Strength
from loaders.names.lexicon import CRIME_AROUND, CRIMINAL_WORDS, GIVEN, OFFICIAL_TITLES
from loaders.names.propagate import is_person
from loaders.names.span import Span
from loaders.names.spelling import FULL, parts, spoken
from loaders.names.trim import title_before
from loaders.names.view import View
from loaders.names.words import fold_phrase

_OUTLAWS = frozenset(["commander", "comandante", "chief", "lieutenant", "deputy", "agent", "secretary", "king"])
"""Titles that armed groups give as well."""
_OFFICES = OFFICIAL_TITLES - _OUTLAWS
_CRIME = CRIME_AROUND | CRIMINAL_WORDS | {"guerrilla", "leader", "leaders", "cocaine", "drug", "narco"}
_REACH = 12
SPARED = frozenset(
    [
        "lawyer", "attorney", "activist", "prosecutor", "judge", "mp", "minister", "businessman", "businesswoman",
        "deputy", "magistrate", "legislator", "journalist", "reporter", "candidate", "parliamentarian", "congressman",
        "senator", "undersecretary", "owner",
    ]
)  # fmt: skip
"""Callings of those whom a word of crime nearby seldom accuses."""
ARMS = ("weapon", " arms ", "firearm", "launder", "traffick", "kidnap", "paramilitar")
CHARGES = frozenset(["accused", "alleged", "allegedly", "convicted", "detained", "sentenced", "suspect", "suspected"])
"""Words of any crime whatever: they need one of the drug or arms trade in their sentence."""
_KILLED = frozenset(["killed", "murdered", "assassinated", "slain"])
_DEATHS = frozenset(["murder", "killing", "death", "assassination"])


def accusable(view: View, span: Span, names: Sequence[Name], sure: Container[str], lent: set[str]) -> tuple[Name, ...]:
    """Return the names without those of traffickers whom nothing but a likeness of names points to.

    `sure` holds the ids of what the document names in full, `lent` the surnames before the last of its people.
    """
    if not any(n.known.kind == Kind.TRAFFICKER for n in names):
        return tuple(names)
    office = in_office(view, span)
    near = _crime_near(view, span)
    borne = fold_phrase(view.shown[span.start : span.end]) in lent

    def may(name: Name) -> bool:
        known = name.known
        if borne and known.kind == Kind.PERSON and name.strength == Strength.WEAK and known.id not in sure:
            return False
        if known.kind != Kind.TRAFFICKER or known.posts:
            return True
        if office:
            return False
        return name.strength > Strength.WEAK or known.id in sure or (near and not borne and _in_group(known, sure))

    return tuple(n for n in names if may(n))


def lent_surnames(view: View, spans: Sequence[Span]) -> set[str]:
    """Return the surnames before the last of the people whom the document names in full (`Trevino` Berchelmann)."""
    full = (parts(spoken(view.shown[s.start : s.end])) for s in spans if is_person(s))
    return {folds[-2] for folds in full if len(folds) > FULL and folds[-2] not in GIVEN}


def in_office(view: View, span: Span) -> bool:
    """Whether a title of public office stands right before a name (`Admiral Barrera`), and no word of crime."""
    words = view.words
    a, b = title_before(words, words.before(span.start) + 1)
    folds = set(words.folds[a:b])
    deputy = any(words.folds[k] == "deputy" and words.texts[k][0].isupper() for k in range(a, b))
    return (deputy or not folds.isdisjoint(_OFFICES)) and folds.isdisjoint(CRIMINAL_WORDS)


def _in_group(known: Known, sure: Container[str]) -> bool:
    return bool(known.parent) and known.parent in sure


def _crime_near(view: View, span: Span) -> bool:
    """Whether a word of crime stands near a name, in its passage."""
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    passage = view.passage(span.start)
    around = (*range(max(i - _REACH, 0), i), *range(j, min(j + _REACH, len(words))))
    return any(words.folds[k] in _CRIME and view.passage(words.starts[k]) == passage for k in around)


def is_victim(view: View, span: Span) -> bool:
    """Whether a person is said to have been murdered (`the murder of X`, `X was assassinated`, `X's death`)."""
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    before, after = words.folds[max(i - 2, 0) : i], words.folds[j : j + 2]
    if before[-1:] == ["of"] and before[0] in _DEATHS:
        return True
    return (bool(after) and after[0] in {"was", "were"} and after[-1] in _KILLED) or not _DEATHS.isdisjoint(after[:1])


def speaks_of(view: View, i: int, j: int, nouns: Sequence[str]) -> bool:
    """Whether the sentence around the name at words `i:j` holds one of `nouns`."""
    words = view.words
    passage = view.passage(words.starts[i])
    while i > 0 and not words.first[i] and "." not in words.gap(i - 1) and view.passage(words.starts[i - 1]) == passage:
        i -= 1
    while (
        j < len(words)
        and not words.first[j]
        and "." not in words.gap(j - 1)
        and view.passage(words.starts[j]) == passage
    ):
        j += 1
    sentence = f" {words.text[words.starts[i] : words.ends[j - 1]].casefold()} "
    return any(noun in sentence for noun in nouns)
