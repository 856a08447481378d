"""Who works where, as running text says it: `ATF spokesman Tom Crowley`, `X, head of the Boycott Office`."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from graph.entity import PEOPLE, Kind
from graph.passage import CO_MENTIONING
from graph.relation import Relation, RelationKind
from loaders.names.job_titles import is_job, ministry_of, only_titles
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.trim import title_before
from loaders.names.view import View

_BEFORE = re.compile(r"(?:['’]s?|\)|\)['’]s)? (?P<job>[^,;:()\"“”]{2,60}?),? $")
"""What stands between an agency and a person before whom his job there is named."""
_AFTER = re.compile(
    r"(?:,|\s?\(|\s?--?|,? who (?:is|was))\s?(?:(?:the|a|an|its|his|her|now|currently|formerly) )*"
    r"(?P<job>[^,;:()\"“”]{2,60}?) (?:of|at|for|in|with|within|from) (?:the )?(?:[A-Z][\w.]*['’]s )?$"
)
"""What stands between a person and the agency named after his job there."""
_WHO = re.compile(r",? (?:who|both of whom) (?:\w+ )?work(?:s|ed|ing)? (?:at|for|in) (?:the )?$", re.IGNORECASE)
_OF = re.compile(r",? (?:of|from) (?:the )?$")
_BESIDE = re.compile(r",? (?:the |\()?$")
_ITS_JOB = re.compile(r"(?:['’]s?)? (?P<job>[^,;:().\"“”]{2,60})")
_JOB_OF = re.compile(r"(?P<job>[^,;:().\"“”]{2,60}) (?:of|at|for|in) (?:the )?(?:[A-Z][\w.]*['’]s )?$")
_THEN = re.compile(r"(?:['’]s)?(?: \([A-Z][\w-]{1,9})?\)?,? (?P<titles>[^,;:()\"“”]{0,40})$")
_DASHED = re.compile(r" ?(?:--?|–|—|:) ?(?P<titles>[^,;:()\"“”]{0,40})")
"""In a list of participants: `SCA - A/S Richard Boucher`."""
_AND = re.compile(r",? and (?:(?:agent|officer|spokesman) )?$")
_AND_TITLE = re.compile(r"and (agent|officer|spokesman|spokeswoman|detective) $")
_LONGEST = 80
_LONGEST_ENTRY = 14
_SMALL = frozenset(
    ["of", "the", "for", "and", "to", "in", "on", "at", "de", "del", "la", "al", "el", "van", "von", "bin"]
)
_LAST_WORDS = 6


Placed = tuple[Thing, Span]


def employment(view: View, things: Iterable[Thing]) -> Iterator[Relation]:
    """Yield works_at relations that running text states between a person and an agency of one passage."""
    things = list(things)
    agencies = _by_passage(view, things, {Kind.AGENCY})
    named = {t.id for t in things if t.kind == Kind.AGENCY}
    for passage, people in _by_passage(view, things, PEOPLE).items():
        if view.reading.passages[passage].part not in CO_MENTIONING:
            continue
        here = agencies.get(passage, [])
        for person, span in people:
            for agency, other in here:
                title = _title(view, span, other)
                if title is not None:
                    yield Relation(person.id, RelationKind.WORKS_AT, agency.id, title, passage)
            if len(here) == len(people) == 1 and _is_entry(view, passage, span, here[0][1]):
                yield Relation(person.id, RelationKind.WORKS_AT, here[0][0].id, "", passage)
            ministry = _ministry(view, span)
            if ministry in named:
                yield Relation(person.id, RelationKind.WORKS_AT, ministry, "", passage)
        yield from _shared(view, passage, people, here)


def _by_passage(view: View, things: Iterable[Thing], kinds: Container[Kind]) -> dict[int, list[Placed]]:
    """Return the things of some kinds with their spans, in the order of the text, by passage."""
    placed: dict[int, list[Placed]] = {}
    for span, thing in sorted(((s, t) for t in things if t.kind in kinds for s in t.spans), key=lambda p: p[0].start):
        placed.setdefault(view.passage(span.start), []).append((thing, span))
    return placed


def _title(view: View, person: Span, agency: Span) -> str | None:
    """Return the person's title at the agency where the text ties both; empty where it names none."""
    shown = view.shown
    if 0 < person.start - agency.end < _LONGEST:
        return _agency_first(shown, shown[agency.end : person.start], agency)
    if 0 < agency.start - person.end < _LONGEST:
        return _person_first(view, shown[person.end : agency.start], person, agency)
    return None


