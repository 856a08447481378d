"""What an entity is called: its name, kind and aliases, derived from what all documents call it.

Every rule here is a function of counts, so that the order in which documents were loaded leaves no trace.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.name import fold

_ACRONYM = 5
"""The most letters that a name in capitals has and is still read as an acronym."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A name and kind that `documents` documents give an entity, with `mentions` mentions between them.

    `known` says that both come from a gazetteer; `judged_name` and `judged_kind` are what a judgement says instead.
    """

    name: str
    kind: str
    known: bool
    mentions: int
    documents: int
    judged_name: str | None = None
    judged_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """The derived properties of an entity; `kinds` and `aliases` stand in order, the commonest first."""

    name: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]


def called(namings: Iterable[Naming], surfaces: Iterable[tuple[str, int]]) -> Called:
    """Derive what an entity is called from its namings (at least one) and its surfaces with their counts.

    What was judged comes before all else, then a gazetteer's name and kind, then the one with most mentions, then most
    documents, then the first in spelling. Where a kind was judged, what documents say of it counts no more. Spellings
    that differ only in case or accents count as one name; see `_spelling`. An alias that is the name in another
    spelling is left out.
    """
    namings = list(namings)
    name = _ranked([(n.judged_name or n.name, _rank(n, n.judged_name)) for n in namings])[0]
    kinds: dict[str, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    judged = [n for n in namings if n.judged_kind]
    for n in judged or namings:
        kind = n.judged_kind or n.kind
        kinds[kind] = _add(kinds[kind], _rank(n, n.judged_kind))
    renamed = [(n.name, (0, 0, 0)) for n in namings if n.judged_name]
    aliases = _ranked([*((surface, (0, count, 0)) for surface, count in surfaces), *renamed])
    return Called(
        name=name,
        kinds=_ordered(kinds),
        aliases=tuple(alias for alias in aliases if fold(alias) != fold(name)),
    )


def spellings(surfaces: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return each name with its count, the commonest first; what differs in case or accents is one, as in `called`."""
    counts: dict[str, int] = defaultdict(int)
    weighted = []
    for surface, count in surfaces:
        counts[fold(surface)] += count
        weighted.append((surface, (0, count, 0)))
    return [(name, counts[fold(name)]) for name in _ranked(weighted)]


def _ordered(kinds: Mapping[str, tuple[int, int, int]]) -> tuple[str, ...]:
    """Return the kinds in order of weight. `person` is what a document says that tells nothing of an office: where as
    many others (two at least) call somebody an official, that goes before.
    """
    order = sorted(kinds, key=lambda kind: (_descending(kinds[kind]), kind))
    plain, office = kinds.get(_PLAIN), kinds.get(_OFFICE)
    if order[0] == _PLAIN and plain and office and office[0] == plain[0] and office[2] >= max(plain[2], _TOLD):
        order.remove(_OFFICE)
        order.insert(0, _OFFICE)
    return tuple(order)


_Weight = tuple[int, int, int]
_PLAIN, _OFFICE = "person", "official"
_TOLD = 2
_JUDGED = 2
"""The weight of a judgement, where a gazetteer's is 1."""


def _rank(naming: Naming, judged: str | None) -> _Weight:
    return _JUDGED if judged else int(naming.known), naming.mentions, naming.documents


def _add(a: _Weight, b: _Weight) -> _Weight:
    return max(a[0], b[0]), a[1] + b[1], a[2] + b[2]


def _descending(weight: _Weight) -> _Weight:
    return -weight[0], -weight[1], -weight[2]


def _ranked(weighted: Iterable[tuple[str, _Weight]]) -> list[str]:
    """Return the names in order of weight, each in its best spelling."""
    spellings: dict[str, dict[str, _Weight]] = defaultdict(lambda: defaultdict(lambda: (0, 0, 0)))
    for name, weight in weighted:
        same = spellings[fold(name)]
        same[name] = _add(same[name], weight)
    totals = {folded: _total(same.values()) for folded, same in spellings.items()}
    return [_spelling(spellings[folded]) for folded in sorted(totals, key=lambda f: (_descending(totals[f]), f))]


def _total(weights: Iterable[_Weight]) -> _Weight:
    total = (0, 0, 0)
    for weight in weights:
        total = _add(total, weight)
    return total


def _spelling(same: dict[str, _Weight]) -> str:
    """Return the best of one name's spellings: a gazetteer's, one in mixed case, the commonest, the first.

    Short capitals are an acronym's own spelling and not held against it.
    """
    return min(same, key=lambda s: (-same[s][0], s == s.upper() and len(s) > _ACRONYM, _descending(same[s]), s))
