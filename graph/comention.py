"""Co-mentions: pairs of entities named together, counted from passages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.extraction import Extraction
from graph.passage import CO_MENTIONING

Pair = tuple[str, str]
Place = tuple[int, int, str]
"""One mention as counting sees it: its passage's ordinal, its block, its entity."""


@dataclass(frozen=True, slots=True)
class PairCount:
    """How often one document names two entities together: in how many of its passages, and of its paragraphs."""

    passages: int
    paragraphs: int


def pair(a: str, b: str) -> Pair:
    """Return two entity ids as the pair they make in either order."""
    return (a, b) if a < b else (b, a)


def places(extraction: Extraction) -> Iterator[Place]:
    """Give the mentions that count.

    Only those in passages of the co-mentioning parts do: address lines, distribution lists and clearance blocks make
    no co-mentions.
    """
    counting = {p.ordinal: p.block for p in extraction.passages if p.part in CO_MENTIONING}
    for mention in extraction.mentions:
        block = counting.get(mention.passage)
        if block is not None:
            yield mention.passage, block, mention.entity


def pairs_of(named: Iterable[Place]) -> dict[Pair, PairCount]:
    """Count the pairs that one document names together in a passage or a paragraph, from its places.

    A pair named together in a passage is named together in its paragraph too.
    """
    by_passage: dict[int, set[str]] = defaultdict(set)
    by_block: dict[int, set[str]] = defaultdict(set)
    for passage, block, entity in named:
        by_passage[passage].add(entity)
        by_block[block].add(entity)
    passages = _tally(by_passage.values())
    return {both: PairCount(passages[both], n) for both, n in _tally(by_block.values()).items()}


def paragraphs_of(named: Iterable[Place]) -> tuple[int, Counter[str]]:
    """Return how many paragraphs of one document name anything, and how many name each entity."""
    by_block: dict[int, set[str]] = defaultdict(set)
    for _, block, entity in named:
        by_block[block].add(entity)
    return len(by_block), Counter(entity for entities in by_block.values() for entity in entities)


def _tally(groups: Iterable[set[str]]) -> Counter[Pair]:
    counts: Counter[Pair] = Counter()
    for group in groups:
        counts.update(combinations(sorted(group), 2))
    return counts
