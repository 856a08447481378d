"""Whether a person is an official, a criminal, or neither: by the words around the mentions."""

import re
from functools import lru_cache
from itertools import pairwise

from graph.document import DocumentKind
from graph.entity import Kind
from graph.passage import Part
from loaders.names.accusing import ARMS, CHARGES, SPARED, is_victim, speaks_of
from loaders.names.lexicon import (
    CRIME_AROUND,
    CRIMINAL_WORDS,
    NEUTRAL_TITLES,
    OFFICE_AROUND,
    OFFICIAL_TITLES,
    TITLE_PREFIX,
    TITLES,
)
from loaders.names.span import Span
from loaders.names.spelling import FULL
from loaders.names.thing import Thing
from loaders.names.trim import SLASHED_TITLES, title_before
from loaders.names.view import View

_JOBS = OFFICIAL_TITLES | {"spokesman", "spokeswoman", "spokesperson"}
_CRIME_PROPER = CRIME_AROUND - CHARGES
_MEMBERSHIP = frozenset(["member", "members", "into", "head", "leader"])
_GROUPS = ("cartel", "zeta", "gang", "trafficking organization")
_TRADE = (
    "cartel", "drug", "narco", "cocaine", "heroin", "marijuana", "kingpin", "smuggl", "mafia", "organized crime",
    " dto", "zeta", "sicario", "trafficking organization", "hitm", " gang", "capo ",
)  # fmt: skip
"""What a passage, or one beside it, must speak of before arrests and suspicions make a criminal of anyone named in it:
a terrorist suspect, a blogger in jail and a minister accused are no traffickers."""
_CRIMINALS = frozenset(
    [
        "druglord",
        "drug-lord",
        "kingpin",
        "capo",
        "hitman",
        "sicario",
        "narcotrafficker",
        "trafficker",
        "smuggler",
        "mobster",
        "gangster",
    ]
)
_STATED, _APPOSED, _MEMBER, _NEAR = 3.0, 2.0, 0.8, 0.5
_ENOUGH, _CALLED = 1.0, 1.5
_REACH = 6
_LONGEST = 4
_OWNER = re.compile(r"['’]s?$")
_COMPLEMENT = frozenset(["to", "of", "for", "in"])
_ARTICLES = frozenset(["the", "acting", "deputy", "vice", "former"])
_BREAKS = frozenset(["said", "who", "told", "was"])
_OPENS = (",", " (", "--", " -", " –", " —")
"""What opens an apposition after a name."""
_PRIVATE = frozenset(
    [
        "film",
        "movie",
        "music",
        "art",
        "artistic",
        "managing",
        "executive",
        "creative",
        "company",
        "bank",
        "club",
        "football",
        "medical",
        "marketing",
        "sales",
        "programming",
        "editorial",
        "studio",
        "theater",
        "theatre",
        "museum",
        "orchestra",
        "school",
    ]
)
"""Words that make a director, president or officer one of a private body."""


def person_kind(view: View, thing: Thing) -> Kind:
    """Return what a person is: the weightier of the signs of office and of crime, a plain person without either."""
    official = sum(_office(view, s) for s in thing.spans)
    criminal = _criminal(view, thing)
    if criminal > official and criminal >= _ENOUGH:
        return Kind.TRAFFICKER
    return Kind.OFFICIAL if official > 0 else Kind.PERSON


def is_called_criminal(view: View, thing: Thing) -> bool:
    """Whether the document itself calls a person, of whom the gazetteer says no more, a criminal of the drug trade."""
    return _criminal(view, thing) >= _CALLED


def _criminal(view: View, thing: Thing) -> float:
    """Return the weight of crime: for a victim, a lawyer or an activist only what calls that person a criminal."""
    spared = any(is_victim(view, s) or _title(view, s) & SPARED or _apposition(view, s, SPARED) for s in thing.spans)
    return sum(_crime(view, s, spared=spared) for s in thing.spans)


def _office(view: View, span: Span) -> float:
    part = view.part(span.start)
    addressed = part == Part.ADDRESS and view.reading.document.kind == DocumentKind.CABLE
    weight = _STATED if addressed or part in {Part.CLEARANCE, Part.SIGNATURE} else 0.0
    title = _title(view, span)
    if title & _JOBS and not title <= NEUTRAL_TITLES and not title & CRIMINAL_WORDS and not _is_private(view, span):
        weight += _STATED
    return weight + _APPOSED * _apposition(view, span, OFFICE_AROUND)


@lru_cache(maxsize=64)  # a header of thousands of addresses is one passage, asked about at each of its names
def _of_trade(text: str) -> bool:
    plain = text.casefold()
    return any(word in plain for word in _TRADE)


