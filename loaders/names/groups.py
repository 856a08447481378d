"""Telling a criminal group from the place or the family whose name it bears."""

from collections.abc import Mapping

from graph.entity import Kind
from loaders.names.known import Known, Name, Strength
from loaders.names.lexicon import ADJECTIVES, CARTEL_WORDS, GROUP_WORDS, PLACE_WORDS
from loaders.names.span import Span
from loaders.names.view import View

_PLACE_BEFORE = frozenset(
    [
        "in",
        "from",
        "near",
        "to",
        "at",
        "throughout",
        "across",
        "state",
        "outside",
        "within",
        "born",
        "visit",
        "visited",
        "native",
    ]
)
_WITH = frozenset(["with", "against", "by", "than", "between", "and", "versus", "vs", "joined", "like"])
_FAR = 7
_OPERATIONS = frozenset(["operation", "operacion"])
_PLACES = PLACE_WORDS - {"hotel", "base", "border", "bay", "port", "square", "pass"} | frozenset(
    ["governorate", "state", "department", "city", "village", "suburb", "prison", "neighbourhood"]
)

SHORT = 3
"""Acronyms this short mean many things: those of a criminal group need its name, or another group or trafficker of
its country."""
CRIMINAL = frozenset({Kind.CARTEL, Kind.TRAFFICKER})


def letters(text: str) -> int:
    """Return the length of a name without the dots of an acronym (`B.A.` is as short as `BA`)."""
    return len(text.replace(".", ""))


def is_stray(view: View, name: Name, length: int, spelled: Mapping[str, Known]) -> bool:
    """Whether a name of `length` letters can hardly be a criminal group's in its document.

    `spelled` holds what the document names by more than a short acronym. A group that came up later is not meant.
    """
    known = name.known
    if known.kind != Kind.CARTEL:
        return False
    if name.strength < Strength.ALIAS and view.year is not None and view.year < known.years.first:
        return True
    if length > SHORT or known.id in spelled:
        return False
    rivals = (k for k in spelled.values() if k.kind in CRIMINAL)
    return length < SHORT or not any(k.country == known.country for k in rivals)


def is_phrase(view: View, span: Span, key: str) -> bool:
    """Whether a span is an operation's name or a description of groups (`Afghan DTOs`, `Dismantling DTOs`)."""
    folds = key.replace("-", " ").split()
    if not folds:
        return False
    described = folds[0] in ADJECTIVES or folds[0].endswith("ing") or "route" in folds
    if folds[-1] in {"dto", "dtos"} and described:
        return True
    if folds[0] == "anti" and folds[-1] in CARTEL_WORDS:
        return True
    i = view.words.before(span.start) + 1
    return i > 0 and view.words.folds[i - 1] in _OPERATIONS and view.words.gap(i - 1).strip() in {"", '"', "“", "'"}


def is_group(view: View, i: int, j: int, *, place: bool, rivals: bool) -> bool:
    """Whether the name at words `i:j` stands for a group.

    `place` says that it may be a place as well, `rivals` that the document names criminal groups elsewhere.
    """
    words = view.words
    if _group_word_after(view, j):
        return True
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    hyphened = words.gap(j - 1) == "-" or (i > 0 and words.gap(i - 1) == "-")
    if not place:
        return hyphened and _group_word_after(view, j + 2)
    if previous in _PLACE_BEFORE:
        return False
    return rivals and (hyphened or previous in _WITH or previous == "the")


def _group_word_after(view: View, j: int) -> bool:
    """Whether a word like `cartel` or `organizations` follows, over another name that it is shared with.

    `the Gulf and the Los Zetas organizations`, `Sinaloa-Beltran Leyva rivalry`.
    """
    words = view.words
    k = j
    while k < len(words) and k - j < _FAR and (k == j or words.joins[k - 1]):
        if not words.joins[k - 1]:
            return False
        fold, text = words.folds[k], words.texts[k]
        if fold in GROUP_WORDS or fold in CARTEL_WORDS:
            if k == j:
                return True
            return fold.endswith("s") or fold == "rivalry"
        shared = k == j and (fold in {"and", "or", "the"} or words.gap(k - 1) in {"-", "/"})
        if not (shared or (k > j and (text[0].isupper() or fold in {"and", "the", "or"}))):
            return False
        k += 1
    return False


def place_follows(view: View, j: int) -> bool:
    """Whether a small noun at word j makes a place of the name before it (`Cordoba department`)."""
    words = view.words
    return j < len(words) and words.joins[j - 1] and words.folds[j] in _PLACES and words.texts[j].islower()
