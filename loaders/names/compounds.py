"""Places and people that only make part of another name: `Geneva Conventions`, `Euro-Atlantic`, `Medvedev-Putin`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.entity import PEOPLE, Kind
from loaders.names.known import Known
from loaders.names.lexicon import GIVEN, NO_NAMES, PLACES, PREFIXES, TREATY_WORDS
from loaders.names.span import Span
from loaders.names.view import View
from loaders.names.words import fold_phrase

_HYPHENS = frozenset(["-", "‐", "/"])
_PAIR = 2
_PLURAL = re.compile(r"[A-Z]{2,}s")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \Z")
"""The first half of a British postcode, after which three letters may look like an acronym (`SW1H OBL`)."""
_CHAIR = re.compile(r"\.?(?: [A-Z][\w-]+)? ?['’]\d\d (?:University )?Professor")
"""What follows the name of who endowed a professor's chair (`Jo Poe '66 University Professor`)."""
_POSSESSIVE = re.compile(r"['’]S ")
"""A possessive inside words in capitals: a title's, not a name's."""
_BACK = 6
_LEADERS = frozenset(["President", "Prime Minister"])


def is_part(view: View, span: Span) -> bool:
    """Whether a place only begins a treaty's name (`Copenhagen Accord`) or ends an adjective (`Euro-Atlantic`)."""
    if not _is_place(view, span):
        return False
    words = view.words
    j = words.before(span.end) + 1
    i = words.before(span.start) + 1
    if i and words.folds[i - 1] in PREFIXES and words.gap(i - 1) in _HYPHENS:
        return True
    if j >= len(words) or words.gap(j - 1) != " " or words.folds[j] not in TREATY_WORDS:
        return False
    after = words.texts[j + 1] if j + 1 < len(words) and words.gap(j) == " " else ""
    return words.texts[j][0].isupper() and words.texts[j][1:].islower() and not after[:1].isupper()


def is_debris(view: View, span: Span) -> bool:
    """Whether a span is the end of a postcode, the name of a professor's chair, or a headline's possessive."""
    text = view.shown[span.start : span.end]
    if text.isupper() and _POSTCODE.search(view.shown[max(span.start - _BACK, 0) : span.start]):
        return True
    if span.names or span.kind not in {None, *PEOPLE}:
        return False
    return bool(_CHAIR.match(view.shown, span.end) or _POSSESSIVE.search(text))


def _is_place(view: View, span: Span) -> bool:
    if span.names:
        return all(n.known.kind == Kind.PLACE for n in span.names)
    return span.kind == Kind.PLACE or span.tag == "LOC" or fold_phrase(view.shown[span.start : span.end]) in PLACES


def halves(view: View, span: Span) -> list[Span]:
    """Return a span, or the two of a hyphened pair of surnames of people who were in office then (`Medvedev-Putin`).

    A person's name is cut before a role in capitals or a bracket (`Jo Poe PAO USAID`, `Jo Poe (NSC) Office`), and loses
    a plural in capitals before it (`FIRs Jo Poe`).
    """
    if span.names or span.entity:
        return [span]
    if span.kind in {None, *PEOPLE} and span.tag in {"", "PER"}:
        span = _trimmed(view, span)
    if "-" not in view.shown[span.start : span.end]:
        return [span]
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    if j - i != _PAIR or words.gap(i) != "-" or not GIVEN.isdisjoint(words.folds[i:j]):
        return [span]
    first, second = _known(view, words.folds[i]), _known(view, words.folds[i + 1])
    serving = _serving(view, first) and _serving(view, second)
    if (
        not first
        or not second
        or not (serving or _led(first) or _led(second))
        or not _ids(first).isdisjoint(_ids(second))
    ):
        return [span]
    return [replace(span, end=words.ends[i]), replace(span, start=words.starts[i + 1])]


def _trimmed(view: View, span: Span) -> Span:
    """Return a person's span without what a signature or a list runs into it."""
    words = view.words
    i, j = words.before(span.start) + 1, words.before(span.end) + 1
    if j - i > _PAIR and _PLURAL.fullmatch(words.texts[i]):
        i += 1
    for k in range(i + 1, j - 1):
        if words.folds[k] == "and" and words.folds[k + 1] == "the":
            return replace(span, start=words.starts[i], end=words.ends[k - 1])
    if j - i <= _PAIR or words.texts[i].isupper() or words.texts[i + 1].isupper():
        return replace(span, start=words.starts[i]) if words.starts[i] > span.start else span
    for k in range(i + _PAIR, j):
        role = words.texts[k].isupper() and words.folds[k] in NO_NAMES and len(words.texts[k]) > 1
        if role or "(" in words.gap(k - 1):
            return replace(span, start=words.starts[i], end=words.ends[k - 1])
    return replace(span, start=words.starts[i]) if words.starts[i] > span.start else span


def _known(view: View, fold: str) -> list[Known]:
    """Return the people who are known by that surname alone."""
    return [n.known for n in view.gazetteer.names.get(fold, ()) if n.known.kind in PEOPLE]


def _ids(people: Sequence[Known]) -> set[str]:
    return {known.id for known in people}


def _serving(view: View, people: Sequence[Known]) -> bool:
    """Whether one of them held an office in the document's year."""
    year = view.year
    return year is not None and any(p.years.first and p.years.holds(year) for known in people for p in known.posts)


def _led(people: Sequence[Known]) -> bool:
    """Whether one of them ever led a country."""
    return any(post.title in _LEADERS for known in people for post in known.posts)
