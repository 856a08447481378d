"""What a document's form names: posts and offices in address and clearance lines, people who signed, TAGS codes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.entity import PEOPLE, Kind
from graph.name import slug
from graph.passage import Part
from loaders.names.institutions import post_at
from loaders.names.known import Known, Name
from loaders.names.offices import under_state
from loaders.names.span import Span
from loaders.names.spelling import spoken
from loaders.names.view import View
from loaders.names.words import fold_phrase
from loaders.posts import Post

_ADDRESS = re.compile(
    r"(?<=\w),?\s+(?:WASH(?:INGTON)?,?\s*D\.?C\.?|WASHDC|HQS?|MIAMI FL|PENTAGON)$|^(?:HQS?|CDR)\s+", re.IGNORECASE
)
"""What an address line adds to an agency's name: its city, its headquarters."""
_MISSIONS = {
    "amembassy": "embassy",
    "emb": "embassy",
    "embassy": "embassy",
    "amconsul": "consulate",
    "consulate": "consulate",
    "usmission": "mission",
    "mission": "mission",
}
_SCANNED_SLASHES = frozenset(["I", "l", "1"])
_ZERO = re.compile(r"(?<=[A-Z_-])0(?![\d])")
_SYMBOL_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Formal:
    """What a name in the form stands for: a known entity, or an agency's identifier and name."""

    known: Known | None = None
    id: str = ""
    name: str = ""


def formal(view: View, span: Span, surface: str) -> Formal | None:
    """Return what a name that the document's form gives stands for; None for a person whom nobody knows yet."""
    if span.kind == Kind.PLACE and surface in view.gazetteer.countries:
        return Formal(known=view.gazetteer.countries[surface])
    if span.kind == Kind.PLACE:
        known = next((n.known for n in view.gazetteer.meanings(surface) if n.known.kind == Kind.PLACE), None)
        return Formal(known=known) if known else None
    if span.kind in PEOPLE:
        known = _person(view, surface)
        return Formal(known=known) if known else None
    if span.kind not in {None, Kind.AGENCY}:
        return None
    cleared = view.part(span.start) == Part.CLEARANCE
    person = None if cleared else view.gazetteer.surely(surface)  # a mail from `HRC` or `PIR`
    return Formal(known=person) if person and person.kind in PEOPLE else _agency(view, surface, cleared=cleared)


def _person(view: View, surface: str) -> Known | None:
    names = [n for n in view.gazetteer.meanings(surface) if n.known.kind in PEOPLE]
    known = view.gazetteer.surely(spoken(surface)) or _at_post(view, names)
    if known is None and len(surface) == 1 and names:
        return names[0].known
    return known if known and known.kind in PEOPLE else None


def _at_post(view: View, names: Sequence[Name]) -> Known | None:
    """Return the known person of a bare surname who held an office at this document's post when it was written."""
    if view.post is None:
        return None
    post, year = view.post.id, view.year
    held = [n.known for n in names if any(p.agency == post and p.years.holds(year) for p in n.known.posts)]
    return held[0] if len({k.id for k in held}) == 1 else None


def _agency(view: View, surface: str, *, cleared: bool) -> Formal:
    """Return the agency that a form names; a clearance block (`cleared`) means the Department's own offices first."""
    gazetteer = view.gazetteer
    post = gazetteer.post(surface) or _post(view, surface)
    names = [n for n in gazetteer.meanings(surface) if n.known.kind == Kind.AGENCY]
    if not names and post is None:
        names = [n for n in gazetteer.meanings(_ADDRESS.sub("", surface)) if n.known.kind == Kind.AGENCY]
    if not names and post is None:
        names = [n for n in gazetteer.meanings(surface) if n.known.kind == Kind.ORGANIZATION]
    names.sort(key=lambda n: (-n.strength, n.known.country != "US"))
    own = [n for n in names if under_state(gazetteer, n.known)] if cleared else []
    if own or (names and (names[0].strength or post is None)):
        names = own or names
        return Formal(known=names[0].known)
    if post is not None:
        return Formal(id=post.id, name=post.title)
    office = unscanned(surface)
    known = next((n.known for n in gazetteer.meanings(office)), None) if office != surface else None
    return Formal(known=known) if known else Formal(id=slug(office), name=office)


def _post(view: View, surface: str) -> Post | None:
    first, *rest = fold_phrase(surface).split() or [""]
    if not rest or first not in _MISSIONS:
        return None
    place = " ".join(w for w in rest if w not in {"general", "in", "to", "at"})
    return post_at(view.gazetteer, _MISSIONS[first], place)


def unscanned(symbol: str) -> str:
    """Return an office symbol with the slash that a scanner read as a letter put back (`SIP` is S/P).

    A nought that stands among no digits is an O (`SES-0` is SES-O), or was a D before a bracket; `10` is IO.

    >>> unscanned("SIP"), unscanned("INR/TNC"), unscanned("SES-0"), unscanned("10/RHS"), unscanned("0(5)")
    ('S/P', 'INR/TNC', 'SES-O', 'IO/RHS', 'D(S)')
    """
    symbol = _ZERO.sub("O", symbol)
    symbol = re.sub(r"^1[0O](?=/|$)", "IO", symbol)
    symbol = re.sub(r"^[0O]\s?\((\w)\)$", r"D(\1)", symbol).replace("(5)", "(S)")
    if len(symbol) == _SYMBOL_LENGTH and symbol[1] in _SCANNED_SLASHES:
        return f"{symbol[0]}/{symbol[-1]}"
    return symbol
