"""The machine tagger's brackets, repaired: cut to the name, split where two names stand in one, or thrown away."""

import re
from collections.abc import Iterator

from graph.entity import Kind
from graph.mention import Method
from loaders.names.body_words import is_body
from loaders.names.capitals import from_given, person_within
from loaders.names.families import is_family
from loaders.names.known import Strength
from loaders.names.lexicon import (
    ADJECTIVES,
    AGENCY_WORDS,
    COMMON,
    FORCES,
    FUNCTION,
    GIVEN,
    JOBS,
    LINKS,
    MARKINGS,
    MONTHS,
    NO_NAMES,
    NOT_BODIES,
    OFFICIAL_TITLES,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    TITLE_PREFIX,
    TITLES,
)
from loaders.names.span import Span
from loaders.names.trim import SLASHED_TITLES, after_portfolio, completes_title, name_after_title, trim_name
from loaders.names.view import View
from loaders.reading import Finding

_REDACTED = re.compile(r"X{4,}", re.IGNORECASE)
_CUT = re.compile(r"classified|reason|:|/{2}|\bdecl\b|summary|comment|\bref\b", re.IGNORECASE)
_MINISTERS = frozenset(["mod", "moi", "moj", "mof", "moh", "mfa"])
"""Ministries by acronym, which before a name stand for their minister (`MOD Santos`)."""
_BESIDE = COMMON | NO_NAMES | ADJECTIVES | TITLE_PREFIX
_BEFORE_PERSON = _BESIDE | TITLES | JOBS
_HEAD_AND_OF = 2
_BODIES = AGENCY_WORDS | ORGANIZATION_WORDS | PLACE_WORDS


def recognise_tags(view: View) -> list[Span]:
    """Return the names in the tagger's brackets. A tag is a suspicion: its type is kept only as a hint."""
    spans: list[Span] = []
    for finding in view.reading.findings:
        if finding.method == Method.TAG:
            spans.extend(_repair(view, finding))
    return spans


def _beside_known(view: View, i: int, j: int) -> bool:
    """Whether a known name in the tag has nothing but ordinary words beside it (`Unhappy China`, `FBI Cooperation`)."""
    words, names = view.words, view.gazetteer.names
    if j - i == 1 or not _BODIES.isdisjoint(words.folds[i:j]):
        return False
    for a in range(i, j):
        for b in range(j, a, -1):
            if b - a == j - i or not any(n.strength > Strength.WEAK for n in names.get(" ".join(words.folds[a:b]), ())):
                continue
            rest = words.folds[i:a] + words.folds[b:j]
            if all(f in _BESIDE or any(n.strength for n in names.get(f, ())) for f in rest):
                return True
    return False


def _is_attribute_of_title(view: View, i: int, j: int) -> bool:
    """Whether one ordinary word only belongs to the title after it (`Defense Minister`)."""
    words = view.words
    return (
        j - i == 1
        and j < len(words)
        and words.joins[i]
        and words.folds[j] in TITLES
        and (words.folds[i] in TITLE_PREFIX or words.folds[i] in COMMON)
    )


def _repair(view: View, finding: Finding) -> Iterator[Span]:
    words, text = view.words, view.shown[finding.start : finding.end]
    if _REDACTED.search(text):
        return
    i = words.before(finding.start) + 1
    cut = _CUT.search(text)
    j = words.before(finding.start + cut.start() if cut else finding.end) + 1
    if i < j and words.starts[i] < finding.start - 1:
        i += 1
    pair = list(_pair(view, i, j, finding.tag)) or list(_office_and_person(view, i, j))
    yield from pair
    if pair or finding.tag == "MISC" or " ".join(words.folds[i:j]) in FORCES:
        return
    i, j = trim_name(view, i, j)
    while j - i > 1 and words.texts[i].islower() and words.folds[i] in COMMON and words.gap(i) != "-":
        i += 1
    i = _with_head(view, i, j)
    while j - i > 1 and words.texts[j - 1].islower() and not view.gazetteer.meanings(text):
        j -= 1
    if j - i > 1 and words.folds[i] in _MINISTERS:
        i += 1
    k = 0 if finding.tag == "PER" else person_within(view, i, j)
    if k:
        yield Span(words.starts[k], words.ends[j - 1], Method.TAG, 0.7, tag="PER")
        j = k
        while i < j and words.folds[j - 1] in _BEFORE_PERSON:
            j -= 1
    yield from _without_title(view, i, j, finding.tag)


def _without_title(view: View, i: int, j: int, tag: str) -> Iterator[Span]:
    """Propose the name that is left at the words `i:j` when title and portfolio are taken off."""
    if i >= j:  # nothing but small words, and maybe no word behind them
        return
    portfolio = after_portfolio(view, i, j)
    tag = "PER" if portfolio > i else tag
    i = name_after_title(view, portfolio, j, person=tag == "PER")
    i = from_given(view, i, j) if tag == "PER" else i
    if i < j and _is_name(view, i, j, tag):
        yield Span(view.words.starts[i], view.words.ends[j - 1], Method.TAG, 0.7, tag=tag)


