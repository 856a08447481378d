"""Recognising: every recogniser proposes spans, and the best that do not overlap are kept."""

import re
from collections.abc import Callable, Iterable

from graph.document import DocumentKind
from graph.entity import PEOPLE, Kind
from graph.mention import Method
from graph.passage import Part
from loaders.names.acronyms import common_acronyms, recognise_acronyms
from loaders.names.compounds import halves, is_debris, is_part
from loaders.names.families import is_mixed
from loaders.names.groups import is_phrase
from loaders.names.lexicon import AGENCY_WORDS, COMMON, GIVEN, MARKINGS, NO_NAMES, NO_OFFICES, PLACES, SURNAMES
from loaders.names.recognise_bodies import recognise_bodies
from loaders.names.recognise_gazetteer import recognise_gazetteer
from loaders.names.recognise_institutions import recognise_institutions
from loaders.names.recognise_offices import recognise_offices
from loaders.names.recognise_people import recognise_people
from loaders.names.recognise_places import recognise_places
from loaders.names.recognise_press import recognise_press
from loaders.names.recognise_short_names import recognise_short_names
from loaders.names.recognise_shouted import recognise_shouted
from loaders.names.recognise_tags import recognise_tags
from loaders.names.recognise_unknown import recognise_unknown
from loaders.names.span import Span
from loaders.names.view import View
from loaders.names.words import fold_phrase

_ROUTING = re.compile(r"R[A-Z]{4,8}/(?=\S)")
"""A routing indicator before an addressee (`RHEFDIA/DIA WASHDC`)."""

_UNDERSCORED = re.compile(r"[A-Z][a-z]+[ _](?:[A-Z]\.?_)?[A-Z][A-Za-z'’]+")
"""A person's name as the White House's addresses write it (`Denis_R._McDonough`)."""
_OF_PEOPLE = GIVEN | SURNAMES
_LONGEST = 100
"""No name is longer."""
_REDACTED = re.compile(r"X{4,}", re.IGNORECASE)
_MINISTERS = frozenset(["minister", "ministers", "secretary", "undersecretary", "subsecretary", "vice-minister"])

_CONSTITUENCY = re.compile(r"[DRI]-[A-Z][A-Za-z.]{1,5}")
"""A congressman's party and state (`D-NY`)."""
_DEVICE = re.compile(r"\b[Ss]ent (?:from my|using|via) \Z")
"""What a telephone writes under a mail."""
_DEVICE_LENGTH = 16

Recogniser = Callable[[View], list[Span]]
"""What proposes names: a function from a reading, seen with its words, to spans with method and confidence."""

_UNREAD = frozenset({Part.STAMP, Part.HEADER})
_LISTED = frozenset({Part.ADDRESS, Part.SIGNATURE})
_SURE = 0.7
"""What a name in an address line or a signature must have, where so much is written in capitals."""

RECOGNISERS: tuple[Recogniser, ...] = (
    recognise_gazetteer,
    recognise_tags,
    recognise_acronyms,
    recognise_institutions,
    recognise_people,
    recognise_short_names,
    recognise_offices,
    recognise_bodies,
    recognise_press,
    recognise_places,
    recognise_shouted,
    recognise_unknown,
)
"""What is asked always; a user's own come after them (`loaders.names.plugged`)."""


def recognise_structure(view: View) -> list[Span]:
    """Return what the document's form says is a name: its word is final."""
    spans = []
    for finding in view.reading.findings:
        if finding.method != Method.STRUCTURE or view.shown[finding.start : finding.end].strip() in {"", *NO_OFFICES}:
            continue
        redacted = _REDACTED.search(view.shown, finding.start, finding.end)
        if redacted or finding.end - finding.start > _LONGEST:
            continue
        listed = finding.kind in PEOPLE and view.part(finding.start) == Part.ADDRESS
        if (
            listed
            and view.reading.document.kind == DocumentKind.EMAIL
            and _names_nobody(view, view.shown[finding.start : finding.end])
        ):
            continue
        routing = _ROUTING.match(view.shown, finding.start, finding.end)
        start = routing.end() if routing and routing.end() < finding.end else finding.start
        office = view.part(start) != Part.CLEARANCE and _is_office(view.shown[start : finding.end])
        kind = Kind.AGENCY if finding.kind in PEOPLE and office else finding.kind
        spans.append(Span(start, finding.end, Method.STRUCTURE, 1.0, kind=kind))
    return spans


