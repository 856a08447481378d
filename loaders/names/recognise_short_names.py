"""People named by one word: a relative after `brother`, a given name alone in a mail."""

from graph.document import DocumentKind
from graph.entity import PEOPLE
from graph.mention import Method
from graph.passage import Part
from loaders.names.lexicon import ADJECTIVES, COMMON, FUNCTION, GIVEN, PLACES, TITLES
from loaders.names.span import Span
from loaders.names.view import View

_SHORTEST, _SHORTEST_RELATIVE = 3, 4
_NO_RELATIVE = COMMON | TITLES | ADJECTIVES
_KIN = frozenset(
    ["brother", "sister", "son", "daughter", "father", "mother", "cousin", "nephew", "niece", "wife", "husband"]
)


def recognise_short_names(view: View) -> list[Span]:
    """Return people whom the document calls by one name, in places where that is usual."""
    words = view.words
    mail = view.reading.document.kind == DocumentKind.EMAIL
    return [
        Span(words.starts[i], words.ends[i], Method.RULE, 0.6, tag="PER")
        for i, fold in enumerate(words.folds)
        if (i and words.folds[i - 1] in _KIN and _relative(view, i))
        or (mail and fold in GIVEN and words.texts[i][0].isupper() and _called_alone(view, i))
    ]


def _relative(view: View, i: int) -> bool:
    """Whether one name alone is a relative's (`his brother, Adan`)."""
    words = view.words
    if not words.texts[i][0].isupper() or words.gap(i - 1) not in {" ", ", "} or words.folds[i] in FUNCTION:
        return False
    if i + 1 < len(words) and words.joins[i] and words.texts[i + 1][0].isupper() and not view.all_caps(words.starts[i]):
        return False
    return len(words.folds[i]) >= _SHORTEST_RELATIVE and words.folds[i] not in _NO_RELATIVE


def _called_alone(view: View, i: int) -> bool:
    """Whether a given name stands alone in a mail, where people call each other by it (`Cheryl told me`)."""
    words = view.words
    fold, text = words.folds[i], words.texts[i]
    if len(fold) < _SHORTEST or text.isupper():
        return False
    if fold in COMMON or fold in view.lower or fold in PLACES or view.part(words.starts[i]) != Part.BODY:
        return False
    if any(n.strength or n.known.kind not in PEOPLE for n in view.gazetteer.names.get(fold, ())):
        return False
    before = i > 0 and words.joins[i - 1] and words.texts[i - 1][0].isupper() and not words.first[i]
    after = i + 1 < len(words) and words.joins[i] and words.texts[i + 1][0].isupper() and words.gap(i) == " "
    return not (before and words.folds[i - 1] not in FUNCTION) and not after
