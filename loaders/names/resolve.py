"""Resolving the names of one document: which spans name the same thing, and which thing of the gazetteer that is."""

from collections.abc import Iterable, Sequence

from graph.entity import Kind
from graph.mention import Method
from graph.name import collapse
from graph.passage import Part
from loaders.names.acronyms import abbreviates, defined_acronyms
from loaders.names.identity import identify
from loaders.names.institutions import force_of, home_of, national
from loaders.names.kinds import judge_kind
from loaders.names.kinds_beside import judge_beside
from loaders.names.known import Known
from loaders.names.lexicon import INSTITUTIONS, MINISTRIES
from loaders.names.propagate import is_person
from loaders.names.resolve_formal import formal
from loaders.names.resolve_people import People
from loaders.names.span import Span
from loaders.names.spelling import FULL, parts, spoken, surnames
from loaders.names.thing import Thing
from loaders.names.title_alone import is_body_by_words, is_ordinary, names_only
from loaders.names.view import View
from loaders.names.words import fold_phrase


class Resolver:
    """Gathers the spans of one document into things."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.by_id: dict[str, Thing] = {}
        self.by_name: dict[str, Thing] = {}
        self.people = People(view)
        self.things: list[Thing] = []
        self.acronyms: dict[str, Thing] = {}

    def resolve(self, spans: Sequence[Span]) -> list[Thing]:
        """Return the things that the spans name, each with its spans, kind and identifier."""
        guesses = []
        for thing in self.gather(spans):
            thing.kind, guess = judge_kind(self.view, thing)
            if guess:
                guesses.append(thing)
        judge_beside(self.view, self.things, guesses)
        self.things = [t for t in self.things if not is_ordinary(t)]
        identify(self.view, self.things)
        return self.things

    def gather(self, spans: Sequence[Span]) -> list[Thing]:
        """Return the things that the spans name, each with its spans, before their kinds are judged."""
        surfaces = {id(s): collapse(self.view.shown[s.start : s.end]) for s in spans}
        left = [s for s in spans if not self._sure(s, surfaces[id(s)])]
        left = self._full_names(left, surfaces)
        self._acronyms(spans, surfaces)
        for span in left:
            surface = surfaces[id(span)]
            thing = (
                self.acronyms.get(surface.removesuffix("s"))
                or self._family(span)
                or self._force(span)
                or self._short(span, surface)
                or self._other(span, surface)
            )
            thing.spans.append(span)
        self._override(surfaces)
        self.things = [t for t in self.things if t.spans]
        for thing in self.things:
            thing.spans.sort(key=lambda s: s.start)
        return self.things

    def known(self, known: Known) -> Thing:
        """Return the thing of a known entity."""
        thing = self.by_id.get(known.id)
        if thing is None:
            thing = self._new(Thing(name=known.name, kind=known.kind, known=known, id=known.id))
            self.people.known(known, thing)
        return thing

    def _new(self, thing: Thing) -> Thing:
        if thing.id:
            self.by_id[thing.id] = thing
        self.things.append(thing)
        return thing

    def _made(self, entity: str, name: str, kind: Kind | None) -> Thing:
        known = self.view.gazetteer.entities.get(entity)
        if known is not None:
            return self.known(known)
        thing = self.by_id.get(entity)
        return thing or self._new(Thing(name=name, kind=kind, id=entity))

    def _sure(self, span: Span, surface: str) -> bool:
        """Resolve a span that a rule or the gazetteer is sure of."""
        ids = {n.known.id for n in span.names}
        if span.entity:
            self._made(span.entity, span.title, span.kind).spans.append(span)
        elif len(ids) == 1 and not self._of_the_form(span):
            self.known(span.names[0].known).spans.append(span)
        elif span.method == Method.STRUCTURE:
            return self._formal(span, surface)
        else:
            return False
        return True

    def _of_the_form(self, span: Span) -> bool:
        """Whether the form tells what a name means better than the gazetteer: an office in a clearance block (`H: Jo
        Poe`, `PA: Al Roe`), a place where an agency is named (`PARIS FOR WALLER`: the post there).
        """
        if span.method != Method.STRUCTURE or span.kind != Kind.AGENCY:
            return False
        cleared = self.view.part(span.start) == Part.CLEARANCE
        return cleared or span.names[0].known.kind not in {Kind.AGENCY, Kind.ORGANIZATION}

    def _formal(self, span: Span, surface: str) -> bool:
        meant = formal(self.view, span, surface)
        if meant is None:
            return False
        thing = self.known(meant.known) if meant.known else self._made(meant.id, meant.name, Kind.AGENCY)
        thing.spans.append(span)
        return True

    def _full_names(self, spans: Iterable[Span], surfaces: dict[int, str]) -> list[Span]:
        """Resolve people's full names, the longest first; return the spans that are left."""
        full = [s for s in spans if is_person(s) and len(parts(spoken(surfaces[id(s)]))) >= FULL]
        full.sort(key=lambda s: (-len(parts(spoken(surfaces[id(s)]))), s.start))
        done: set[int] = set()
        for span in full:
            surface = surfaces[id(span)]
            if self._family_word(span, surface):
                continue
            thing = self.people.full(surface)
            if thing not in self.things:
                self._new(thing)
            thing.spans.append(span)
            done.add(id(span))
        return [s for s in spans if id(s) not in done]

    def _family_word(self, span: Span, surface: str) -> bool:
        """Whether a two-word name is a family's here, or the surname of someone named in full."""
        key = " ".join(parts(spoken(surface)))
        if self._family(span) is not None:
            return True
        return any(key in surnames(t.name) for t in self.people.things if len(parts(t.name)) > FULL)

    def _family(self, span: Span) -> Thing | None:
        groups = [t for t in self.things if t.kind == Kind.CARTEL]
        return self.people.family_group(span, groups) if groups else None

    def _acronyms(self, spans: Sequence[Span], surfaces: dict[int, str]) -> None:
        """Learn the acronyms that the document defines in brackets after a name."""
        ends = {s.end: t for t in self.things for s in t.spans}
        places = {s.end: s for s in spans}
        for start, end in defined_acronyms(self.view):
            acronym = self.view.shown[start:end]
            span = next((places[start - gap] for gap in (2, 3, 1) if start - gap in places), None)
            if span is None:
                continue
            surface = surfaces[id(span)]
            spelled = abbreviates(acronym, surface.split())
            thing = ends.get(span.end)
            if thing is None:
                if not (spelled or surface[:1].casefold() == acronym[:1].casefold() or is_body_by_words(surface)):
                    continue
                thing = self._other(span, surface)
            settled = thing.known is not None or thing.human or "/" in thing.name or thing.kind == Kind.PLACE
            sure = self.view.gazetteer.surely(acronym)
            if spelled or (not settled and (sure is None or sure.id == thing.id or sure.id not in self.by_id)):
                self.acronyms.setdefault(acronym, thing)

    def _override(self, surfaces: dict[int, str]) -> None:
        """Give what the document itself defines the last word over the gazetteer's reading of an acronym."""
        for acronym, thing in self.acronyms.items():
            for other in self.things:
                if other is thing:
                    continue
                moved = [s for s in other.spans if surfaces[id(s)] == acronym and s.method != Method.STRUCTURE]
                other.spans = [s for s in other.spans if s not in moved]
                thing.spans.extend(moved)

    def _force(self, span: Span) -> Thing | None:
        """Resolve `the Army` to the army that the document has named, else to its own country's."""
        if not span.title or span.names or span.entity:
            return None
        named = [t for t in self.things if fold_phrase(t.name).endswith(span.title)]
        if named:
            return max(named, key=lambda t: len(t.spans))
        found = force_of(self.view, span.title, span.start)
        if found is None:
            return None
        return self._made(found.id, found.name, Kind.AGENCY)

    def _institution(self, key: str, position: int) -> Thing | None:
        """Resolve an institution that every country has (`Foreign Ministry`) to that of the country spoken of."""
        name = MINISTRIES.get(key, key)
        if name not in INSTITUTIONS:
            return None
        place = self.view.gazetteer.nations.get(home_of(self.view, name, position))
        if place is None:
            return None
        found = national(self.view.gazetteer, place, name)
        return self._made(found.id, found.name, Kind.AGENCY)

    def _short(self, span: Span, surface: str) -> Thing | None:
        if not is_person(span) and span.kind not in {None, Kind.PLACE}:
            return None
        if span.kind is None and span.tag not in {"PER", "", "LOC", "ORG"}:
            return None
        named = self.people.short(span, surface)
        if named is not None:
            if named not in self.things:
                self._new(named)
            return named
        if is_person(span):
            return self.people.nickname(span)
        return None

    def _other(self, span: Span, surface: str) -> Thing:
        """Resolve by the same name elsewhere in the document, or make a new thing of it."""
        person = is_person(span)
        key = fold_phrase(spoken(surface) if person else surface)
        key = key.removeprefix("the ")
        thing = self.by_name.get(key) or (None if person else self._institution(key, span.start))
        if thing is None:
            name = spoken(surface) if person else _tidy(surface)
            known = self.view.gazetteer.surely(name) if len(key.split()) > 1 else None
            if known is not None:
                return self.known(known)
            thing = self._new(Thing(name=name, kind=None if person else span.kind, person=person))
            if person:
                self.people.things.append(thing)
            self.by_name[key] = thing
        elif person and thing.kind is None:
            thing.person = True
        return thing


def _tidy(surface: str) -> str:
    return surface[4:] if surface[:4].casefold() == "the " else surface


def resolve(view: View, spans: Sequence[Span]) -> list[Thing]:
    """Return the things that the spans of a document name."""
    return Resolver(view).resolve(names_only(view, spans))
