"""The significance of links, counted anew from documents by plain sets and scipy: what the store's is compared with."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from scipy.stats import false_discovery_control, hypergeom

from graph.extraction import Extraction
from graph.passage import CO_MENTIONING

Pair = tuple[str, str]
Unit = tuple[frozenset[str], float, bool]
"""Who is named, what it counts for, whether it is a mere list."""


def letters(text: str) -> tuple[str, int]:
    """A text's letters and digits without case and accents, and the number of its words."""
    spread = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in spread if not unicodedata.combining(c)).casefold()
    parted = "".join(c if c.isalnum() else " " for c in plain).split()
    return "".join(parted), len(parted)


def units(documents: Iterable[Extraction]) -> tuple[list[Unit], list[Unit]]:
    """The distinct passages and the distinct paragraphs that name anybody."""
    passages: dict[object, set[str]] = defaultdict(set)
    paragraphs: dict[object, set[str]] = defaultdict(set)
    longest: dict[object, int] = defaultdict(int)
    for x in documents:
        named = {p.ordinal: {m.entity for m in x.mentions if m.passage == p.ordinal} for p in x.passages}
        counting = [p for p in x.passages if p.part in CO_MENTIONING]
        for block in {p.block for p in counting}:
            inside = [p for p in counting if p.block == block]
            whole = _mark([p.text for p in inside], x.document.id)
            for p in inside:
                if named[p.ordinal]:
                    passages[_mark([p.text], x.document.id)] |= named[p.ordinal]
                    paragraphs[whole] |= named[p.ordinal]
                    longest[whole] = max(longest[whole], len(named[p.ordinal]))
    return (
        [_unit(names, len(names)) for names in passages.values()],
        [_unit(names, longest[mark]) for mark, names in paragraphs.items()],
    )


def weights(documents: Iterable[Extraction]) -> dict[Pair, dict[str, float]]:
    """What each link carries, by the names it has in the store."""
    passages, paragraphs = units(documents)
    wide, near = _weigh(paragraphs), _weigh(passages)
    found = {}
    for pair, w in wide.items():
        found[pair] = {name: w[name] for name in ("observed", "expected", "llr", "npmi", "p", "q")}
        if pair in near:
            found[pair] |= {f"{name}_passage": near[pair][name] for name in ("observed", "llr", "npmi", "q")}
            found[pair]["lists"] = near[pair]["lists"]
    return found


def _mark(texts: list[str], document: str) -> object:
    both = [letters(text) for text in texts]
    said = "".join(text for text, _ in both)
    return said if sum(n for _, n in both) >= 5 else (said, document)


def _unit(names: set[str], width: int) -> Unit:
    return frozenset(names), (7 / (width - 1) if width > 8 else 1.0), width > 8


def _weigh(given: list[Unit]) -> dict[Pair, dict[str, float]]:
    total = math.fsum(weight for _, weight, _ in given)
    everyone = {name for names, _, _ in given for name in names}
    margin = {name: math.fsum(w for names, w, _ in given if name in names) for name in everyone}
    found: dict[Pair, dict[str, float]] = {}
    for pair in combinations(sorted(everyone), 2):
        both = [(w, is_list) for names, w, is_list in given if set(pair) <= names]
        if not both:
            continue
        n, (x, y) = math.fsum(w for w, _ in both), (margin[name] for name in pair)
        p = hypergeom.sf(math.floor(n + 1e-9) - 1, *(math.ceil(count - 1e-9) for count in (total, x, y)))
        found[pair] = {
            "observed": n,
            "expected": x * y / total,
            "llr": _llr(n, x, y, total),
            "npmi": 0.0 if n >= total - 1e-9 else math.log(n * total / (x * y)) / -math.log(n / total),
            "p": float(p),
            "lists": sum(is_list for _, is_list in both) / len(both),
        }
    rest = len(everyone) * (len(everyone) - 1) // 2 - len(found)
    if found:
        q = false_discovery_control([min(1.0, w["p"]) for w in found.values()] + [1.0] * rest)
        for w, value in zip(found.values(), q, strict=False):
            w["q"] = float(value)
    return found


def _llr(n: float, x: float, y: float, total: float) -> float:
    """Dunning's own form: the log of the likelihood ratio of two binomials, n of x against y - n of total - x."""

    def likelihood(k: float, of: float, p: float) -> float:
        return (k * math.log(p) if k > 1e-9 else 0.0) + ((of - k) * math.log(1 - p) if of - k > 1e-9 else 0.0)

    rest = total - x
    alone = likelihood(y - n, rest, (y - n) / rest) if rest > 1e-9 else 0.0
    apart = likelihood(n, x, n / x) + alone
    same = likelihood(n, x, y / total) + (likelihood(y - n, rest, y / total) if rest > 1e-9 else 0.0)
    g2 = 2 * (apart - same)
    return g2 if n * total >= x * y else -g2
