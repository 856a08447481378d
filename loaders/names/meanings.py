"""What the names of a span may mean: the helpers of settling."""

from collections.abc import Sequence
from dataclasses import replace

from graph.entity import PEOPLE, Kind
from loaders.names.known import Known, Name, Strength
from loaders.names.lexicon import FUNCTION, PLACE_WORDS
from loaders.names.propagate import is_person
from loaders.names.span import Span
from loaders.names.spelling import FULL, parts, spoken
from loaders.names.view import View

_ROOMS = PLACE_WORDS | frozenset(
    ["room", "plan", "center", "centre", "foundation", "institute", "university", "school", "hospital"]
)
LEADERS = frozenset(["President", "Prime Minister", "Chancellor", "Leader", "Supreme Leader", "King", "Emir"])
"""Titles of those who lead a country."""
_FEW = 5
"""How many bare surnames there are, at least, for each full name of a relative in passing."""


def unmeant(span: Span, names: Sequence[Name], *, sure: bool) -> Span:
    """Return a span whose known names are not meant: still a name, and a person's where only people bear it."""
    if sure:
        return span
    people = span.tag != "LOC" and all(n.known.kind in PEOPLE for n in names)
    return replace(span, names=(), tag="PER" if people else span.tag)


def presides(known: Known) -> bool:
    """Whether a person is a President of the United States, whose surname every cable writes without more."""
    return known.country == "US" and any(p.title == "President" for p in known.posts)


def strongly(names: Sequence[Name]) -> dict[Known, None]:
    """Return the entities that some of the names mean without more."""
    return {n.known: None for n in names if n.strength > Strength.WEAK}


def bearers(view: View, spans: Sequence[Span]) -> dict[str, bool]:
    """Return the last surnames of the people whom the document names in full: bare, they mean those people.

    Each with whether the full names are a relative's in passing: few beside the bare ones, and brought in only after
    the bare surname.
    """
    full: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    for span in spans:
        folds = parts(spoken(view.shown[span.start : span.end]))
        if len(folds) >= FULL and is_person(span) and not _overshadowed(view, span, folds[-1]):
            full.setdefault(folds[-1], []).append(span.start)
        elif len(folds) == 1:
            bare.setdefault(folds[0], []).append(span.start)
    return {
        key: len(places) * _FEW < len(bare.get(key, ())) and min(bare[key]) < min(places)
        for key, places in full.items()
    }


def lesser(view: View, spans: Sequence[Span]) -> set[str]:
    """Return the surnames of known people named in full who do not go by them, while others of their country do."""
    full = ((s, parts(spoken(view.shown[s.start : s.end]))) for s in spans if is_person(s))
    return {folds[-1] for s, folds in full if len(folds) >= FULL and _overshadowed(view, s, folds[-1])}


def _overshadowed(view: View, span: Span, surname: str) -> bool:
    """Whether a known person is not called by the bare surname, but a place surely is, a leader of that country, or
    anyone of that country where the gazetteer lists the given name as what the person is called.
    """
    known = next(iter(strongly(span.names)), None)
    names = view.gazetteer.names.get(surname, ())
    if known is None or any(n.known is known for n in names):
        return False
    if any(n.known.kind == Kind.PLACE and n.strength > Strength.WEAK for n in names):
        return True
    given = parts(known.name)[0]
    told = any(n.known is known for n in view.gazetteer.names.get(given, ()))
    return any(n.known.country == known.country and (told or leads(n.known)) for n in names)


def leads(known: Known) -> bool:
    """Whether a person ever led a country."""
    return any(post.title in LEADERS for post in known.posts)


def named_after(view: View, j: int) -> bool:
    """Whether a capital noun at word `j` makes a room or a plan of the surname before it (`Marshall Plan`)."""
    words = view.words
    return j < len(words) and words.gap(j - 1) == " " and words.folds[j] in _ROOMS and words.texts[j][0].isupper()


def worldwide(view: View, i: int, j: int, bodies: Sequence[Known]) -> Known | None:
    """Return the body of no one country that the words `i:j` name in capitals (`Security Council`), if there is one.

    Not where a capital word before them belongs to the name (`Peace and Security Council`).
    """
    words = view.words
    body = next((k for k in bodies if not k.country), None)
    if body is None or j - i == 1 or not all(t[0].isupper() for t in words.texts[i:j]):
        return None
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    k = i - 2 if previous == "and" and i > 1 else i - 1
    within = bool(previous) and words.texts[k][0].isupper() and words.folds[k] not in FUNCTION
    return None if within or previous in {"a", "an"} else body
