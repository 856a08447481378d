"""Acronyms that a document defines itself: `Mexican Navy (SEMAR)`, `ODC (Office of Defense Coordination)`."""

import re

from graph.mention import Method
from loaders.names.body_words import is_body, is_thing
from loaders.names.lexicon import COMMON, FUNCTION, LINKS, MARKINGS
from loaders.names.span import Span
from loaders.names.view import View

_BRACKETED = re.compile(r"\(\s?[\"“”']?([A-Z][A-Za-z]{1,9}(?:[-/&][A-Z]{1,5})?)s?[\"“”']?\s?\)")
_SKIPPED = frozenset(["of", "the", "and", "for", "de", "la", "y", "del", "los", "las", "in", "on", "to", "&"])
_LONGEST = 9
_CAPITALS = 2


def defined_acronyms(view: View) -> list[tuple[int, int]]:
    """Return the places of acronyms that stand in brackets after something they may abbreviate."""
    return [
        match.span(1)
        for match in _BRACKETED.finditer(view.shown)
        if match.group(1).casefold() not in MARKINGS and sum(c.isupper() for c in match.group(1)) >= _CAPITALS
    ]


def abbreviates(acronym: str, words: list[str]) -> bool:
    """Whether the letters of `acronym` are the initials of `words`, small words skipped or not.

    >>> abbreviates("ODC", ["Office", "of", "Defense", "Coordination"])
    True
    """
    letters = [c.casefold() for c in acronym if c.isalpha()]
    every = [w[0].casefold() for w in words if w]
    heavy = [w[0].casefold() for w in words if w and w.casefold() not in _SKIPPED]
    return letters in (every, heavy)


def is_plural(text: str) -> bool:
    """Whether an acronym is written in the plural, as only common nouns are.

    >>> is_plural("SOEs"), is_plural("SEDENA")
    (True, False)
    """
    return text[-1:] == "s" and text[:-1].isupper() and len(text) > _CAPITALS


def _nobody(folds: list[str]) -> bool:
    """Whether what an acronym spells out is no name: a role, a thing, or ordinary words of which none is a body's."""
    return is_thing(folds) or (not is_body(folds) and all(f in COMMON or f in LINKS for f in folds))


def common_acronyms(view: View) -> frozenset[str]:
    """Return the acronyms that the document defines for common nouns (`drug trafficking organization (DTO)`) and for
    laws or programmes, which are no names of anyone.
    """
    words = view.words
    found: set[str] = set()
    for start, end in defined_acronyms(view):
        acronym = view.shown[start:end]
        if is_plural(acronym) and not view.gazetteer.meanings(acronym[:-1]):
            found |= {acronym, acronym[:-1]}
            continue
        j = words.before(start) + 1
        for i in range(j - 2, max(j - 1 - _LONGEST, -1), -1):
            if not all(words.joins[i : j - 1]):
                break
            if abbreviates(acronym, words.texts[i:j]):
                if words.texts[j - 1].islower() or _nobody(words.folds[i:j]):
                    found.add(acronym)
                break
    return frozenset(found)


def recognise_acronyms(view: View) -> list[Span]:
    """Return the full names that acronyms in brackets spell out by their initials, and those acronyms."""
    words = view.words
    spans: list[Span] = []
    for start, end in defined_acronyms(view):
        acronym = view.shown[start:end]
        j = words.before(start) + 1
        for i in range(j - 2, max(j - 1 - _LONGEST, -1), -1):
            if not all(words.joins[i : j - 1]):
                break
            if (
                words.texts[i][0].isupper()
                and words.folds[i] not in FUNCTION
                and abbreviates(acronym, words.texts[i:j])
            ):
                if _nobody(words.folds[i:j]):
                    break
                spans.append(Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.9))
                spans.append(Span(start, end, Method.RULE, 0.9))
                break
    return spans
