"""What was found in one file, in a notebook: to check before it is loaded."""

from typing import Any

from api.notebook.listing import Listing
from graph.entity import Entity
from graph.extraction import Extraction
from graph.mention import Mention
from graph.relation import Relation


class Extracted:
    """A document with the entities, mentions and relations found in it; `text` is its source text."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.document = extraction.document
        self.text = extraction.text

    @property
    def entities(self) -> Listing[Entity]:
        """What is named, each once, with how often."""
        counts: dict[str, int] = {}
        for mention in self.extraction.mentions:
            counts[mention.entity] = counts.get(mention.entity, 0) + 1

        def row(entity: Entity) -> dict[str, Any]:
            return {
                "name": entity.name,
                "kind": entity.kind.value,
                "mentions": counts.get(entity.id, 0),
                "known": entity.known,
                "aliases": ", ".join(entity.aliases),
                "id": entity.id,
            }

        found = sorted(self.extraction.entities, key=lambda each: (-counts.get(each.id, 0), each.id))
        return Listing(found, row, ("name", "kind", "mentions", "known", "aliases", "id"), what="entities")

    @property
    def mentions(self) -> Listing[Mention]:
        """Where each is named, in order, with who found it and how sure that is."""
        texts = {passage.ordinal: passage.text for passage in self.extraction.passages}

        def row(mention: Mention) -> dict[str, Any]:
            return {
                "surface": mention.surface,
                "entity": mention.entity,
                "method": mention.method.value,
                "confidence": mention.confidence,
                "passage": texts[mention.passage],
            }

        columns = ("surface", "entity", "method", "confidence", "passage")
        return Listing(self.extraction.mentions, row, columns, what="mentions")

    @property
    def relations(self) -> Listing[Relation]:
        """What the document's form says of people and offices: posts, drafters, who cleared it."""

        def row(relation: Relation) -> dict[str, Any]:
            return {
                "subject": relation.subject,
                "relation": relation.kind.value,
                "object": relation.object,
                "title": relation.title,
            }

        return Listing(self.extraction.relations, row, ("subject", "relation", "object", "title"), what="relations")

    def __repr__(self) -> str:
        x = self.extraction
        return (
            f"{self.document.path} ({self.document.kind.value}): {len(x.passages)} passages, {len(x.entities)} "
            f"entities, {len(x.mentions)} mentions, {len(x.relations)} relations"
        )
