"""What a name's own words say of its kind."""

from graph.entity import Kind
from loaders.names.lexicon import (
    AGENCY_HEADS,
    AGENCY_WORDS,
    CARTEL_WORDS,
    JOBS,
    LEADING_BODIES,
    NOT_BODIES,
    ORGANIZATION_WORDS,
    PLACE_HEADS,
    PLACE_WORDS,
    TITLES,
)

_MINISTRIES = frozenset(["ministry", "secretariat", "bureau", "department"])
_BODIES = AGENCY_WORDS | AGENCY_HEADS | ORGANIZATION_WORDS | CARTEL_WORDS


def kind_by_words(folds: list[str]) -> Kind | None:
    """Return the kind that the folded words of a name of two or more words tell; None where they tell nothing.

    >>> kind_by_words(["gulf", "cartel"]), kind_by_words(["ministry", "of", "health"])
    (<Kind.CARTEL: 'cartel'>, <Kind.AGENCY: 'agency'>)
    """
    if len(folds) == 1:
        return None
    first, last = folds[0], folds[head_of(folds)]
    if last in CARTEL_WORDS:
        return Kind.CARTEL
    if first in AGENCY_WORDS or last in AGENCY_WORDS or last in AGENCY_HEADS or not _MINISTRIES.isdisjoint(folds):
        return Kind.AGENCY
    if last in ORGANIZATION_WORDS or first in ORGANIZATION_WORDS:
        return Kind.ORGANIZATION
    last = folds[-1]
    return Kind.PLACE if last in PLACE_WORDS or first in PLACE_HEADS else None


def head_of(folds: list[str]) -> int:
    """Return the index of the noun that a name is about: the one before `of` or `for`, else the last word."""
    for k in range(1, len(folds)):
        if folds[k] in {"of", "for", "on", "against", "in"}:
            return k - 1
    return len(folds) - 1


def is_body(folds: list[str]) -> bool:
    """Whether the noun that a name is about is a body's (`National Institute of Standards`, `Banco de Occidente`)."""
    return folds[head_of(folds)] in _BODIES or (folds[0] in LEADING_BODIES and len(folds) > 1)


def is_thing(folds: list[str]) -> bool:
    """Whether a name of several words is a role's or a thing's, and nobody's: a law, a programme, a weapon.

    >>> is_thing(["memorandum", "of", "understanding"]), is_thing(["deputy", "chief", "of", "staff"])
    (True, True)
    >>> is_thing(["national", "institute", "of", "standards"]), is_thing(["joint", "chiefs", "of", "staff"])
    (False, False)
    """
    head = folds[head_of(folds)]
    if is_body(folds):
        return False
    return head in NOT_BODIES or (folds[-1] in NOT_BODIES and len(folds) > 1) or head in TITLES or head in JOBS
