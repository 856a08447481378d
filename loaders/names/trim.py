"""Cutting a stretch of words down to the name in it."""

from loaders.names.lexicon import (
    COMMON,
    FUNCTION,
    GIVEN,
    LINKS,
    MARKINGS,
    MONTHS,
    OFFICIAL_TITLES,
    PARTICLES,
    TITLE_PREFIX,
    TITLES,
)
from loaders.names.view import View
from loaders.names.words import Words

_PORTFOLIOS = COMMON | TITLE_PREFIX | {"and", "exchequer", "treasury"}
SLASHED_TITLES = frozenset({("u", "s"), ("a", "s"), ("d", "p"), ("p", "d"), ("s", "e")})
_CUT_TITLES = frozenset({("field", "marshall"), ("dep", "sec"), ("deputy", "sec"), ("asst", "sec")})
"""Titles misspelt or shortened, whose last word alone would be a name's first."""
_REACH = 6
_LONGEST_TITLE = 8
_LONGEST_PORTFOLIO = 4
_TITLE_AND_OF, _FULL = 2, 2
_TRAILING = MARKINGS | FUNCTION | MONTHS | {"dob", "pob", "dpob"}
_LEADING = (FUNCTION | MONTHS) - PARTICLES
_JOBS = OFFICIAL_TITLES | {"spokesman", "spokeswoman", "spokesperson", "chairman", "president", "leader"}
_TITLE_NOUNS = TITLES | {"affaires", "mission", "state", "defense", "general", "envoy"}


def title_length(words: Words, i: int, j: int) -> int:
    """Return how many of the words `i:j` are titles before a name (`President`, `U/S`, `Foreign Minister`)."""
    k = i
    while k < j:
        if k + 1 < j and (words.folds[k], words.folds[k + 1]) in SLASHED_TITLES and words.gap(k) == "/":
            k += 2
        elif words.folds[k] in TITLES or (
            words.folds[k] in TITLE_PREFIX and k + 1 < j and title_length(words, k + 1, j)
        ):
            k += 1
        elif k > i and words.folds[k] in {"of", "for", "to"} and _title_within(words, k, j):
            k = _title_within(words, k, j)
        else:
            break
    return k - i


def _title_within(words: Words, k: int, j: int) -> int:
    """Return where a title's complement ends (`of State`, `of Defense`), 0 where none follows."""
    if k + 2 < j and words.folds[k + 1] in {
        "state",
        "defense",
        "finance",
        "interior",
        "justice",
        "agriculture",
        "energy",
    }:
        return k + 2
    return 0


def trim_name(view: View, i: int, j: int, *, titles: bool = True) -> tuple[int, int]:
    """Return `i:j` without articles, markings and months at its ends, and without titles before it."""
    words = view.words
    while i < j and (words.folds[i] in _LEADING or words.folds[i] in MARKINGS) and not _abbreviation(words, i):
        i += 1
    if titles:
        i += cut_title(words, i, j)
        i += title_length(words, i, j)
    while i < j and words.folds[j - 1] in _TRAILING and not _abbreviation(words, j - 1):
        j -= 1
    return i, j


def cut_title(words: Words, i: int, j: int) -> int:
    """Return 1 where word i only ends a title whose beginning stands before it (`S/E Gration`, `Field Marshall`)."""
    if j - i <= 1 or not i:
        return 0
    before, fold = words.folds[i - 1], words.folds[i]
    slashed = (before, fold) in SLASHED_TITLES and words.gap(i - 1) == "/"
    return int(slashed or (before, fold) in _CUT_TITLES)


def _abbreviation(words: Words, i: int) -> bool:
    """Whether word i is an initial or dotted abbreviation (`U.S.`, `J.`), which is no article."""
    return "." in words.texts[i] or (len(words.texts[i]) == 1 and words.text[words.ends[i] : words.ends[i] + 1] == ".")


def name_after_title(view: View, i: int, j: int, *, person: bool) -> int:
    """Return where a person's full name begins after the last title inside `i:j`, or `i`.

    The tagger runs titles and names together: `P Special Assistant Jeffrey DeLaurentis`.
    """
    words = view.words
    for k in range(j - 1, i, -1):
        if words.folds[k - 1] not in _JOBS or (k == j - 1 and words.folds[k] in TITLES):
            continue
        if (k < j - 1 and words.folds[k] in GIVEN) or (person and words.folds[k] not in _TITLE_NOUNS):
            return k
    return _after_capitals(words, i, j) if person else i


def _after_capitals(words: Words, i: int, j: int) -> int:
    """Return where a name begins after a role in capitals (`USSC LTG Dayton`), or `i`."""
    k = i
    while k < j - 1 and len(words.texts[k]) > 1 and words.texts[k].isupper() and "." not in words.texts[k]:
        k += 1
    return i if words.texts[k].isupper() else k


def after_portfolio(view: View, i: int, j: int) -> int:
    """Return where a name begins after the portfolio of the title before it, or `i`.

    `Minister of` stands before the words, `Foreign Affairs` begins them, and a name follows.
    """
    words = view.words
    b = i - 1 if i and words.folds[i - 1] == "the" else i
    if b < _TITLE_AND_OF or not words.joins[b - 1]:
        return i
    if words.folds[b - 1] not in {"of", "for"} or words.folds[b - 2] not in TITLES:
        return i
    k = i
    while k < j and (words.folds[k] in _PORTFOLIOS):
        k += 1
    return k if k > i and j - k >= _FULL else i


def title_before(words: Words, i: int) -> tuple[int, int]:
    """Return the words of the title right before word `i`, as a span of words; empty where there is none."""
    k = _before_portfolio(words, i)
    while k > 0 and words.joins[k - 1] and i - k < _LONGEST_TITLE:
        fold = words.folds[k - 1]
        if fold in TITLES or (
            k < i and (fold in TITLE_PREFIX or fold in {"of", "for", "and", "to"} or _capital(words, k - 1))
        ):
            k -= 1
        elif k > 1 and (words.folds[k - 2], fold) in SLASHED_TITLES and words.gap(k - 2) == "/":
            k -= 2
        else:
            break
    while k < i and (words.folds[k] in {"of", "for", "and", "to", "the"}):
        k += 1
    return k, i


def _before_portfolio(words: Words, i: int) -> int:
    """Return where the portfolio before word `i` begins (`of Public Security`, after a title), or `i`."""
    k = i
    while (
        k > 1
        and words.joins[k - 1]
        and i - k < _LONGEST_PORTFOLIO
        and (_capital(words, k - 1) or (k < i and words.folds[k - 1] == "and"))
    ):
        k -= 1
        if (
            words.joins[k - 1]
            and words.folds[k - 1] in {"of", "for"}
            and words.joins[k - 2]
            and words.folds[k - 2] in TITLES
        ):
            return k
    return i


def _capital(words: Words, k: int) -> bool:
    return words.texts[k][0].isupper() and words.folds[k] not in FUNCTION


def completes_title(view: View, i: int, j: int) -> bool:
    """Whether ordinary words only complete a title before them.

    `International Affairs` does in `Deputy Attorney General for Legal and International Affairs`.
    """
    words = view.words
    if not all(f in COMMON or f in LINKS for f in words.folds[i:j]):
        return False
    k = i
    while k > 0 and words.joins[k - 1] and i - k < _REACH:
        if words.folds[k - 1] in TITLES and k < i and words.folds[k] in {"of", "for", "to"}:
            return True
        if not (words.texts[k - 1][0].isupper() or words.folds[k - 1] in LINKS):
            return False
        k -= 1
    return False