def _crime(view: View, span: Span, *, spared: bool) -> float:
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    before = {words.folds[i - 1]} if i and words.joins[i - 1] else set()
    passage = view.passage(span.start)
    around = view.reading.passages[max(passage - 1, 0) : passage + 2]
    trade = any(_of_trade(p.text) for p in around)
    said = CRIMINAL_WORDS if trade else _CRIMINALS
    weight = _STATED if (_title(view, span) | before) & said else 0.0
    charged = not spared and speaks_of(view, i, j, (*_TRADE, *ARMS))
    weight += _APPOSED * _apposition(view, span, said if charged else _CRIMINALS)
    if not trade or spared:
        return weight
    end = min(len(words), j + (2 * _REACH if j - i >= FULL else _REACH))
    after = [words.folds[k] for k in range(j, end) if view.passage(words.starts[k]) == passage]
    near = words.folds[max(i - _REACH, 0) : i] + after if j - i >= FULL else after
    told = CRIME_AROUND if speaks_of(view, i, j, (*_TRADE, *ARMS)) else _CRIME_PROPER
    weight += _NEAR * min(2, sum(f in told for f in near))
    text = view.reading.passages[passage].text.casefold()
    if any(group in text for group in _GROUPS) and not _MEMBERSHIP.isdisjoint(near):
        stated = after[:1] in (["is"], ["was"]) and not _MEMBERSHIP.isdisjoint(after[:_REACH])
        weight += _ENOUGH if stated else _MEMBER
    return weight


def _title(view: View, span: Span) -> set[str]:
    words = view.words
    i = words.before(span.start) + 1
    folds = words.folds[_title_start(view, i) : i]
    slashed = any(pair in SLASHED_TITLES for pair in pairwise(folds))
    return {*folds, "undersecretary"} if slashed else set(folds)


def _title_start(view: View, i: int) -> int:
    """Return where the title of the name at word `i` begins: right before it, over a complement or over a comma."""
    a, b = title_before(view.words, i)
    if a < b or not i:
        return a
    return _title_and_comma(view, i) if view.words.gap(i - 1) == ", " else _title_and_place(view, i)


def _title_and_place(view: View, i: int) -> int:
    """Return where a title begins whose complement stands before the name at word `i`, or `i`.

    `Ambassador to the United States Jo Poe`, `Chancellor of the Exchequer Poe`.
    """
    words = view.words
    k = i
    if words.folds[i - 1] == "the":
        return i
    while k > 1 and i - k < _REACH and words.joins[k - 1] and (words.texts[k - 1][0].isupper() or k < i):
        k -= 1
        if words.folds[k] in _COMPLEMENT and words.folds[k - 1] in OFFICIAL_TITLES and words.texts[k - 1][0].isupper():
            return k - 1
        if not words.texts[k][0].isupper() and words.folds[k] != "the":
            return i
    return i


def _title_and_comma(view: View, i: int) -> int:
    """Return where a title begins that a comma parts from the name (`Minister of Trade, Luis Plata`), or `i`.

    It must open the passage or have an article, so that it is not the end of another name's apposition.
    """
    words = view.words
    for k in range(i - 1, max(i - _REACH, 0) - 1, -1):
        if k < i - 1 and not words.joins[k]:
            return i
        national = k > 0 and words.texts[k][0].isupper() and words.folds[k - 1] in view.gazetteer.demonyms
        if words.folds[k] in OFFICIAL_TITLES and (words.first[k] or national or words.folds[k - 1] in _ARTICLES):
            return k
    return i


def _is_private(view: View, span: Span) -> bool:
    """Whether the title before a name is one of business or art (`film director Steven Spielberg`)."""
    words = view.words
    i = words.before(span.start) + 1
    a = _title_start(view, i)
    if not _PRIVATE.isdisjoint(words.folds[max(a - 1, 0) : i]):
        return True
    while a and words.folds[a - 1] in TITLE_PREFIX:
        a -= 1
    return _of_organization(view, a)


def _of_organization(view: View, k: int) -> bool:
    """Whether the words right before word `k` name a company or another body that is no government's (`Shell's`)."""
    words = view.words
    for i in range(max(k - _LONGEST, 0), k):
        if all(words.joins[i:k]):
            text = words.text[words.starts[i] : words.ends[k - 1]]
            found = view.gazetteer.surely(_OWNER.sub("", text))
            if found is not None and found.kind == Kind.ORGANIZATION:
                return True
    return False


def _apposition(view: View, span: Span, heads: frozenset[str]) -> bool:
    """Whether a comma and then one of `heads` follows within a few words (`Manuel Farfan, a retired army general`)."""
    words = view.words
    j = words.before(span.end) + 1
    if j >= len(words) or not words.gap(j - 1).startswith(_OPENS):
        return False
    for k in range(j, min(len(words), j + _REACH)):
        if words.folds[k] in heads:
            return _PRIVATE.isdisjoint(words.folds[j:k])
        if not words.joins[k] or words.folds[k] in _BREAKS:
            return False
        if words.folds[k] == "and" and words.folds[k + 1] in TITLES:
            return False
    return False