def _names_nobody(view: View, text: str) -> bool:
    """Whether a person's place in the form holds a role (`PAO`) or a list's name (`Syria Unrest`, `Kabul Press`)."""
    key = fold_phrase(text)
    first, *rest = key.split() or [""]
    if key in view.gazetteer.never:
        return True
    if not rest or "," in text or not _OF_PEOPLE.isdisjoint([first, *rest]):
        return False
    known = view.gazetteer.surely(first)
    place = first in PLACES or (known is not None and known.kind == Kind.PLACE)
    return place and all(word in COMMON or word in NO_NAMES or word.upper() in text for word in rest)


def _is_office(text: str) -> bool:
    """Whether a sender or recipient is an office (`State Department Press Office`) and no person."""
    if "," in text:
        return False
    if _UNDERSCORED.fullmatch(text):
        return False
    return any(c.isdigit() or c == "_" for c in text) or not AGENCY_WORDS.isdisjoint(fold_phrase(text).split())


def recognise(view: View, recognisers: Iterable[Recogniser]) -> list[Span]:
    """Return the names of a reading in the order of the text, not overlapping; weak ones are still among them."""
    taken = keep(recognise_structure(view), [])
    common = common_acronyms(view)
    proposed = [
        s
        for recogniser in recognisers
        for span in recogniser(view)
        for s in halves(view, span)
        if _in_play(view, s) and view.shown[s.start : s.end].removesuffix("s") not in common
    ]
    return keep(proposed, taken)


def keep(proposed: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """Return `taken` with those of `proposed` that overlap nothing better: surer first, then longer, then earlier.

    Of two sure names that overlap, the longer is the better; a weak one never displaces another.
    """
    spans = list(taken)
    further = sorted(proposed, key=_rank)
    used = bytearray(max((span.end for span in (*spans, *further)), default=0))
    for span in spans:
        used[span.start : span.end] = b"x" * (span.end - span.start)
    for span in further:
        if used.find(b"x", span.start, span.end) < 0:
            used[span.start : span.end] = b"x" * (span.end - span.start)
            spans.append(span)
    return sorted(spans, key=lambda s: s.start)


def _rank(span: Span) -> tuple[bool, int, float, int]:
    return (span.weak, span.start - span.end, -span.confidence, span.start)


def _in_play(view: View, span: Span) -> bool:
    passage = view.passage(span.start)
    if span.end > view.reading.starts[passage] + len(view.reading.passages[passage].text):
        return False
    part = view.reading.passages[passage].part
    if part in _UNREAD or (part in _LISTED and span.confidence < _SURE):
        return False
    text = view.shown[span.start : span.end]
    key = fold_phrase(text)
    if span.entity:
        return True
    if span.kind not in PEOPLE and span.tag != "PER" and is_portfolio(view, span):
        return False
    if (
        _REDACTED.search(text)
        or _CONSTITUENCY.fullmatch(text)
        or _DEVICE.search(view.shown[max(span.start - _DEVICE_LENGTH, 0) : span.start])
        or is_debris(view, span)
    ):
        return False
    return (
        text.casefold() not in MARKINGS
        and (bool(span.title) or key not in view.gazetteer.never)
        and (key not in NO_NAMES or bool(span.names))
        and not _is_people(view, span, key)
        and not is_part(view, span)
        and not (span.kind in {None, Kind.CARTEL, *PEOPLE} and not span.names and is_phrase(view, span, key))
    )


def is_portfolio(view: View, span: Span) -> bool:
    """Whether the words only complete a minister's title (`Secretary of Public Security`), and are no body's name."""
    words = view.words
    i = words.before(span.start) + 1
    k = i - 1 if i and words.folds[i - 1] == "the" else i
    if k < 2 or words.folds[k - 1] not in {"of", "for"} or words.folds[k - 2] not in _MINISTERS:  # noqa: PLR2004
        return False
    if not all(words.joins[k - 2 : i]) or span.kind == Kind.PLACE:
        return False
    return AGENCY_WORDS.isdisjoint(words.folds[i : words.before(span.end) + 1])


def _is_people(view: View, span: Span, key: str) -> bool:
    """Whether a span is nothing but a nation's adjective or people (`Costa Ricans`)."""
    if span.names:
        return False
    demonyms = view.gazetteer.demonyms
    return key in demonyms or key.removesuffix("s") in demonyms or is_mixed(key)
