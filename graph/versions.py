"""Which documents are versions of which: forms of one text count once, as the fullest of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from graph.likeness import Said, same_text
from graph.signature import Signature

CROWD = 64
"""A band that more texts than this meet in is made of what all documents of a form say, and tells nothing."""

Near = Callable[[Collection[str]], Mapping[str, Collection[str]]]
"""Gives for some texts (`Signature.text`) those that they are to be compared with."""


def versions(signatures: Mapping[str, Signature], said: Callable[[str], Said]) -> dict[str, str]:
    """Return for each document that is a version of another one the id of that other, which counts for both.

    `signatures` are those of all documents by id; `said` is asked for what some of them say, again where it has to be.
    The answer is a function of the set of documents.
    """
    ids: dict[str, list[str]] = defaultdict(list)
    meeting: dict[int, set[str]] = defaultdict(set)
    bands: dict[str, set[int]] = defaultdict(set)
    for id_, one in signatures.items():
        ids[one.text].append(id_)
        bands[one.text].update(one.bands)
        for band in one.bands:
            meeting[band].add(one.text)

    def near(texts: Collection[str]) -> dict[str, set[str]]:
        crowds = {text: [meeting[band] for band in bands[text]] for text in texts}
        return {text: {t for crowd in crowds[text] if len(crowd) <= CROWD for t in crowd} for text in texts}

    def same(one: str, other: str) -> bool:
        return same_text(said(min(ids[one])), said(min(ids[other])))

    sizes = {id_: one.size for id_, one in signatures.items()}
    return {
        id_: fullest
        for group in together(sorted(ids), near, same)
        for fullest in [speaking([id_ for text in group for id_ in ids[text]], sizes)]
        for text in group
        for id_ in ids[text]
        if id_ != fullest
    }


def speaking(ids: Iterable[str], sizes: Mapping[str, int]) -> str:
    """Return the document that counts for all forms of one text: the longest, or else the first in order of id."""
    return min(ids, key=lambda id_: (-sizes[id_], id_))


def together(texts: Iterable[str], near: Near, same: Callable[[str, str], bool]) -> list[list[str]]:
    """Return the groups of texts that are one, chain by chain, which the given texts belong to."""
    above: dict[str, str] = {}

    def head(text: str) -> str:
        while above.setdefault(text, text) != text:
            above[text] = above[above[text]]
            text = above[text]
        return text

    known: set[str] = set()
    new = sorted(set(texts))
    while new:
        known.update(new)
        found = near(new)
        reached = set()
        for text in new:
            for other in sorted(found.get(text, ())):
                if head(text) != head(other) and same(*sorted((text, other))):
                    above[head(text)] = head(other)
                    reached.add(other)
        new = sorted(reached - known)
    groups: dict[str, list[str]] = defaultdict(list)
    for text in sorted(known):
        groups[head(text)].append(text)
    return list(groups.values())
