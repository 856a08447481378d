"""Judgements: what somebody said of names, that no document says. They are kept, never overwritten, and may be undone.

A judgement is about source entities, what one document calls one thing. It finds them by keys that outlive the
documents in which they were found, and a better extractor.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.entity import PEOPLE, Kind
from graph.errors import InputError


class Decision(StrEnum):
    """What can be said of names."""

    SAME = "same"
    NOT_SAME = "not the same"
    UNSURE = "unsure"
    """Looked at and left open: nothing changes, and review asks no more."""
    RENAME = "rename"
    KIND = "kind"
    NOT_A_NAME = "not a name"
    SPLIT = "split"
    """Some of an entity's source entities are another one."""


ABOUT_TWO = frozenset({Decision.SAME, Decision.NOT_SAME, Decision.UNSURE})


def family(kind: str) -> str:
    """Return the kinds that are told apart by little more than a word: people, bodies, places.

    >>> family("trafficker") == family("official"), family("cartel") == family("place")
    (True, False)
    """
    if kind in PEOPLE:
        return "people"
    return "place" if kind == Kind.PLACE else "body"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Some source entities: all of an extraction's id, all of a name and family of kinds, or those of one document.

    `name` is folded. By name alone (without `document`) are found only names that the extraction follows from one
    document to another, so that "two Zapatas" stay two.
    """

    entity: str = ""
    name: str = ""
    family: str = ""
    document: str = ""

    @property
    def text(self) -> str:
        """The key as the store keeps it."""
        if self.entity:
            return f"entity:{self.entity}"
        return f"{f'source:{self.document}' if self.document else 'name'}:{self.family}:{self.name}"


def parse_key(text: str) -> Key:
    """Return the key that `Key.text` wrote; raises InputError.

    >>> parse_key("source:66420096590d3577:people:zapata").document
    '66420096590d3577'
    """
    word, _, rest = text.partition(":")
    if word == "entity" and rest:
        return Key(entity=rest)
    document = ""
    if word == "source":
        document, _, rest = rest.partition(":")
    group, _, name = rest.partition(":")
    if word not in {"name", "source"} or bool(document) != (word == "source") or not group or not name:
        raise InputError(f"{text!r} is no key of a judgement.")
    return Key(name=name, family=group, document=document)


@dataclass(frozen=True, slots=True)
class Source:
    """A source entity: what one document calls one thing (`name`, folded), and the id that extraction gave it."""

    document: str
    name: str
    kind: str
    id: str

    @property
    def local(self) -> bool:
        """Whether its name is too weak to be followed from one document to another: its id holds its document's."""
        return f"-{self.document[:8]}" in self.id

    @property
    def found_by(self) -> tuple[Key, ...]:
        """The keys that find it, the most specific first."""
        group = family(self.kind)
        own = Key(name=self.name, family=group, document=self.document)
        everywhere = () if self.local else (Key(name=self.name, family=group),)
        return (own, *everywhere, Key(entity=self.id))


@dataclass(frozen=True, slots=True)
class Undone:
    """That a judgement was taken back: when, by whom, why."""

    at: str
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement. `n` counts a store's judgements from 1, in the order in which they were made.

    `value` is the id that both get (same), the new id (split), the name (rename) or the kind. `by` is a person, or the
    name of a rule where `rule` says so. `left_id` and `left_name` are the entity that it was said of, as the store had
    it then, `right_id` and `right_name` the other one, if it is about two.
    """

    n: int
    decision: Decision
    left: tuple[Key, ...]
    right: tuple[Key, ...] = ()
    value: str = ""
    by: str = ""
    rule: bool = False
    at: str = ""
    why: str = ""
    left_id: str = ""
    left_name: str = ""
    right_id: str = ""
    right_name: str = ""
    undone: Undone | None = None

    @property
    def id(self) -> str:
        """Its identifier in the store."""
        return f"judgement-{self.n}"


def ranked(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that stand, the weightiest first: a person's before a rule's, then the newest."""
    return sorted((j for j in judgements if j.undone is None), key=lambda j: (j.rule, -j.n))