def _agency_first(shown: str, between: str, agency: Span) -> str | None:
    dashed = _DASHED.fullmatch(between)
    if dashed and only_titles(dashed["titles"]) and shown[agency.start - 1 : agency.start] in {"", "\n"}:
        return dashed["titles"].strip()
    before = _BEFORE.fullmatch(between)
    if before and is_job(before["job"], ends=True):
        return before["job"]
    then = _THEN.fullmatch(between)
    if not then or not only_titles(then["titles"]):
        return None
    job = _JOB_OF.search(shown[max(shown.rfind("\n", 0, agency.start) + 1, agency.start - _LONGEST) : agency.start])
    if job is None:
        return None
    words = job["job"].split()[-_LAST_WORDS:]
    while words and not is_job(" ".join(words), ends=True):
        words = words[1:]
    return " ".join(words) or None


def _person_first(view: View, gap: str, person: Span, agency: Span) -> str | None:
    shown = view.shown
    after = _AFTER.fullmatch(gap)
    if after and is_job(after["job"], ends=False):
        return after["job"]
    if _WHO.fullmatch(gap) or (gap == " (" and shown[agency.end : agency.end + 1] == ")"):
        return ""
    full = " " in shown[person.start : person.end]
    if full and _OF.fullmatch(gap):
        return ""
    if gap.strip() and _BESIDE.fullmatch(gap) and (its := _ITS_JOB.match(shown, agency.end)):
        words = its["job"].split("\n")[0].split()[:_LAST_WORDS]
        while words and not is_job(" ".join(words), ends=True):
            words = words[:-1]
        return " ".join(words) or None
    return None


def _is_entry(view: View, passage: int, person: Span, agency: Span) -> bool:
    """Whether a passage is a line of a list that names one person and his office (`Philippe Errera, MFA Counselor`)."""
    text = view.reading.passages[passage].text
    words = text.split()
    if not 2 < len(words) <= _LONGEST_ENTRY or text.endswith((".", "?", "!")) or agency.start < person.end:  # noqa: PLR2004
        return False
    if " " not in view.shown[person.start : person.end] or view.shown[person.end : person.end + 1] not in {",", " "}:
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in _SMALL for w in words) and not text.isupper()


def _ministry(view: View, person: Span) -> str:
    """Return the ministry to which a minister's title before a name points: his nation's, else the document's."""
    words = view.words
    i = words.before(person.start) + 1
    a, b = title_before(words, i)
    if a == b:
        return ""
    title = set(words.folds[a:b])
    nation = view.gazetteer.demonyms.get(words.folds[a]) or (
        view.gazetteer.demonyms.get(words.folds[a - 1]) if a else None
    )
    place = nation or view.gazetteer.nations.get(view.country)
    return ministry_of(view.gazetteer, title, place) if place else ""


def _shared(view: View, passage: int, people: list[Placed], agencies: list[Placed]) -> Iterator[Relation]:
    """Yield what `X agent A … and agent B …` and `A and B, who worked at X` say of the second person named."""
    shown = view.shown
    for (one, a), (two, b) in pairwise(people):
        between = shown[a.end : b.start]
        title = _AND_TITLE.search(between)
        for agency, other in agencies:
            first = _title(view, a, other)
            if title and first is not None and title.group(1) in first:
                yield Relation(two.id, RelationKind.WORKS_AT, agency.id, title.group(1), passage)
            near = 0 < other.start - b.end < _LONGEST
            if near and _AND.fullmatch(between) and _WHO.fullmatch(shown[b.end : other.start]):
                yield Relation(one.id, RelationKind.WORKS_AT, agency.id, "", passage)
