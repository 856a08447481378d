"""For whom acts are counted, and which acts there are."""

from enum import StrEnum

from graph.relation import RelationKind

ROLES = tuple(kind.value for kind in RelationKind if kind not in {RelationKind.WORKS_AT, RelationKind.PART_OF})
"""What a person can have done with a document."""


class Actor(StrEnum):
    """For whom acts are counted."""

    PERSON = "person"
    OFFICE = "office"
