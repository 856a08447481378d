"""What questions about judgements are answered with: plain values, as JSON has them."""

from dataclasses import dataclass

from graph.answer import DocumentRow, EntityRow, Span


@dataclass(frozen=True, slots=True)
class End:
    """An entity that a judgement was made of: its id and name by then, and the id that it has now (null: none)."""

    id: str
    name: str
    now: str | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """When, by whom and why a judgement was taken back."""

    at: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement as a list shows it.

    `value` is the new name or kind, or the id that both have, or that of what was split off. `overruled` says that it
    stands, and something weightier contradicts it. `words` is all of it in a sentence.
    """

    id: str
    decision: str
    entity: End
    other: End | None
    value: str
    by: str
    rule: bool
    at: str
    why: str
    undone: TakenBack | None
    overruled: bool
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that names an entity, with the places of the name."""

    document: DocumentRow
    passage: int
    text: str
    spans: list[Span]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities that may be the same, with the sentences that name it most fully."""

    entity: EntityRow
    links: int
    sentences: list[Said]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a judgement would change: how many mentions, documents and links it touches, said in `words`.

    `shared` counts those whom both entities are named with, where it is about two.
    """

    mentions: int
    documents: int
    links: int
    shared: int
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one document calls an entity: the folded name by which it may be split off, as written, how often."""

    source: str
    name: str
    mentions: int


@dataclass(frozen=True, slots=True)
class PartsRow:
    """A document that names an entity, and what it calls it."""

    document: DocumentRow
    names: list[Part]
