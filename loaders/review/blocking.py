"""Which entities are compared at all: those that share a key, so that comparing stays within bounds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.name import fold
from loaders.review.known import Known
from loaders.review.spelling import body_words, nicknames, person_words, skeleton

LARGEST_BLOCK = 60
"""Entities that share a key; a key that more share (a common surname, `Ministry`) tells nothing by itself."""
MOST_PAIRS = 400_000
SHORTEST = 3
"""Letters of the shortest word that is a key by itself."""

Key = tuple[str, ...]


def pairs(entities: Iterable[Known]) -> Iterator[tuple[Known, Known]]:
    """Give the pairs to compare, each once, those of the largest entities first within a key; at most `MOST_PAIRS`."""
    blocks: dict[Key, list[Known]] = defaultdict(list)
    for entity in sorted(entities, key=lambda e: (-e.links, -e.mentions, e.id)):
        for key in _keys(entity):
            blocks[key].append(entity)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        if len(block) > LARGEST_BLOCK:
            continue
        for a, b in combinations(block, 2):
            both = (a.id, b.id) if a.id < b.id else (b.id, a.id)
            if both not in seen:
                seen.add(both)
                yield a, b
                if len(seen) >= MOST_PAIRS:
                    return


def _keys(entity: Known) -> set[Key]:
    keys: set[Key] = {("name", fold(entity.name))}
    for name in entity.names:
        if entity.family == "people":
            keys |= _person_keys(person_words(name))
        else:
            keys |= _body_keys(entity.family, name)
    return keys


def _person_keys(words: tuple[str, ...]) -> set[Key]:
    shapes = [skeleton(word) for word in words]
    keys: set[Key] = {("word", shape) for word, shape in zip(words, shapes, strict=True) if len(word) >= SHORTEST}
    keys |= {("two", *sorted(two)) for two in combinations(shapes, 2)}
    if len(words) > 1:
        keys |= {("initial", words[0][0], shape) for shape in shapes[1:]}
        keys |= {("nickname", str(number), shape) for number in nicknames(words[0]) for shape in shapes[1:]}
    return keys


def _body_keys(family: str, name: str) -> set[Key]:
    words = body_words(name)
    keys: set[Key] = {(family, "whole", skeleton("".join(sorted(words))))}
    keys |= {(family, "word", skeleton(word)) for word in words if len(word) > SHORTEST}
    keys |= {(family, "two", *sorted(map(skeleton, two))) for two in combinations(words[:6], 2)}
    if len(words) > 1:
        keys.add((family, "initials", "".join(word[0] for word in words)))
    elif name.isupper():
        keys.add((family, "initials", fold(name)))
    return keys
