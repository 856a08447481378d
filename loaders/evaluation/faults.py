"""What an extraction got wrong, each fault with its text: what to mend first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from loaders.evaluation.annotation import Annotation, Span, Triple

AROUND = 40
"""Characters shown on each side of a name."""


class FaultKind(StrEnum):
    """What can be wrong with an extraction."""

    MISSED = "missed name"
    FALSE = "false name"
    KIND = "wrong kind"
    LINK = "wrong link"
    """A mention of one thing that was given to another, or to a thing of its own."""
    MISSED_RELATION = "missed relation"
    FALSE_RELATION = "false relation"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `what` in a few words, and the text around it in the document `file`."""

    kind: FaultKind
    what: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """Faults of one kind that say the same, worst (the most of them) first where there are several groups."""

    kind: FaultKind
    what: str
    count: int
    files: tuple[str, ...]
    text: str
    """The text around the first of them."""


def grouped(faults: Iterable[Fault]) -> list[FaultGroup]:
    """Return faults that say the same together, by kind in the order of `FaultKind`, the most frequent first."""
    groups: dict[tuple[FaultKind, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        groups[fault.kind, fault.what].append(fault)
    found = [
        FaultGroup(kind, what, len(same), tuple(dict.fromkeys(f.file for f in same)), same[0].text)
        for (kind, what), same in groups.items()
    ]
    order = list(FaultKind)
    return sorted(found, key=lambda g: (order.index(g.kind), -g.count, g.what))


@dataclass(frozen=True, slots=True)
class Side:
    """Both sides of one document: gold, found, which gold mention is which found one, and which entities are one."""

    file: str
    text: str
    gold: Annotation
    found: Annotation
    spans: list[Span]
    """The found mentions that count."""
    pairs: Mapping[int, int]
    alignment: Mapping[str, str]
    """The gold entity of each found one."""


def faults_of(side: Side) -> list[Fault]:
    """Return all that is wrong in one document."""
    return [*_names(side), *_kinds_and_links(side), *_relations(side)]


def _names(side: Side) -> Iterable[Fault]:
    for i, span in enumerate(side.gold.spans):
        if i not in side.pairs:
            what = f"{_surface(side, span)} ({side.gold.kinds[span.entity]})"
            yield Fault(FaultKind.MISSED, what, side.file, _around(side, span))
    right = set(side.pairs.values())
    for j, span in enumerate(side.spans):
        if j not in right:
            what = f"{_surface(side, span)} ({side.found.kinds.get(span.entity, '?')})"
            yield Fault(FaultKind.FALSE, what, side.file, _around(side, span))


def _kinds_and_links(side: Side) -> Iterable[Fault]:
    for i, j in side.pairs.items():
        gold, found = side.gold.spans[i], side.spans[j]
        surface, around = _surface(side, gold), _around(side, gold)
        right, judged = side.gold.kinds[gold.entity], side.found.kinds.get(found.entity, "?")
        if right != judged:
            yield Fault(FaultKind.KIND, f"{surface}: {judged}, is {right}", side.file, around)
        linked = side.alignment.get(found.entity)
        if linked != gold.entity:
            to = linked or "a thing of its own"
            yield Fault(FaultKind.LINK, f"{surface}: to {to}, is {gold.entity}", side.file, around)


def _relations(side: Side) -> Iterable[Fault]:
    theirs: Counter[Triple] = Counter()
    for subject, relation, obj in side.found.relations:
        theirs[side.alignment.get(subject, f"?{subject}"), relation, side.alignment.get(obj, _own(obj))] += 1
    for triple in sorted(side.gold.relations - set(theirs)):
        yield Fault(FaultKind.MISSED_RELATION, " ".join(triple), side.file, "")
    for triple in sorted(set(theirs) - side.gold.relations - side.gold.optional_relations):
        yield Fault(FaultKind.FALSE_RELATION, " ".join(triple), side.file, "")


def _own(entity: str) -> str:
    return entity if entity == "document" else f"?{entity}"


def _surface(side: Side, span: Span) -> str:
    return " ".join(side.text[span.start : span.end].split())


def _around(side: Side, span: Span) -> str:
    before, after = max(span.start - AROUND, 0), span.end + AROUND
    return " ".join(
        f"{side.text[before : span.start]}«{side.text[span.start : span.end]}»{side.text[span.end : after]}".split()
    )
