"""A document's annotation in the gold form, as evaluation compares it: spans, entities and relations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.entity import ACTORS
from graph.relation import RelationKind

SCORED = frozenset(RelationKind) - {RelationKind.PART_OF}
"""The relations that are compared."""

_STAMP = re.compile(r"\s*\]?\s*(?:\d{3,8}\b|Case No)")
"""What follows a name that counts neither way: a place in a cable's number, the agency in a release stamp."""

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Span:
    """A mention: `start:end` of the source text in code points, and the entity it names."""

    start: int
    end: int
    entity: str

    def overlap(self, other: "Span") -> float:
        """Return the intersection of two spans over their union, from 0 to 1."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / (max(self.end, other.end) - min(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one side, gold or program, says of one document; what is optional counts neither way."""

    spans: tuple[Span, ...]
    optional: tuple[Span, ...]
    kinds: Mapping[str, str]
    relations: frozenset[Triple]
    optional_relations: frozenset[Triple]

    @classmethod
    def read(cls, form: Mapping[str, Any], text: str) -> "Annotation":
        """Read a document in the gold form; `text` is its source."""
        counted = [m for m in form["mentions"] if not _STAMP.match(text, m["end"])]
        relations = [r for r in form.get("relations", ()) if r["relation"] in SCORED]
        return cls(
            spans=tuple(_span(m) for m in counted if not m.get("optional")),
            optional=tuple(_span(m) for m in counted if m.get("optional")),
            kinds={e["id"]: e["kind"] for e in form["entities"]},
            relations=frozenset(_triple(r) for r in relations if not r.get("optional")),
            optional_relations=frozenset(_triple(r) for r in relations if r.get("optional")),
        )

    def is_actor(self, entity: str) -> bool:
        """Tell whether an entity is of a kind that acts: any but a place."""
        return self.kinds.get(entity) in {kind.value for kind in ACTORS}


def _span(mention: Mapping[str, Any]) -> Span:
    return Span(mention["start"], mention["end"], mention["entity"])


def _triple(relation: Mapping[str, Any]) -> Triple:
    return relation["subject"], relation["relation"], relation["object"]
