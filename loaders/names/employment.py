"""Who works where, as running text says it: `ATF spokesman Tom Crowley`, `X, head of the Boycott Office`."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from graph.entity import PEOPLE, Kind
from graph.passage import CO_MENTIONING
from graph.relation import Relation, RelationKind
from loaders.names.job_titles import ministry_of, portfolio_of_body, portfolio_of_title
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.trim import title_before
from loaders.names.view import View
from loaders.names.workplace import LONGEST, is_plural, title_at, works_at

_AND = re.compile(r",? and (?:(?:agent|officer|spokesman) )?$")
_ANOTHER = re.compile(r"(?: \([^()]{1,60}\))?(?:,|,? and) (?:(?:[A-Z][a-z]+\.?|the) )?")
"""What stands between the people of a list."""
_AND_TITLE = re.compile(r"and (agent|officer|spokesman|spokeswoman|detective) $")
_LONGEST_ENTRY = 14
_LONGEST_OF = 12
_SMALL = frozenset(
    ["of", "the", "for", "and", "to", "in", "on", "at", "de", "del", "la", "al", "el", "van", "von", "bin"]
)


Placed = tuple[Thing, Span]


def employment(view: View, things: Iterable[Thing]) -> Iterator[Relation]:
    """Yield works_at relations that running text states between a person and an agency of one passage."""
    things = list(things)
    agencies = _by_passage(view, things, {Kind.AGENCY})
    named = {t.id: t for t in things if t.kind == Kind.AGENCY}
    portfolios = _portfolios(view, things)
    for passage, people in _by_passage(view, things, PEOPLE).items():
        if view.reading.passages[passage].part not in CO_MENTIONING:
            continue
        here = agencies.get(passage, [])
        for agency, other in here:
            titles = [(person, span, _title(view, span, other, people)) for person, span in people]
            listed = any(title for _, span, title in titles if span.end <= other.start)
            for person, span, title in titles:
                if title or (title is not None and not (listed and span.start > other.end)):
                    yield Relation(person.id, RelationKind.WORKS_AT, agency.id, title, passage)
        for person, span in people:
            if len(here) == len(people) == 1 and _is_entry(view, passage, span, here[0][1]):
                yield Relation(person.id, RelationKind.WORKS_AT, here[0][0].id, "", passage)
            for ministry in _ministries(view, span, portfolios):
                if ministry in named and _countrymen(view, person, named[ministry]):
                    yield Relation(person.id, RelationKind.WORKS_AT, ministry, "", passage)
        yield from _shared(view, passage, people, here)


def _by_passage(view: View, things: Iterable[Thing], kinds: Container[Kind]) -> dict[int, list[Placed]]:
    """Return the things of some kinds with their spans, in the order of the text, by passage."""
    placed: dict[int, list[Placed]] = {}
    for span, thing in sorted(((s, t) for t in things if t.kind in kinds for s in t.spans), key=lambda p: p[0].start):
        placed.setdefault(view.passage(span.start), []).append((thing, span))
    return placed


def _title(view: View, person: Span, agency: Span, people: Iterable[Placed]) -> str | None:
    """Return the person's title at the agency where the text ties both; empty where it names none."""
    gap = max(agency.start - person.end, person.start - agency.end)
    if not 0 < gap < LONGEST:
        return None
    if any(min(person.end, agency.end) <= s.start and s.end <= max(person.start, agency.start) for _, s in people):
        return None  # what stands between is said of another
    return title_at(
        view.shown, (person.start, person.end), (agency.start, agency.end), of=_may_be_of(view, person, gap)
    )


def _may_be_of(view: View, person: Span, gap: int) -> bool:
    """Whether `of` after a name can say where someone works: it is a full name, or has a title before it."""
    if " " in view.shown[person.start : person.end] or gap > _LONGEST_OF:
        return True
    words = view.words
    first, last = title_before(words, words.before(person.start) + 1)
    return first < last


def _is_entry(view: View, passage: int, person: Span, agency: Span) -> bool:
    """Whether a passage is a line of a list that names one person and his office (`Philippe Errera, MFA Counselor`)."""
    text = view.reading.passages[passage].text
    words = text.split()
    if not 2 < len(words) <= _LONGEST_ENTRY or text.endswith((".", "?", "!")) or agency.start < person.end:  # noqa: PLR2004
        return False
    if " " not in view.shown[person.start : person.end] or view.shown[person.end : person.end + 1] not in {",", " "}:
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in _SMALL for w in words) and not text.isupper()


def _portfolios(view: View, things: Iterable[Thing]) -> dict[frozenset[str], str]:
    """Return the ministries that a document names, by the words of their portfolios: none where two share one."""
    found: dict[frozenset[str], set[str]] = {}
    for thing in things:
        if thing.kind != Kind.AGENCY:
            continue
        for name in {thing.name, *(view.shown[s.start : s.end] for s in thing.spans)}:
            if words := portfolio_of_body(name, view.gazetteer):
                found.setdefault(words, set()).add(thing.id)
    return {words: next(iter(ids)) for words, ids in found.items() if len(ids) == 1}


def _ministries(view: View, person: Span, portfolios: dict[frozenset[str], str]) -> Iterator[str]:
    """Yield the ministries to which a minister's title may point: his nation's or the document's, one that it names."""
    words = view.words
    i = words.before(person.start) + 1
    a, b = title_before(words, i)
    if a == b:
        return
    nation = view.gazetteer.demonyms.get(words.folds[a]) or (
        view.gazetteer.demonyms.get(words.folds[a - 1]) if a else None
    )
    place = nation or view.gazetteer.nations.get(view.country)
    if place:
        yield ministry_of(view.gazetteer, set(words.folds[a:b]), place)
    if nation is None or nation.country == view.country:
        yield portfolios.get(portfolio_of_title(words.folds[a:b], view.gazetteer), "")


def _countrymen(view: View, person: Thing, ministry: Thing) -> bool:
    """Whether a minister may be of a ministry: both are of one country, or the ministry is of the document's."""
    if ministry.known is None or not ministry.known.country:
        return True
    country = person.known.country if person.known and person.known.country else view.country
    return country in {"", ministry.known.country}


def _shared(view: View, passage: int, people: list[Placed], agencies: list[Placed]) -> Iterator[Relation]:
    """Yield what a text says of several at once: `X agent A … and agent B …`, `X officers A and B`, `A and B of X`."""
    shown = view.shown
    for agency, other in agencies:
        title = ""
        for (one, a), (two, b) in pairwise(people):
            between = shown[a.end : b.start]
            first = _title(view, a, other, people)
            title = first if first and is_plural(first) else title if _ANOTHER.fullmatch(between) else ""
            if title and _ANOTHER.fullmatch(between):
                yield Relation(two.id, RelationKind.WORKS_AT, agency.id, title, passage)
            again = _AND_TITLE.search(between)
            if again and first is not None and again.group(1) in first:
                yield Relation(two.id, RelationKind.WORKS_AT, agency.id, again.group(1), passage)
            if 0 < other.start - b.end < LONGEST and _AND.fullmatch(between):
                both = _title(view, b, other, people) or ""
                if is_plural(both) or works_at(shown[b.end : other.start]):
                    yield Relation(one.id, RelationKind.WORKS_AT, agency.id, both, passage)
