"""Names of which nothing is known, in text of capitals alone: there only words that are no ordinary ones tell."""

from collections import Counter

from graph.entity import Kind
from graph.mention import Method
from graph.passage import Part
from loaders.names.body_words import kind_by_words
from loaders.names.lexicon import (
    ADJECTIVES,
    AGENCY_WORDS,
    COMMON,
    FUNCTION,
    LINKS,
    MARKINGS,
    MONTHS,
    NO_NAMES,
    ORGANIZATION_WORDS,
    PARTICLES,
    SAYING,
    TITLES,
)
from loaders.names.span import Span
from loaders.names.view import View

_SHORTEST = 4
_LONGEST = 4
_OFTEN = 3
_OPENERS = frozenset(
    ["national", "federal", "supreme", "central", "constitutional", "political", "communist", "socialist", "general"]
)
"""Adjectives that open the name of a body (`NATIONAL ELECTORAL COUNCIL`)."""
_NONE = FUNCTION | MARKINGS | MONTHS | NO_NAMES | TITLES | ADJECTIVES | SAYING
_SPEAKING = SAYING - {"is", "has", "had", "was", "will"}
_SMALL = FUNCTION - LINKS
_STOPS = FUNCTION | SAYING | TITLES
_BODIES = AGENCY_WORDS | ORGANIZATION_WORDS


def recognise_shouted(view: View) -> list[Span]:
    """Return people by two words of which none is ordinary, those who often speak, and bodies by their last word."""
    words = view.words
    shouted = (n for n, passage in enumerate(view.reading.passages) if view.caps[n] and passage.part == Part.BODY)
    where = [i for n in shouted for i in view.words_of(n)]
    if not where:
        return []
    spans: list[Span] = []
    said = Counter(words.folds[i] for i in where if _speaks(view, i))
    end = 0
    for i in where:
        if i < end:
            continue
        span, end = _person(view, i, said) if _strange(view, i) else _body(view, i)
        if span is not None:
            spans.append(span)
    return spans


def _strange(view: View, i: int) -> bool:
    fold = view.words.folds[i]
    return (
        len(fold) >= _SHORTEST and fold.isalpha() and fold not in COMMON and fold not in _NONE and fold not in _BODIES
    )


def _speaks(view: View, i: int) -> bool:
    """Whether a verb of saying follows a word that may be a surname."""
    words = view.words
    fold = words.folds[i]
    follows = i + 1 < len(words) and words.joins[i] and words.folds[i + 1] in _SPEAKING
    return follows and len(fold) >= _SHORTEST and fold not in _NONE and fold not in _BODIES


def _person(view: View, i: int, said: Counter[str]) -> tuple[Span | None, int]:
    """Read a given name and surnames at word i: strange words, or a surname that the document often makes speak."""
    words, gazetteer = view.words, view.gazetteer
    j = i + 1
    while j < len(words) and j - i < _LONGEST and words.joins[j - 1] and words.gap(j - 1) == " ":
        particle = words.folds[j] in PARTICLES and j + 1 < len(words) and words.joins[j] and _strange(view, j + 1)
        if not (_strange(view, j) or particle or said[words.folds[j]] >= _OFTEN):
            break
        j += 1
    known = any(gazetteer.names.get(words.folds[k]) for k in range(i, j))
    if j - i < 2 or known or words.folds[i] in gazetteer.demonyms:  # noqa: PLR2004 a given name and a surname
        return None, i + 1
    return Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.6, kind=Kind.PERSON, tag="PER"), j


def _body(view: View, i: int) -> tuple[Span | None, int]:
    """Read a body's name that begins with an adjective such as NATIONAL and ends with a word such as COUNCIL."""
    words = view.words
    if words.folds[i] not in _OPENERS:
        return None, i + 1
    j = i + 1
    last = 0
    while j < len(words) and words.joins[j - 1] and j - i < 2 * _LONGEST:
        if words.folds[j] in _SMALL or words.folds[j] in SAYING:
            break
        if words.folds[j] in _BODIES:
            last = j + 1
            break
        if words.folds[j] in LINKS:
            break
        j += 1
    if not last:
        return None, i + 1
    if last + 1 < len(words) and words.folds[last] == "for" and words.joins[last - 1]:
        last = _complement(view, last)
    kind = kind_by_words(words.folds[i:last])
    return Span(words.starts[i], words.ends[last - 1], Method.RULE, 0.6, kind=kind or Kind.AGENCY), last


def _complement(view: View, j: int) -> int:
    """Return where `FOR COOPERATIVE EDUCATION` ends."""
    words = view.words
    k = j + 1
    while k < len(words) and words.joins[k - 1] and words.gap(k - 1) == " " and k - j < _LONGEST:
        if words.folds[k] in _STOPS:
            break
        k += 1
    return k if k > j + 1 else j
