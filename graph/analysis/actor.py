"""For whom acts are counted, and which acts there are."""

from enum import StrEnum
from typing import Literal, TypeAlias, get_args

Role: TypeAlias = Literal["drafted", "cleared", "approved", "reviewed", "classified", "signed"]
"""What a person can have done with a document: the kinds of relation whose object is the document."""
ROLES: tuple[Role, ...] = get_args(Role)


class Actor(StrEnum):
    """For whom acts are counted."""

    PERSON = "person"
    OFFICE = "office"
