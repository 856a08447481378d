"""What the standing judgements make of a source entity: a function of the judgements alone, whatever their order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.judgement import Decision, Judgement, Key, Source, ranked


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is ruled of a group of keys: the entity's id, name and kind (None: as extracted), or that it is no name."""

    into: str | None = None
    name: str | None = None
    kind: str | None = None
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What a source entity is in the store: its entity (None: struck out), and its judged name and kind, if any."""

    entity: str | None
    name: str | None = None
    kind: str | None = None


_Said = dict[str, tuple[int, str]]
"""What was said of a group of keys, by attribute, each with the turn at which it was heard."""

_TAKING = {Decision.SPLIT: "into", Decision.NOT_A_NAME: "struck"}
_CALLING = {Decision.RENAME: "name", Decision.KIND: "kind"}


class Standing:
    """The judgements that stand, ready to be asked.

    They are heard by weight (`graph.judgement.ranked`), and what contradicts a weightier one is overruled: a person's
    word a rule's, the newer word the older. "Same" goes on from one to the next: whoever says that A is B and B is C
    says that A is C, unless something weightier keeps A and C apart. Of the keys that find a source entity the most
    specific rules.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._parent: dict[Key, Key] = {}
        self._said: dict[Key, _Said] = {}
        self._apart: dict[Key, set[tuple[int, int]]] = defaultdict(set)
        self._closed: set[Key] = set()
        overruled = []
        for self._turn, judgement in enumerate(ranked(judgements)):
            if not self._hear(judgement):
                overruled.append(judgement.id)
        self.overruled: frozenset[str] = frozenset(overruled)
        """The ids of those that stand but have no effect, because a weightier one contradicts them."""
        self.rulings: dict[Key, Ruling] = {
            key: _ruling(said) for key in self._parent if (said := self._said[self._root(key)])
        }

    def deciding(self, source: Source) -> Key | None:
        """Return the key by which a source entity is ruled on; None where nothing is said of it."""
        return next((key for key in source.found_by if key in self.rulings), None)

    def settle(self, source: Source) -> Settled:
        """Return what a source entity is in the store."""
        key = self.deciding(source)
        ruling = self.rulings[key] if key else Ruling()
        if ruling.struck:
            return Settled(None)
        return Settled(ruling.into or source.id, ruling.name, ruling.kind)

    def differing(self, other: "Standing") -> list[Key]:
        """Return the keys of which two sets of judgements say different things, in order."""
        keys = self.rulings.keys() | other.rulings.keys()
        return sorted(key for key in keys if self.rulings.get(key) != other.rulings.get(key))

    def _hear(self, judgement: Judgement) -> bool:
        """Take a judgement in; False where something weightier contradicts all of it."""
        if judgement.decision is Decision.SAME:
            return self._join(judgement)
        if judgement.decision is Decision.NOT_SAME:
            return self._part(judgement)
        if judgement.decision in _TAKING:
            return self._take(judgement, _TAKING[judgement.decision])
        if judgement.decision in _CALLING:
            return self._call(judgement, _CALLING[judgement.decision])
        return True

    def _join(self, judgement: Judgement) -> bool:
        left, right = self._open(judgement.left), self._open(judgement.right)
        roots = {self._root(key) for key in (*left, *right)}
        marks = [mark for root in roots for mark in self._apart.get(root, ())]
        sides: dict[int, set[int]] = defaultdict(set)
        for number, side in marks:
            sides[number].add(side)
        if not left or not right or any(len(both) > 1 for both in sides.values()):
            return False
        first, *rest = sorted(roots)
        for root in rest:
            self._unite(first, root)
        self._say(first, "into", judgement.value)
        return True

    def _part(self, judgement: Judgement) -> bool:
        left, right = ({self._root(key) for key in keys} for keys in (judgement.left, judgement.right))
        if left & right:
            return False
        for side, roots in enumerate((left, right)):
            for root in roots:
                self._apart[root].add((judgement.n, side))
        return True

    def _take(self, judgement: Judgement, attribute: str) -> bool:
        """Rule on those keys that nothing weightier has ruled on, and close them to what is less weighty."""
        free = [key for key in judgement.left if not self._said[self._root(key)]]
        for key in free:
            self._unite(free[0], key)
        self._closed.update(free)
        return bool(free) and self._say(free[0], attribute, judgement.value)

    def _call(self, judgement: Judgement, attribute: str) -> bool:
        heard = [self._say(key, attribute, judgement.value) for key in self._open(judgement.left)]
        return any(heard)

    def _say(self, key: Key, attribute: str, value: str) -> bool:
        """Say something of a group, unless something weightier was said; return whether it holds."""
        said = self._said[self._root(key)]
        return said.setdefault(attribute, (self._turn, value))[0] == self._turn

    def _open(self, keys: Iterable[Key]) -> list[Key]:
        return [key for key in keys if key not in self._closed]

    def _root(self, key: Key) -> Key:
        if key not in self._parent:
            self._parent[key] = key
            self._said[key] = {}
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _unite(self, first: Key, second: Key) -> None:
        one, other = self._root(first), self._root(second)
        if one == other:
            return
        self._parent[other] = one
        kept = self._said[one]
        for attribute, said in self._said.pop(other).items():
            kept[attribute] = min(said, kept.get(attribute, said))
        self._apart[one] |= self._apart.pop(other, set())


def _ruling(said: _Said) -> Ruling:
    into, name, kind = (said[word][1] if word in said else None for word in ("into", "name", "kind"))
    return Ruling(into, name, kind, "struck" in said)
