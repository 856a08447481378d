"""What the gazetteer knows: entities, and how surely a name means them."""

from dataclasses import dataclass
from enum import IntEnum

from graph.entity import Kind


class Strength(IntEnum):
    """How far a name alone can be trusted to mean its entity."""

    WEAK = 0
    """Only with support from the document (`Calderon`, `the Army`)."""
    ACRONYM = 1
    """Safe in this very writing (`SEMAR`)."""
    ALIAS = 2
    """Safe anywhere, in any case, with or without accents."""


@dataclass(frozen=True, slots=True)
class Years:
    """A span of years, both included; either end may be open."""

    first: int = 0
    last: int = 9999

    def holds(self, year: int | None) -> bool:
        """Whether `year` lies in the span; an unknown year always does."""
        return year is None or self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class KnownPost:
    """An office that a known person held."""

    title: str
    agency: str = ""
    years: Years = Years()


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the gazetteer. `country` is an ISO 3166 code, or empty; `tags` are TAGS codes."""

    id: str
    kind: Kind
    name: str
    country: str = ""
    parent: str = ""
    posts: tuple[KnownPost, ...] = ()
    demonyms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    years: Years = Years()


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one known entity; `writing` is the spelling that an acronym must have."""

    known: Known
    strength: Strength
    writing: str = ""
    comma: bool = False
