"""What holds for every extraction whatsoever."""

import re

from graph.extraction import Extraction
from graph.relation import DOCUMENT


def laws(extraction: Extraction) -> None:
    """Check where mentions lie, what they show, and that relations hold between what is named."""
    entities = {e.id: e for e in extraction.entities}
    assert len(entities) == len(extraction.entities)
    ends: dict[int, int] = {}
    for mention in extraction.mentions:
        passage = extraction.passages[mention.passage]
        assert passage.start <= mention.start < mention.end <= passage.end
        assert passage.text[mention.shown_start : mention.shown_end] == mention.surface
        assert mention.shown_start >= ends.get(mention.passage, 0)
        ends[mention.passage] = mention.shown_end
        assert mention.entity in entities
        assert 0 < mention.confidence <= 1
        assert re.fullmatch(r"[a-z0-9-]+", mention.entity)
        assert mention.source
    for relation in extraction.relations:
        assert relation.subject in entities
        assert relation.object == DOCUMENT or relation.object in entities
        assert relation.subject != relation.object
