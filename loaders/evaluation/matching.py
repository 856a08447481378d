"""Matching what two sides marked in one document: mentions by overlap, entities by their mentions."""

from collections import Counter
from collections.abc import Iterable, Sequence

from loaders.evaluation.annotation import Span

OVERLAP = 0.5
"""The least intersection over union of two spans that are one mention."""


def matched(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Match gold to found spans one to one, the best overlap first; return positions by positions."""
    by_start = sorted(range(len(found)), key=lambda j: found[j].start)
    pairs = []
    for i, span in enumerate(gold):
        for j in by_start:
            if found[j].start >= span.end:
                break
            if (overlap := span.overlap(found[j])) >= OVERLAP:
                pairs.append((overlap, i, j))
    result: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in result and j not in used:
            result[i] = j
            used.add(j)
    return result


def aligned(votes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the gold entity of each found one, from the (gold, found) entities of matched mentions.

    One to one, the pair that most mentions share first.
    """
    result: dict[str, str] = {}
    for (gold, found), _ in Counter(votes).most_common():
        if found not in result and gold not in result.values():
            result[found] = gold
    return result
