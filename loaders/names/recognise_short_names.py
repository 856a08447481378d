"""People named by one word: a relative after `brother`, a given name alone in a mail."""

import re

from graph.document import DocumentKind
from graph.entity import PEOPLE
from graph.mention import Method
from graph.passage import Part
from loaders.names.lexicon import ADJECTIVES, COMMON, FUNCTION, GIVEN, PLACES, TITLES
from loaders.names.span import Span
from loaders.names.spelling import FULL, formal, parts, spoken
from loaders.names.view import View

_SHORTEST, _SHORTEST_RELATIVE = 3, 4
_SAME = 4
"""Letters by which a surname is known again, a scanner's slips notwithstanding."""
_GREETING = re.compile(
    r"\W*(?:(?:Hi|Hey|Hello|Dear|Best(?: regards)?|Regards|(?:Many )?thanks|Thx|Thank you|Cheers|Ok|Yes|Sorry)\b\W*)?",
    re.IGNORECASE,
)
_GREETED = re.compile(r"\s*(?:[,:;.!]|--?|–|—|\Z)")
_NO_RELATIVE = COMMON | TITLES | ADJECTIVES
_KIN = frozenset(
    ["brother", "sister", "son", "daughter", "father", "mother", "cousin", "nephew", "niece", "wife", "husband"]
)


def recognise_short_names(view: View) -> list[Span]:
    """Return people whom the document calls by one name, in places where that is usual."""
    words = view.words
    mail = view.reading.document.kind == DocumentKind.EMAIL
    writers = _correspondents(view) if mail else frozenset()
    return [
        Span(words.starts[i], words.ends[i], Method.RULE, 0.6, tag="PER")
        for i, fold in enumerate(words.folds)
        if (i and words.folds[i - 1] in _KIN and _relative(view, i))
        or (mail and fold in GIVEN and words.texts[i][0].isupper() and _called_alone(view, i))
        or (writers and formal(fold) in writers and words.texts[i][0].isupper() and _addressed(view, i))
    ]


def _correspondents(view: View) -> frozenset[str]:
    """Return the given names that one sender or recipient of the thread bears, and no other."""
    bearers: dict[str, set[str]] = {}
    for finding in view.reading.findings:
        if finding.method == Method.STRUCTURE and finding.kind in PEOPLE:
            folds = parts(spoken(view.shown[finding.start : finding.end]))
            if len(folds) >= FULL and len(folds[0]) >= _SHORTEST:
                bearers.setdefault(formal(folds[0]), set()).add(folds[-1][:_SAME])
    return frozenset(given for given, families in bearers.items() if len(families) == 1)


def _addressed(view: View, i: int) -> bool:
    """Whether a correspondent's given name stands where a mail calls someone by it: alone, or beside a greeting.

    One that is no ordinary word (`David`) is a name wherever it stands alone.
    """
    words = view.words
    if view.part(words.starts[i]) != Part.BODY or words.texts[i].isupper():
        return False
    passage = view.passage(words.starts[i])
    begin = view.reading.starts[passage]
    text = view.reading.passages[passage].text
    before = text[: words.starts[i] - begin]
    after = text[words.ends[i] - begin :]
    if _GREETING.fullmatch(before) and _GREETED.match(after):
        return True
    if words.folds[i] in COMMON or words.folds[i] in view.lower:
        return False
    beside = (i > 0 and words.joins[i - 1] and words.texts[i - 1][0].isupper() and not words.first[i]) or (
        i + 1 < len(words) and words.joins[i] and words.texts[i + 1][0].isupper()
    )
    return not beside


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
