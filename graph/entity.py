"""Entities: the cartels, agencies, people and places that documents name."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entity is; its label in Neo4j is the capitalised value."""

    CARTEL = "cartel"
    """Any named criminal group."""
    AGENCY = "agency"
    """Any government body, office, armed force, embassy."""
    OFFICIAL = "official"
    """A person in government, drafters and signatories included."""
    TRAFFICKER = "trafficker"
    """A named criminal."""
    PERSON = "person"
    ORGANIZATION = "organization"
    """Parties, press, companies, guerrillas, international bodies."""
    PLACE = "place"

    @property
    def label(self) -> str:
        """The label that an entity of this kind carries in Neo4j."""
        return self.value.capitalize()


ACTORS = frozenset(Kind) - {Kind.PLACE}
PEOPLE = frozenset({Kind.OFFICIAL, Kind.TRAFFICKER, Kind.PERSON})


@dataclass(frozen=True, slots=True)
class Post:
    """An official's title at an office or agency, as one document gives it."""

    title: str = ""
    office: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing as one document names it, resolved to an identifier that is the same in every document.

    `id` is readable and deterministic, of the form `[a-z0-9-]+`: a gazetteer's, or the slug of the fullest name; a
    name too weak to be followed from one document to another (a bare surname) ends in its document's identifier.
    `aliases` are the surfaces that the document uses, and `known` says that the id and name come from a gazetteer.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    known: bool = False
