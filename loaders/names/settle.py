"""Settling weak names: a surname, `the Army`, `Sinaloa` mean a known entity only where the document says more."""

from collections.abc import Sequence
from dataclasses import replace

from graph.document import DocumentKind
from graph.entity import PEOPLE, Kind
from graph.passage import CO_MENTIONING
from loaders.names.accusing import accusable, lent_surnames
from loaders.names.groups import CRIMINAL, SHORT, is_group, is_stray, letters, place_follows
from loaders.names.institutions import home_of
from loaders.names.known import Known, Name, Strength
from loaders.names.lexicon import COMMON, FUNCTION, INSTITUTIONS, MINISTRIES, PLACE_BEFORE, TITLES
from loaders.names.meanings import LEADERS, bearers, lesser, named_after, presides, strongly, unmeant, worldwide
from loaders.names.recognise_institutions import stands_alone
from loaders.names.serving import colleague, noted
from loaders.names.span import SETTLED, Span, fitting
from loaders.names.trim import title_before
from loaders.names.view import View
from loaders.names.words import fold_phrase

_BODIES = frozenset({Kind.AGENCY, Kind.ORGANIZATION})
_TRADE = frozenset(["cartel", "cartels", "trafficking", "traffickers"])
_ARTICLES = frozenset(["la", "los", "the", "las", "el"])
_TOWARDS = frozenset(["the", "to", "at", "from", "with", "and", "in", "by", "of"])


def settle(view: View, spans: Sequence[Span]) -> list[Span]:
    """Return the spans with each ambiguous one's names narrowed to what it means here; unsupported weak ones go."""
    settling = _Settling(view, spans)
    settled = (settling.settled(span) for span in spans)
    return [span for span in settled if span is not None]


