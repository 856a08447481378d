"""Whether a person is an official, a criminal, or neither: by the words around the mentions."""

from graph.entity import Kind
from graph.passage import Part
from loaders.names.lexicon import CRIME_AROUND, CRIMINAL_WORDS, NEUTRAL_TITLES, OFFICE_AROUND, OFFICIAL_TITLES
from loaders.names.span import Span
from loaders.names.spelling import FULL
from loaders.names.thing import Thing
from loaders.names.trim import title_before
from loaders.names.view import View

_JOBS = OFFICIAL_TITLES | {"spokesman", "spokeswoman", "spokesperson"}
_MEMBERSHIP = frozenset(["member", "members", "into", "head", "leader"])
_GROUPS = ("cartel", "zeta", "gang", "trafficking organization")
_STATED, _APPOSED, _MEMBER, _NEAR = 3.0, 2.0, 0.8, 0.5
_ENOUGH = 1.0
_REACH = 6
_BREAKS = frozenset(["said", "who", "and", "told", "was"])


def person_kind(view: View, thing: Thing) -> Kind:
    """Return what a person is: the weightier of the signs of office and of crime, a plain person without either."""
    official = sum(_office(view, s) for s in thing.spans)
    criminal = sum(_crime(view, s) for s in thing.spans)
    if criminal > official and criminal >= _ENOUGH:
        return Kind.TRAFFICKER
    return Kind.OFFICIAL if official > 0 else Kind.PERSON


def _office(view: View, span: Span) -> float:
    weight = _STATED if view.part(span.start) in {Part.CLEARANCE, Part.SIGNATURE} else 0.0
    title = _title(view, span)
    if title & _JOBS and not title <= NEUTRAL_TITLES and not title & CRIMINAL_WORDS:
        weight += _STATED
    return weight + _APPOSED * _apposition(view, span, OFFICE_AROUND)


def _crime(view: View, span: Span) -> float:
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    before = {words.folds[i - 1]} if i and words.joins[i - 1] else set()
    weight = _STATED if (_title(view, span) | before) & CRIMINAL_WORDS else 0.0
    weight += _APPOSED * _apposition(view, span, CRIMINAL_WORDS)
    end = min(len(words), j + (2 * _REACH if j - i >= FULL else _REACH))
    passage = view.passage(span.start)
    after = [words.folds[k] for k in range(j, end) if view.passage(words.starts[k]) == passage]
    near = words.folds[max(i - _REACH, 0) : i] + after if j - i >= FULL else after
    weight += _NEAR * min(2, sum(f in CRIME_AROUND for f in near))
    text = view.reading.passages[passage].text.casefold()
    if any(group in text for group in _GROUPS) and not _MEMBERSHIP.isdisjoint(near):
        weight += _MEMBER
    return weight


def _title(view: View, span: Span) -> set[str]:
    a, b = title_before(view.words, view.words.before(span.start) + 1)
    return set(view.words.folds[a:b])


def _apposition(view: View, span: Span, heads: frozenset[str]) -> bool:
    """Whether a comma and then one of `heads` follows within a few words (`Manuel Farfan, a retired army general`)."""
    words = view.words
    j = words.before(span.end) + 1
    if j >= len(words) or not words.gap(j - 1).startswith(","):
        return False
    for k in range(j, min(len(words), j + _REACH)):
        if words.folds[k] in heads:
            return True
        if not words.joins[k] or words.folds[k] in _BREAKS:
            return False
    return False
