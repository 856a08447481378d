"""How well names are told to be of one person: against lists of aliases, name against name.

The lists are a test and nothing else: no name of theirs is known to extraction.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from graph.name import fold
from loaders.names.spelling import parts, spoken

Pair = tuple[str, str]
_MOST = 5_000
"""So many pairs of a sort are drawn at most."""
_BEARERS = 60
"""So many bearers of one name are paired with each other."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Pairs of names: of one person, and of two; `near` are those of two who share a family name or a given name."""

    same: tuple[Pair, ...]
    near: tuple[Pair, ...]
    far: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a judge of names said: of how many pairs of one person, and of how many of two, that they are the same."""

    same: int
    found: int
    two: int
    taken: int
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]

    @property
    def recall(self) -> float:
        """The share of the pairs of one person that were found."""
        return self.found / self.same if self.same else 1.0

    @property
    def precision(self) -> float:
        """The share of the pairs said to be the same that are, among as many of one person as there were of two."""
        said = self.found + self.taken
        return self.found / said if said else 1.0


def read_ofac(path: Path) -> dict[str, list[str]]:
    """Return the names of each designated person (JSON lines with id, type, name, aliases), the listed one first.

    Weak aliases (nicknames, which the list itself does not trust) are left out.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: [row["name"], *row["aliases"]] for row in rows if row["type"] == "individual"}


def read_correspondents(path: Path) -> dict[str, list[str]]:
    """Return each correspondent's names of two words or more (CSV with AliasName, PersonName), the usual one first.

    Mail addresses, offices and first names alone are left out: names are compared, not address books.
    """
    names: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            alias = row["AliasName"].split(":")[-1].strip()
            if "@" not in alias and len(parts(alias)) > 1 and len(parts(row["PersonName"])) > 1:
                names.setdefault(row["PersonName"], [row["PersonName"]]).append(alias)
    return names


def trial(people: Mapping[str, Iterable[str]], seed: int = 1) -> Trial:
    """Draw pairs of names: each person's first with every other, and of two people as many at most."""
    names = {id_: list(dict.fromkeys(some)) for id_, some in people.items()}
    chance = Random(seed)  # noqa: S311 -- a draw that can be repeated
    same = [(some[0], other) for some in names.values() for other in some[1:] if fold(some[0]) != fold(other)]
    bearers: dict[str, list[Pair]] = defaultdict(list)
    for id_, some in sorted(names.items()):
        for name in some:
            words = parts(spoken(name))
            for word in {*words[-1].split(), *words}:
                bearers[word].append((id_, name))
    own = {name: {id_ for id_, some in names.items() if name in some} for some in names.values() for name in some}
    near = {
        _pair(one, other)
        for some in bearers.values()
        for (a, one), (b, other) in combinations(some[:_BEARERS], 2)
        if a != b and not own[one] & own[other] and fold(one) != fold(other)
    }
    everyone = sorted(own)
    far = {_pair(*chance.sample(everyone, 2)) for _ in range(_MOST if len(everyone) > 1 else 0)}
    far = {pair for pair in far if not own[pair[0]] & own[pair[1]]} - near
    return Trial(*(tuple(_some(chance, sorted(set(pairs)))) for pairs in (same, near, far)))


def shares_a_word(pair: Pair) -> bool:
    """Whether two names have any word in common; of one person's two names without one, comparing can say nothing."""
    one, other = (set(" ".join(parts(spoken(name))).split()) for name in pair)
    return not one.isdisjoint(other)


def judge(same: Iterable[Pair], two: Iterable[Pair], says: Callable[[str, str], bool]) -> Verdicts:
    """Ask of every pair whether the two names are of one person."""
    same, two = list(same), list(two)
    missed = tuple(pair for pair in same if not says(*pair))
    wrong = tuple(pair for pair in two if says(*pair))
    return Verdicts(len(same), len(same) - len(missed), len(two), len(wrong), wrong, missed)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _some(chance: Random, pairs: list[Pair]) -> list[Pair]:
    return pairs if len(pairs) <= _MOST else sorted(chance.sample(pairs, _MOST))
