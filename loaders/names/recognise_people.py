"""Rules for people: a nickname inside a name, a name after a title, a given name with a surname."""

import re

from graph.document import DocumentKind
from graph.entity import Kind
from graph.mention import Method
from graph.passage import Part
from loaders.names.lexicon import (
    ADJECTIVES,
    AGENCY_WORDS,
    COMMON,
    FUNCTION,
    GIVEN,
    MARKINGS,
    MONTHS,
    NEUTRAL_TITLES,
    NO_NAMES,
    NOT_BODIES,
    OFFICIAL_TITLES,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    SAYING,
    SURNAMES,
    TITLES,
)
from loaders.names.span import Span
from loaders.names.spelling import FULL
from loaders.names.trim import cut_title
from loaders.names.view import View

_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w.'’-]{0,40}"  # no name is longer, and a line of dots or dashes would take its square
_NICKNAMED = re.compile(
    rf"\b({_CAPITAL}(?: {_CAPITAL}){{0,2}}) [\"“'‘(]{{1,2}}([A-ZÁÉÍÓÚÑ][\w'. -]{{1,24}}?)[\"”'’)]{{1,2}}"
    rf" ({_CAPITAL}(?: (?:(?:de la|de|del|y) )?{_CAPITAL}){{0,2}})"
)
_ADDRESS_BOOK = re.compile(rf"({_CAPITAL}, (?P<given>[A-Z][a-z]+)(?: [A-Z])?)(?=\s?[<\[;]|\n)")
_NO_SURNAME = (
    FUNCTION
    | (SAYING - {"is", "has"})
    | {"room", "rooms", "building", "airport", "school"}
    | MARKINGS
    | MONTHS
    | AGENCY_WORDS
    | PLACE_WORDS
    | (ORGANIZATION_WORDS - {"post", "church", "news"})
    | (NOT_BODIES - {"day", "bill", "law", "call", "cup", "pact", "prize", "room", "tour", "war", "spring", "week"})
) - PARTICLES
_GREETINGS = frozenset(
    ["best", "thanks", "regards", "cheers", "thx", "sincerely", "hi", "hey", "hello", "dear", "love", "ok"]
)
"""What a mail closes with before its sender's given name (`Best, Philippe`)."""
_FIELDS = frozenset(["dob", "pob", "dpob", "course", "unit", "rank"])
"""Words of a form after a name."""
_LONGEST = 5
_INITIALS, _ACRONYM = 2, 4
_NO_PERSON = (AGENCY_WORDS | PLACE_WORDS | ORGANIZATION_WORDS | NOT_BODIES) - {"post", "news", "times"}
_ENGLISH = (
    "ship", "tion", "tions", "ment", "ments", "ness", "ings", "ity",
    "ities", "ance", "ence", "ism", "able", "ally",
)  # fmt: skip
_WEAK_TITLES = frozenset(
    [
        "officer",
        "agent",
        "chief",
        "general",
        "assistant",
        "special",
        "head",
        "director",
        "deputy",
        "major",
        "leader",
        "editor",
        "captain",
        "fiscal",
    ]
)
"""Titles that ordinary capitalised words follow as often as names do (`General Officer Announcements`)."""


def recognise_people(view: View) -> list[Span]:
    """Return people found by the shape of their names and the titles before them."""
    spans = [*_nicknamed(view), *_surname_first(view)]
    words = view.words
    i, total = 0, len(words)
    while i < total:
        if not words.texts[i][0].isupper() or words.folds[i] in ADJECTIVES:
            i += 1
            continue
        fold = words.folds[i]
        after_title = (
            i > 0 and words.joins[i - 1] and words.folds[i - 1] in TITLES and words.gap(i - 1) in {" ", ". ", "  "}
        )
        given = fold in GIVEN or (len(fold) == 1 and words.text[words.ends[i] : words.ends[i] + 1] == ".")
        if (
            not (after_title or given)
            or fold in TITLES
            or cut_title(words, i, i + 2)
            or (given and _opens_place(view, i))
        ):
            i += 1
            continue
        j = name_end(view, i)
        if after_title and _titled(view, i, j, caps=view.all_caps(words.starts[i])):
            title = words.folds[i - 1]
            kind = Kind.OFFICIAL if title in OFFICIAL_TITLES else Kind.PERSON if title in NEUTRAL_TITLES else None
            spans.append(Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.85, kind=kind, tag="PER"))
            i = j
        elif given and not _goes_on(view, i, j) and j - i >= FULL and _full(view, i, j):
            spans.append(Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.75, tag="PER"))
            i = j
        else:
            i += 1
    return spans


def _opens_place(view: View, i: int) -> bool:
    """Whether word i opens a country's, a people's or a town's name of two words (`Costa Rican`, `Abu Dhabi`)."""
    words, gazetteer = view.words, view.gazetteer
    if i + 1 >= len(words) or not words.joins[i]:
        return False
    two = f"{words.folds[i]} {words.folds[i + 1]}"
    if two in gazetteer.demonyms or two in PLACES:
        return True
    return any(n.known.kind == Kind.PLACE and n.strength for n in gazetteer.names.get(two, ()))


