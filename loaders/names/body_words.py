"""What a name's own words say of its kind."""

from graph.entity import Kind
from loaders.names.lexicon import AGENCY_WORDS, CARTEL_WORDS, ORGANIZATION_WORDS, PLACE_WORDS

_MINISTRIES = frozenset(["ministry", "secretariat", "bureau", "department"])
_PLACES = frozenset(["lake", "mount", "river", "fort", "port", "lago", "rio", "san", "santa", "camp"])


def kind_by_words(folds: list[str]) -> Kind | None:
    """Return the kind that the folded words of a name of two or more words tell; None where they tell nothing.

    >>> kind_by_words(["gulf", "cartel"]), kind_by_words(["ministry", "of", "health"])
    (<Kind.CARTEL: 'cartel'>, <Kind.AGENCY: 'agency'>)
    """
    if len(folds) == 1:
        return None
    first, last = folds[0], folds[_head(folds)]
    if last in CARTEL_WORDS:
        return Kind.CARTEL
    if first in AGENCY_WORDS or last in AGENCY_WORDS or not _MINISTRIES.isdisjoint(folds):
        return Kind.AGENCY
    if last in ORGANIZATION_WORDS or first in ORGANIZATION_WORDS:
        return Kind.ORGANIZATION
    last = folds[-1]
    return Kind.PLACE if last in PLACE_WORDS or first in _PLACES else None


def _head(folds: list[str]) -> int:
    """Return the index of the noun that a name is about: the one before `of` or `for`, else the last word."""
    for k in range(1, len(folds)):
        if folds[k] in {"of", "for"}:
            return k - 1
    return len(folds) - 1
