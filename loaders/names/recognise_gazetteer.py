"""Names that the gazetteer knows, where they stand in the text."""

from collections.abc import Sequence

from graph.entity import PEOPLE, Kind
from graph.mention import Method
from loaders.names.known import Name, Strength
from loaders.names.lexicon import AGENCY_WORDS, CARTEL_WORDS, COMMON, GROUP_WORDS, PARTICLES
from loaders.names.recognise_institutions import is_government, stands_alone
from loaders.names.span import Span
from loaders.names.trim import title_length
from loaders.names.view import View
from loaders.names.words import Words

_STRONG, _WEAK = 0.95, 0.4
_COMMON_HEADS = frozenset(
    ["forces", "troops", "soldiers", "officials", "authorities", "marines", "personnel", "secretary"]
)
"""Last words that make a phrase a common noun when they are written small: `U.S. forces`."""
_ATTRIBUTES = frozenset(["military", "army", "navy", "marines", "embassy", "secretary"])
"""Last words of names that are mere attributes before a noun: `U.S. military training`."""
_GROUP_NOUNS = GROUP_WORDS - CARTEL_WORDS
"""Nouns after a group's name that belong to it only in capitals: `Beltran Leyva brothers`."""


def recognise_gazetteer(view: View) -> list[Span]:
    """Return the places of known names; of a weak name the document must say more."""
    spans: list[Span] = []
    end = 0
    for i, j, names in view.gazetteer.matches(view.words):
        if i < end and j <= end:
            continue
        span = _match(view, i, j, names)
        if span is not None:
            spans.append(span)
            end = end if span.weak else view.words.before(span.end) + 1
    return spans


def _match(view: View, i: int, j: int, names: list[Name]) -> Span | None:
    words = view.words
    if _is_attribute(view, i, j, names) or " ".join(words.folds[i:j]) in view.gazetteer.never:
        return None
    if all(n.known.kind in PEOPLE for n in names):
        i += min(title_length(words, i, j), j - i - 1)
    if j - i == 1 and (len(words.folds[i]) == 1 or is_government(words.texts[i]) or words.gap(i).startswith("$")):
        return None
    strong = [n for n in names if n.strength > Strength.WEAK]
    if not _written_as_name(view, i, j, strong or names):
        return None
    if not strong:
        return Span(words.starts[i], words.ends[j - 1], Method.GAZETTEER, _WEAK, names=tuple(names))
    j = _own_end(view, i, j, strong)
    kind = strong[0].known.kind if len({n.known.kind for n in strong}) == 1 else None
    return Span(words.starts[i], words.ends[j - 1], Method.GAZETTEER, _STRONG, kind=kind, names=tuple(names))


def _is_attribute(view: View, i: int, j: int, names: list[Name]) -> bool:
    """Whether the words are a common noun, an attribute before one, or a title rather than the agency's name."""
    words = view.words
    last = words.folds[j - 1]
    if last in _COMMON_HEADS and not words.texts[j - 1][0].isupper():
        return True
    if last in _ATTRIBUTES and not stands_alone(view, j):
        return True
    agency = any(n.known.kind == Kind.AGENCY for n in names)
    return agency and last not in AGENCY_WORDS and title_length(words, i, j) > 0


def _own_end(view: View, i: int, j: int, names: Sequence[Name]) -> int:
    """Return where a name itself ends, before the region of a place and the common noun of a group."""
    words = view.words
    j = _without_region(view, i, j, names)
    while j - i > 1 and words.texts[j - 1].islower() and words.folds[j - 1] in _GROUP_NOUNS:
        j -= 1
    return j


def _without_region(view: View, i: int, j: int, names: Sequence[Name]) -> int:
    """Return where a place's own name ends: `Laredo, Texas` names two places, `Washington, D.C.` one."""
    words = view.words
    if all(n.known.kind == Kind.PLACE for n in names) and words.folds[j - 1] != "dc":
        for k in range(i, j - 1):
            if "," in words.gap(k):
                return k + 1
    return j


def _written_as_name(view: View, i: int, j: int, names: Sequence[Name]) -> bool:
    """Whether the words are written as a name: with a capital, and in all-capital text more than an ordinary word."""
    words = view.words
    if not words.texts[i][0].isupper() and not (words.folds[i] in PARTICLES and _capital_within(words, i + 1, j)):
        return words.texts[i][0].isdigit() and _capital_within(words, i + 1, j)
    if view.all_caps(words.starts[i]) and j - i == 1:
        fold = words.folds[i]
        acronym = all(n.writing for n in names)
        return not (acronym and fold in COMMON) or "." in words.texts[i]
    if j - i == 1 and words.first[i] and words.folds[i] in view.lower and not words.texts[i].isupper():
        return all(n.known.kind not in PEOPLE for n in names) and words.folds[i] not in COMMON
    return True


def _capital_within(words: Words, i: int, j: int) -> bool:
    return any(t[0].isupper() for t in words.texts[i:j])
