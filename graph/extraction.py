"""All that was read out of one document: what loaders hand to the store."""

from dataclasses import dataclass

from graph.document import Document
from graph.entity import Entity
from graph.mention import Mention
from graph.passage import Passage
from graph.relation import Relation


@dataclass(frozen=True, slots=True)
class Extraction:
    """One document with its source text and all that was found in it.

    `text` is the source text that every offset points into. Passages stand in order and do not overlap; each mention
    lies inside its passage; each mention's and relation's entity is among `entities`.
    """

    document: Document
    text: str
    passages: tuple[Passage, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
