"""How alike two entities' names are, and why, in words.

A likeness is between 0 and 1. One below `ENOUGH` says too little by itself (a bare surname, an acronym): only together
with what stands around both names is it worth a look.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from graph.name import fold, slug
from loaders.review.known import Known
from loaders.review.spelling import body_words, nicknames, one_slip_apart, person_words

ENOUGH = 0.6
BARE = 0.4
"""The likeness of a bare surname or an acronym to the name that it may stand for."""
_RATIO = 90
_LONG = 8
_ACRONYM = range(2, 8)
_WORD = 3
_SURE = 0.8
"""The likeness of two words from which on they tell something; an initial tells nothing by itself."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, the reasons in words, and whether they are one but for accents, order, small words."""

    score: float
    reasons: tuple[str, ...]
    exact: bool = False


def likeness(a: Known, b: Known) -> Likeness | None:
    """Compare two entities by their names, and the name of each with the other's aliases.

    None where nothing speaks for their being one.
    """
    if a.listed and b.listed:
        return None
    if a.family != b.family:
        same = fold(a.name) == fold(b.name) and len(a.name) >= _LONG
        reason = f"one name, read as {_article(a.kind)} and as {_article(b.kind)}"
        return Likeness(ENOUGH, (reason,)) if same else None
    both = [(a.name, other) for other in b.names] + [(alias, b.name) for alias in a.names[1:]]
    if a.family != "people" and a.name == b.name and all(e.id.startswith(f"{slug(e.name)}-") for e in (a, b)):
        return Likeness(BARE, (f"both are called {a.name}, an ordinary name that several may have",))
    if a.family == "people":
        found = [_people(one, other) for one, other in both]
    else:
        found = [_bodies(one, other, a.family) for one, other in both]
    best = max((each for each in found if each), key=lambda each: each.score, default=None)
    if best is None or a.kind == b.kind or a.family != "people":
        return best
    return replace(best, reasons=(*best.reasons, f"one is read as {_article(a.kind)}, one as {_article(b.kind)}"))


def _people(one: str, other: str) -> Likeness | None:
    """Compare two people's names: each word of the shorter must be a word of the longer, or short for it."""
    short, long = sorted((person_words(one), person_words(other)), key=len)
    if not short or len(short[-1]) < _WORD:
        return None
    left = list(long)
    weights, reasons = [], []
    for word in sorted(short, key=len, reverse=True):
        match = max(((_alike(word, w), w) for w in left), key=lambda pair: pair[0][0], default=None)
        if match is None or not match[0][0]:
            return None
        (weight, reason), matched = match
        left.remove(matched)
        weights.append(weight)
        if reason:
            reasons.append(reason)
    sure = sum(weight >= _SURE for weight in weights)
    if not sure:
        return None
    if len(short) == 1:
        bare = min(one, other, key=lambda name: len(person_words(name)))
        return Likeness(BARE, (*reasons, f"{bare} is one name only" if len(long) > 1 else f"both are {bare}"))
    score = sum(weights) / len(weights) * (0.88 if left else 0.95) * (1 if sure > 1 else 0.85)
    if left and any("slip" in reason for reason in reasons):
        score *= 0.75  # words that differ and words too many: each alone is common, both at once are two people's
    exact = not reasons and not left and sure > 1
    if not reasons and not left:
        reasons = [f"{one} and {other} are one name but for accents, order or small words"]
    elif left:
        rest = " ".join(word.capitalize() for word in left)
        reasons.append(f"one has {rest} more")
    return Likeness(score, tuple(reasons), exact)


def _alike(a: str, b: str) -> tuple[float, str]:
    if a == b:
        return (1.0, "") if len(a) > 1 else (0.5, "")
    if len(a) == 1 or len(b) == 1:
        initial, word = sorted((a, b), key=len)
        return (0.65, f"{initial.upper()}. may stand for {word.capitalize()}") if a[0] == b[0] else (0.0, "")
    if nicknames(a) & nicknames(b):
        return 0.85, f"{a.capitalize()} and {b.capitalize()} are one given name"
    if one_slip_apart(a, b):
        return 0.85, f"{a.capitalize()} and {b.capitalize()} differ by a slip"
    return 0.0, ""


def _bodies(one: str, other: str, family: str) -> Likeness | None:
    a, b = body_words(one), body_words(other)
    if a == b:
        if len(a) == 1 and len(one) in _ACRONYM and one.isupper():
            return Likeness(BARE, (f"both are {one}",))
        return Likeness(0.9, (f"{one} and {other} are one name but for small words",), len(a) > 1)
    for short, words, full in ((one, b, other), (other, a, one)):
        if short.isupper() and len(short) in _ACRONYM and len(words) > 1 and _initials(words) == short.casefold():
            return Likeness(BARE, (f"{short} are the initials of {full}",))
    ratio = fuzz.ratio(" ".join(sorted(a)), " ".join(sorted(b)))
    if ratio < _RATIO or min(len(one), len(other)) < _LONG or _digits(a) != _digits(b) or not _words_pair(a, b):
        return None
    score = ratio / 100 * (0.85 if family != "place" else 0.75)
    return Likeness(score, (f"{one} and {other} differ by a slip or an ending",))


def _words_pair(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether every word of one has its like among the other's: North and South are letters apart, and worlds."""
    if len(a) != len(b):
        return "".join(sorted(a)) == "".join(sorted(b)) or "".join(a) == "".join(b)
    left = list(b)
    for word in a:
        match = next((w for w in left if w == word), None) or next(
            (w for w in left if one_slip_apart(word, w) or (min(len(w), len(word)) >= _LONG and word[:6] == w[:6])),
            None,
        )
        if match is None:
            return False
        left.remove(match)
    return True


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _digits(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if any(c.isdigit() for c in word))


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
