"""Who is who among the people of one document: full names, surnames, given names, nicknames, brothers."""

import re

from graph.entity import PEOPLE
from loaders.names.groups import is_group
from loaders.names.known import Known
from loaders.names.lexicon import GIVEN
from loaders.names.span import Span
from loaders.names.spelling import FULL, formal, parts, same_person, spoken, surnames
from loaders.names.thing import Thing
from loaders.names.view import View
from loaders.names.words import fold_phrase

_KINSHIP = "brother|sister|half-brother|sibling|son|daughter|father|cousin|nephew|uncle"
_KIN = re.compile(rf"(?:['’]s?|\bhis|\bher) (?:\w+ )?(?:{_KINSHIP})s?,? $", re.IGNORECASE)
_ALIAS = re.compile(
    r"(?:,? ?\(?(?:also |better |widely )?(?:known as|a\.?k\.?a\.?|alias|nicknamed|nickname|called|dubbed),?)?"
    r" ?\(?[\"“'‘]?$",
    re.IGNORECASE,
)
_PATRONYMIC = re.compile(r" (?:bin|ibn|bint) ", re.IGNORECASE)
"""Who is named so is called by the given name (`Sheikh Khalifa`), whatever the family's."""
_NEAR = 40
_SHORTEST = 4


class People:
    """The people of a document, gathered name by name: longest names first, then the short ones that stand for them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.things: list[Thing] = []

    def known(self, known: Known, thing: Thing) -> None:
        """Add a known person, found by the gazetteer."""
        if known.kind in PEOPLE:
            self.things.append(thing)

    def full(self, surface: str) -> Thing:
        """Resolve a full name: a person whom the gazetteer or the document already has, else a new one."""
        name = spoken(surface)
        for thing in self.things:
            if same_person(name, thing.name):
                if thing.known is None and len(name) > len(thing.name) and not name.isupper():
                    thing.name = name
                return thing
        known = self.view.gazetteer.surely(name) or self._misspelt(name)
        if known is None or known.kind not in PEOPLE:
            double = [t for t in self.things if " ".join(parts(name)) in surnames(t.name)]
            if double:
                return max(double, key=lambda t: len(t.spans))
        thing = Thing(name=name, person=True)
        if known is not None and known.kind in PEOPLE:
            old = next((t for t in self.things if t.known is known), None)
            if old is not None:
                return old
            thing = Thing(name=known.name, kind=known.kind, known=known, id=known.id, person=True)
        self.things.append(thing)
        return thing

    def _misspelt(self, name: str) -> Known | None:
        """Return the one known person of that surname whose name is a slip away (`Sullivan, Jacobi`)."""
        last = parts(name)[-1:]
        bearers = {
            n.known.id: n.known for n in self.view.gazetteer.names.get("".join(last), ()) if n.known.kind in PEOPLE
        }
        alike = [k for k in bearers.values() if same_person(name, k.name)]
        return alike[0] if len(alike) == 1 else None

    def short(self, span: Span, surface: str) -> Thing | None:
        """Resolve a surname, given name or nickname to the one person in the document who bears it."""
        folds = parts(spoken(surface))
        key = " ".join(folds)
        same = [t for t in self.things if parts(t.name) == folds] or self._by_patronymic(key)
        if same:
            return same[0]
        ranked = [
            (0 if self._called(t, key) else surnames(t.name).index(key) + (t.known is not None), t)
            for t in self.things
            if key in surnames(t.name) and key not in parts(t.name)[:1]
        ]
        relative = None if ranked else self._relative(span, surface)
        if relative is not None:
            return relative
        best = min((rank for rank, _ in ranked), default=0)
        bearers = [t for rank, t in ranked if rank == best] or [
            t for t in self.things if self._called(t, fold_phrase(surface))
        ]
        if bearers:
            return self._nearest(span, bearers)
        if len(folds) == 1 and (key in GIVEN or len(key) >= _SHORTEST):
            called = [t for t in self.things if formal(parts(t.name)[0]) == formal(key) and len(parts(t.name)) > 1]
            return called[0] if len(called) == 1 else None
        return None

    def _by_patronymic(self, key: str) -> list[Thing]:
        """Return the only one who bears that given name with a patronymic, if there is one."""
        called = [t for t in self.things if parts(t.name)[:1] == [key] and _PATRONYMIC.search(t.name)]
        return called if len(called) == 1 else []

    def _called(self, thing: Thing, key: str) -> bool:
        """Whether a known person is known by that surname alone (Álvaro Uribe Vélez is Uribe)."""
        return thing.known is not None and any(n.known is thing.known for n in self.view.gazetteer.names.get(key, ()))

    def nickname(self, span: Span) -> Thing | None:
        """Resolve a nickname in quotes to the person named right before it (`Mora, known as "El Toto"`)."""
        shown = self.view.shown
        best: tuple[int, Thing] | None = None
        for thing in self.things:
            for other in thing.spans:
                gap = span.start - other.end
                if 0 < gap < _NEAR and _ALIAS.fullmatch(shown[other.end : span.start]) and gap > 1:
                    best = min(best or (gap, thing), (gap, thing), key=lambda b: b[0])
        return best[1] if best else None

    def _relative(self, span: Span, surface: str) -> Thing | None:
        """Resolve `Hector` in `ABL's brother, Hector` to the one who bears that given name and the family's surname."""
        before = self.view.shown[max(span.start - _NEAR, 0) : span.start]
        match = _KIN.search(before)
        if not match or " " in surface:
            return None
        edge = span.start - len(before) + match.start()
        kin = [
            (other.end, t)
            for t in self.things
            for other in t.spans
            if other.end <= edge + 1 and self.view.passage(other.start) == self.view.passage(span.start)
        ]
        if not kin:
            return None
        thing = max(kin, key=lambda k: k[0])[1]
        words = spoken(thing.name).split()
        if len(words) < FULL:
            return None
        family = " ".join(words[-2:]) if len(words) > FULL and words[1].casefold() not in GIVEN else words[-1]
        return self.full(f"{surface} {family}")

    def _nearest(self, span: Span, candidates: list[Thing]) -> Thing:
        """Return the candidate named last before the span, or first after it."""
        if len(candidates) == 1:
            return candidates[0]

        def distance(thing: Thing) -> tuple[bool, int]:
            before = [span.start - s.end for s in thing.spans if s.end <= span.start]
            return (not before, min(before) if before else min((s.start for s in thing.spans), default=1 << 30))

        return min(candidates, key=distance)

    def family_group(self, span: Span, groups: list[Thing]) -> Thing | None:
        """Resolve a family's name before `brothers`, `organization` and the like to the family's group."""
        words = self.view.words
        i, j = words.before(span.start) + 1, words.before(span.end) + 1
        key = " ".join(words.folds[i:j])
        if not is_group(self.view, i, j, place=False, rivals=True):
            return None
        return next((t for t in groups if key in " ".join(parts(t.name)) and t.human is False), None)