class _Settling:
    """What one document surely names, against which its weak names are judged."""

    def __init__(self, view: View, spans: Sequence[Span]) -> None:
        self.view = view
        self.sure = {k.id: k for s in spans if len(strong := strongly(s.names)) == 1 for k in strong}
        crime = any(k.kind in CRIMINAL for k in self.sure.values())
        self.rivals = crime or not _TRADE.isdisjoint(view.lower)
        """Whether the document speaks of criminal groups."""
        texts = ((s, view.shown[s.start : s.end]) for s in spans)
        self.spelled = {n.known.id: n.known for s, text in texts if letters(text) > SHORT for n in s.names}
        """What the document names by more than a short acronym."""
        self.bearers = bearers(view, spans)
        self.lesser = lesser(view, spans)
        self.lent = lent_surnames(view, spans)
        self.backed = {k for k, v in self.sure.items() if v.kind in PEOPLE}
        for span in spans:
            self.backed.update(self._titled(span))

    def names(self, span: Span) -> tuple[Name, ...]:
        """Return what the gazetteer says that a span may mean."""
        return span.names or tuple(self.view.gazetteer.meanings(self.view.shown[span.start : span.end]))

    def settled(self, span: Span) -> Span | None:
        """Return a span with the one meaning it has here, with none, or None where it is no name."""
        said = fitting(span, self.names(span))
        if span.entity or not said:
            return span
        names = accusable(self.view, span, said, self.sure, self.lent)
        return self._meant(span, names) if names else None if span.weak else unmeant(span, said, sure=False)

    def _meant(self, span: Span, names: tuple[Name, ...]) -> Span | None:
        """Return a span with the one of `names` that is meant here."""
        acronym = letters(self.view.shown[span.start : span.end])
        short = acronym <= SHORT
        if self._other_ministry(span, names):
            return replace(span, names=(), confidence=min(span.confidence, SETTLED), kind=Kind.AGENCY)
        if all(
            (n.strength < Strength.ALIAS and self._foreign(n.known, short=short))
            or is_stray(self.view, n, acronym, self.spelled)
            for n in names
        ):
            kind = span.kind if span.kind in _BODIES else None
            return replace(span, names=(), confidence=min(span.confidence, SETTLED), kind=kind)
        strong = strongly(names)
        place = all(n.known.kind in PEOPLE for n in names) and (
            place_follows(self.view, self._after(span)) or (span.weak and named_after(self.view, self._after(span)))
        )
        if not strong and (place or self._borne(span, names)):
            kind = Kind.PLACE if place else None if span.kind == Kind.PLACE else span.kind
            return None if span.weak else replace(span, names=(), kind=kind)
        chosen = self._choose(span, names, list(strong))
        if chosen is not None:
            kept = tuple(n for n in names if n.known.id == chosen.id)
            kind = chosen.kind if chosen.kind in PEOPLE and span.kind in _BODIES else span.kind
            if (kept, kind) == (span.names, span.kind) and span.confidence >= SETTLED:
                return span
            return replace(span, names=kept, kind=kind, confidence=max(span.confidence, SETTLED))
        return None if span.weak else unmeant(span, names, sure=bool(strong))

    def _after(self, span: Span) -> int:
        return self.view.words.before(span.end) + 1

    def _borne(self, span: Span, names: Sequence[Name]) -> bool:
        """Whether the surname is borne by one whom the document names in full."""
        key = fold_phrase(self.view.shown[span.start : span.end])
        if key not in self.bearers or key in self.lesser or any(n.known.kind == Kind.CARTEL for n in names):
            return False
        passing, titled = self.bearers[key], self._titled(span)
        return not any((passing or n.known.id in titled) and self._leads(n.known) for n in names)

    def _titled(self, span: Span) -> set[str]:
        """Return the ids of known people to whose office the title before a surname points."""
        people = [n.known for n in self.names(span) if n.known.kind in PEOPLE and n.strength == Strength.WEAK]
        if not people:
            return set()
        words = self.view.words
        said = set(words.folds[slice(*title_before(words, words.before(span.start) + 1))]) & TITLES
        return {
            known.id
            for known in people
            for post in known.posts
            if post.years.holds(self.view.year) and not said.isdisjoint(post.title.casefold().split())
        }

    def _choose(self, span: Span, names: Sequence[Name], strong: list[Known]) -> Known | None:
        words = self.view.words
        i, j = words.before(span.start) + 1, words.before(span.end) + 1
        groups = [n.known for n in names if n.known.kind == Kind.CARTEL]
        places = [n.known for n in names if n.known.kind == Kind.PLACE]
        if groups and not any(k in groups for k in strong):
            group = self._group(groups, i, j, place=bool(places))
            if group is not None:
                return group
        if strong:
            return self._namesake(span, names, strong) or self._likeliest(strong)
        person = self._person(span, [n.known for n in names if n.known.kind in PEOPLE], i)
        if person is not None:
            return person
        if places and self._plain(i, j):
            return self._likeliest(places)
        bodies = [n.known for n in names if n.known.kind in _BODIES]
        return self._body(span, i, j, bodies) if bodies and not self.view.all_caps(span.start) else None

    def _group(self, groups: list[Known], i: int, j: int, *, place: bool) -> Known | None:
        """Choose a criminal group whose weak name is also a place's, a family's or an ordinary word."""
        folds = self.view.words.folds[i:j]
        ordinary = all(f in COMMON for f in folds)
        stated = is_group(self.view, i, j, place=place or (j - i == 1 and not self._plain(i, j)), rivals=self.rivals)
        group = self._likeliest(groups)
        if stated:
            return group
        family = len(folds) > 1 and folds[0] not in _ARTICLES
        if place or ordinary or family or not self._plain(i, j):
            return None
        return group if group.id in self.sure or self._here(group) else None

    def _namesake(self, span: Span, names: Sequence[Name], strong: list[Known]) -> Known | None:
        """Return the person whom the document names in full, or by title, and whose surname is also a firm's."""
        if any(k.kind != Kind.ORGANIZATION for k in strong):
            return None
        people = (n.known for n in names if n.known.kind in PEOPLE and n.strength == Strength.WEAK)
        return next((k for k in people if k.id in self.backed or k.id in self._titled(span)), None)

    def _person(self, span: Span, people: list[Known], i: int) -> Known | None:
        if i and self.view.words.folds[i - 1] == "the" and self.view.words.folds[i] in COMMON:
            return None
        found = [k for k in people if k.id in self.backed]
        titled = self._titled(span)
        found = [k for k in found if k.id in titled] or found
        if not found:
            found = (
                [k for k in people if self._leads(k)]
                or colleague(self.view, span, people)
                or noted(self.view, span, people)
            )
        if not found and not span.weak:
            found = [k for k in people if (self._here(k) or presides(k)) and self._in_office(k)]
        if not found and fold_phrase(self.view.shown[span.start : span.end]) in self.lesser:
            found = people
        place = span.tag == "LOC" and i > 0 and self.view.words.folds[i - 1] in PLACE_BEFORE
        return self._likeliest(found) if found and not place else None

    def _body(self, span: Span, i: int, j: int, bodies: list[Known]) -> Known | None:
        """Choose an institution that is named by a common word (`the Army`): the document's country's."""
        view, words = self.view, self.view.words
        following = words.texts[j] if j < len(words) and words.joins[j - 1] else ""
        previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
        capital_before = bool(previous) and words.texts[i - 1][0].isupper() and previous not in FUNCTION
        amid = span.weak and (following[:1].isupper() or capital_before)
        ordinary = words.first[i] and words.folds[i] in view.lower and not span.tag
        everywhere = worldwide(view, i, j, bodies)
        if everywhere is not None and not any(self._here(k) for k in bodies):
            return everywhere
        if amid or ordinary or view.part(span.start) not in CO_MENTIONING or not stands_alone(view, j):
            return None
        key = fold_phrase(view.shown[span.start : span.end])
        cable = view.reading.document.kind == DocumentKind.CABLE
        if not cable and key in INSTITUTIONS and view.country in {"", "US"}:
            home = home_of(view, key, span.start)
            return next((k for k in bodies if k.country == home), None)
        here = [k for k in bodies if self._here(k)]
        present = [k for k in bodies if k.id in self.sure]
        if present and (not here or present[0] in here):
            return self._likeliest(present)
        own = key not in INSTITUTIONS
        american = own if cable else view.country in {"", "US"}
        if not here and american and (previous in _TOWARDS or span.tag):
            return next((k for k in bodies if k.country == "US"), None)
        return here[0] if here else None

    def _foreign(self, known: Known, *, short: bool) -> bool:
        """Whether a body of another country, which the document does not even name, can hardly be meant."""
        country = self.view.country
        if known.kind not in _BODIES or known.country in {"", "US", country} or (country in {"", "US"} and not short):
            return False
        return not self.view.nations[known.country]

    def _other_ministry(self, span: Span, names: Sequence[Name]) -> bool:
        """Whether a ministry's common acronym (`MFA`) stands where the gazetteer lacks the country's own."""
        country = self.view.country
        if country in {"", "US"} or fold_phrase(self.view.shown[span.start : span.end]) not in MINISTRIES:
            return False
        return all(n.known.country != country for n in names)

    def _here(self, known: Known) -> bool:
        return bool(self.view.country) and known.country == self.view.country

    def _leads(self, known: Known) -> bool:
        """Whether a person then led the document's country, or one that it names: a surname is enough."""
        if self.view.year is None or not (self._here(known) or self.view.nations[known.country]):
            return False
        return any(p.title in LEADERS and p.years.first and p.years.holds(self.view.year) for p in known.posts)

    def _in_office(self, known: Known) -> bool:
        return not known.posts or any(p.years.holds(self.view.year) for p in known.posts)

    def _likeliest(self, candidates: list[Known]) -> Known:
        """Return the one that the document surely names, of its country, then in office, of a nation it names."""

        def rank(known: Known) -> tuple[bool, bool, bool, int, int]:
            timely = self._in_office(known) and known.years.holds(self.view.year)
            named = self.view.nations[known.country] if known.kind in _BODIES else 0
            return (known.id in self.sure, self._here(known), timely, named, -candidates.index(known))

        return max(candidates, key=rank)

    def _plain(self, i: int, j: int) -> bool:
        """Whether the words are no ordinary word opening a sentence."""
        words = self.view.words
        return not (words.first[i] and j - i == 1 and (words.folds[i] in COMMON or words.folds[i] in self.view.lower))