def _with_head(view: View, i: int, j: int) -> int:
    """Return where a body's name begins whose head the tagger left out (`Ministry of [ORG Interior]`)."""
    words = view.words
    k = i - 1 if i and words.folds[i - 1] == "the" else i
    if i >= j or k < _HEAD_AND_OF or words.folds[k - 1] not in {"of", "for"} or not all(words.joins[k - 2 : i]):
        return i
    head = words.folds[k - 2]
    return k - 2 if head in AGENCY_WORDS and head not in TITLES and words.texts[k - 2][0].isupper() else i


def _pair(view: View, i: int, j: int, tag: str) -> Iterator[Span]:
    """Yield both names of a hyphenated or slashed pair (`USG-GOM`, `Sinaloa-Beltran Leyva`), if both are names."""
    words = view.words
    for k in range(i, j - 1):
        if words.gap(k) not in {"-", "/", " - "}:
            continue
        halves = ((i, k + 1), (k + 1, j))
        if all(_known_whole(view, a, b) for a, b in halves):
            for a, b in halves:
                yield Span(words.starts[a], words.ends[b - 1], Method.TAG, 0.8, tag=tag if tag != "MISC" else "")
            return


def _office_and_person(view: View, i: int, j: int) -> Iterator[Span]:
    """Yield the office and the person of a tag that holds both with a title between (`NEA A/S Welch`)."""
    words = view.words
    for k in range(i + 1, j - 1):
        slashed = words.gap(k) == "/" and k + 1 < j - 1 and (words.folds[k], words.folds[k + 1]) in SLASHED_TITLES
        after = k + 2 if slashed else k + 1
        if (
            not (slashed or words.folds[k] in OFFICIAL_TITLES)
            or words.folds[after] in LINKS
            or words.folds[after] in TITLES
        ):
            continue
        if all(f in COMMON for f in words.folds[after:j]) or words.folds[i] in GIVEN:
            return
        text = view.shown[words.starts[i] : words.ends[k - 1]]
        if any(n.strength > Strength.WEAK for n in view.gazetteer.meanings(text)):
            yield Span(words.starts[i], words.ends[k - 1], Method.TAG, 0.8, tag="ORG")
        yield Span(words.starts[after], words.ends[j - 1], Method.TAG, 0.8, kind=Kind.OFFICIAL, tag="PER")
        return


def _known_whole(view: View, i: int, j: int) -> bool:
    words = view.words
    text = view.shown[words.starts[i] : words.ends[j - 1]]
    return bool(view.gazetteer.meanings(text)) and words.folds[i] not in view.gazetteer.demonyms


def _is_name(view: View, i: int, j: int, tag: str) -> bool:
    words, gazetteer = view.words, view.gazetteer
    folds = words.folds[i:j]
    text = view.shown[words.starts[i] : words.ends[j - 1]]
    if _is_none(view, i, j, tag) or " ".join(folds) in gazetteer.never:
        return False
    names = gazetteer.meanings(text)
    if names:
        return text[0].isupper() or any(n.strength > Strength.WEAK for n in names)
    if not any(t[0].isupper() for t in words.texts[i:j]) or _beside_known(view, i, j) or _in_title(view, i, j):
        return False
    if view.all_caps(words.starts[i]):
        return _is_shouted_name(folds, tag)
    if len(folds) == 1:
        return not (folds[0] in COMMON and (words.first[i] or folds[0] in view.lower))
    return folds[-1] not in NOT_BODIES or is_body(folds)


def _in_title(view: View, i: int, j: int) -> bool:
    """Whether the words are ordinary ones of a title (`Keep Your Oil Equipment Away`)."""
    folds = view.words.folds[i:j]
    ordinary = j - i > 1 and view.titled(view.words.starts[i]) and not is_body(folds)
    return ordinary and all(f in COMMON or f in LINKS for f in folds)


def _is_none(view: View, i: int, j: int, tag: str) -> bool:
    """Whether the words are a marking, a role, a month, a people, a title's portfolio."""
    words = view.words
    folds = words.folds[i:j]
    if len(folds) == 1:
        fold = folds[0]
        people = fold in view.gazetteer.demonyms or fold in ADJECTIVES or is_family(view, fold)
        if people or fold in NO_NAMES or fold in FUNCTION or len(fold) == 1 or fold.removesuffix("s") in TITLES:
            return True
    if words.folds[i] in MONTHS or _is_attribute_of_title(view, i, j) or completes_title(view, i, j):
        return True
    if len(folds) > 1 and _is_role(folds, tag):
        return True
    return all(f in MARKINGS or f.isdigit() or f in TITLES or f in FUNCTION for f in folds)


def _is_role(folds: list[str], tag: str) -> bool:
    """Whether several words are a role (`Army Inspector General`), or common words tagged as a person."""
    last = folds[-1]
    if last in OFFICIAL_TITLES:
        return tag != "PER"
    if last not in TITLES and last.removesuffix("s") in OFFICIAL_TITLES:
        return True
    return tag == "PER" and folds[0] not in GIVEN and all(f in COMMON or len(f) == 1 for f in folds)


def _is_shouted_name(folds: list[str], tag: str) -> bool:
    """Whether words of an all-capital line are a name: capitals tell nothing, so ordinary words are none."""
    if tag == "PER" and folds[0] in GIVEN:
        return True
    if len(folds) > 1 and tag != "PER" and any(f in COMMON for f in folds) and _BODIES.isdisjoint(folds):
        return False
    return not all(f in COMMON or f in FUNCTION for f in folds)