def _goes_on(view: View, i: int, j: int) -> bool:
    """Whether the words beside a name make something else of it (`Benjamin Franklin Room`, `Sao Paulo State`)."""
    words = view.words
    if i and any(n.strength for n in view.gazetteer.names.get(f"{words.folds[i - 1]} {words.folds[i]}", ())):
        return True
    if j >= len(words) or not words.joins[j - 1] or not words.texts[j][0].isupper():
        return False
    return words.folds[j] in _NO_PERSON


def _nicknamed(view: View) -> list[Span]:
    spans = []
    for match in _NICKNAMED.finditer(view.shown):
        first = view.words.folds[view.words.before(match.end(1))]
        i = view.words.before(match.start()) + 1
        while (
            i < len(view.words)
            and view.words.starts[i] < match.end(1)
            and (view.words.folds[i] in TITLES or view.words.folds[i] in FUNCTION)
        ):
            i += 1
        head = view.words.folds[i]
        if head in GIVEN or first in GIVEN:
            spans.append(Span(view.words.starts[i], match.end(), Method.RULE, 0.95, tag="PER"))
    return spans


def _surname_first(view: View) -> list[Span]:
    """Return names as address books write them (`Schwerin, Daniel B <`), in mail headers too broken to read."""
    if view.reading.document.kind == DocumentKind.CABLE:
        return []
    return [
        Span(*match.span(1), Method.RULE, 0.9, tag="PER")
        for match in _ADDRESS_BOOK.finditer(view.shown)
        if match["given"].casefold() in GIVEN and match[1].split(",")[0].casefold() not in _GREETINGS
    ]


def name_end(view: View, i: int) -> int:
    """Return one past the last word of the personal name that begins at word i."""
    words = view.words
    caps = view.all_caps(words.starts[i])
    j = i + 1
    while j < len(words) and j - i < _LONGEST and words.joins[j - 1]:
        gap = words.gap(j - 1)
        if gap not in {" ", "  ", "-", ". ", "'", "."} or (
            gap == ". " and len(words.texts[j - 1]) > 1 and words.folds[j - 1] not in TITLES
        ):
            break
        fold, text = words.folds[j], words.texts[j]
        if fold in PARTICLES and (caps or not text.isupper()):
            end = j + 1
            while end < len(words) and words.folds[end] in PARTICLES and words.joins[end - 1]:
                end += 1
            if fold == "y" or fold in {"e", "le", "st"} or end >= len(words) or not words.joins[end - 1]:
                break
            if not words.texts[end][0].isupper() or words.folds[end] in _NO_SURNAME:
                break
            j = end + 1
            continue
        if not text[0].isupper() or fold in _NO_SURNAME or fold in TITLES or fold in view.gazetteer.demonyms:
            break
        if (caps and fold in COMMON) or fold in _FIELDS:
            break
        if not caps and len(words.texts[j - 1]) > _INITIALS and words.texts[j - 1].isupper() and not text.isupper():
            break
        j += 1
    return j


def _titled(view: View, i: int, j: int, *, caps: bool) -> bool:
    """Whether the words after a title are a person's name and no office (`Secretary of State`, `Chief Justice`)."""
    words = view.words
    if words.folds[i] in _NO_SURNAME or words.folds[i] in view.gazetteer.demonyms or not words.texts[i].isalpha():
        return "-" in view.shown[words.starts[i] : words.ends[j - 1]]
    if words.texts[i].isupper() and len(words.texts[i]) <= _ACRONYM and not caps:
        return False
    if words.folds[i - 1] in _WEAK_TITLES and all(f in COMMON for f in words.folds[i:j]):
        return False
    if caps or view.part(words.starts[i]) == Part.HEADER:
        return words.folds[i] not in COMMON
    return not (view.ordinary(i) and words.folds[i] not in GIVEN and words.folds[i] in view.lower)


def _full(view: View, i: int, j: int) -> bool:
    words = view.words
    last = words.folds[j - 1]
    if len(last) == 1 or last in PARTICLES or not words.texts[j - 1][0].isupper():
        return False
    rest = [f for f in words.folds[i + 1 : j] if f not in PARTICLES]
    if words.folds[i] in COMMON and (view.all_caps(words.starts[i]) or all(f in COMMON for f in rest)):
        return False
    if view.titled(words.starts[i]) and last not in SURNAMES and any(_plain(f) for f in rest):
        return False
    if len(words.folds[i]) == 1 and (
        last in COMMON
        or words.folds[i + 1] in view.gazetteer.demonyms
        or words.folds[i + 1] in view.gazetteer.national_words
        or " ".join(words.folds[i + 1 : j]) in view.gazetteer.demonyms
        or any(n.known.kind == Kind.PLACE for n in view.gazetteer.names.get(words.folds[i + 1], ()))
        or (j - i == FULL and last in PLACES)
        or (words.first[i] and j - i == FULL)
    ):
        return False
    return not (len(words.folds[i]) > 1 and last in NO_NAMES)


def _plain(fold: str) -> bool:
    """Whether a word is an ordinary one, or ends as English words do."""
    return fold in COMMON or fold.endswith(_ENGLISH)
