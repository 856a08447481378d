"""A note: what somebody wrote on an entity or an edge."""

import secrets
from dataclasses import dataclass

LONGEST = 10_000
"""The most characters of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """A text on one entity or on the edge between two (`about`: their ids, in order).

    `at` is when it was written and `edited` when it was last changed (UTC), `by` whoever wrote what stands.
    """

    id: str
    about: list[str]
    text: str
    by: str
    at: str
    edited: str | None = None


def new_id(noun: str) -> str:
    """Return an id that nothing else has, such as `note-6e1b0c9d52aa`."""
    return f"{noun}-{secrets.token_hex(6)}"
