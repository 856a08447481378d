"""A verdict: what a reader made of an edge, or of one sentence behind it."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from graph.comention import pair

LONGEST_REASON = 2_000
LONGEST_QUOTE = 1_000
"""The most characters of the sentence judged that a verdict keeps for whoever reads it later."""


class Opinion(StrEnum):
    """What a verdict says. All but the first say that there is no link: such sentences and edges count on request."""

    REAL = "real"
    MERE_LIST = "mere list"
    """The names stand beside each other in a list, and nothing more is said."""
    DENIAL = "denial"
    """The text denies a link."""
    WRONG_PERSON = "wrong person"
    """A namesake, or a name read wrongly."""


AGAINST = frozenset(Opinion) - {Opinion.REAL}
"""The opinions by which a sentence or an edge does not count where verdicts are obeyed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence: the document, the offset in its source text where the sentence began, and the sentence as shown.

    Offsets of the source text outlive a new extraction, which may cut sentences anew: the sentence that a place means
    is the one that covers it.
    """

    document: str
    place: int
    quote: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of the edge between `a` and `b` (ids, in order), or of one sentence of it, and why.

    `document`, `place` and `quote` are None for a verdict on the whole edge, and so is `passage`: the ordinal that the
    sentence has now, None too where the document is not in the store any more. `at` is UTC, `by` whoever said it.
    """

    id: str
    a: str
    b: str
    verdict: Opinion
    reason: str
    by: str
    at: str
    document: str | None = None
    place: int | None = None
    quote: str | None = None
    passage: int | None = None


def verdict_id(a: str, b: str, place: Place | None = None) -> str:
    """Return the id of the verdict on an edge or on one of its sentences: only one stands at a time."""
    about = [*pair(a, b), *((place.document, str(place.place)) if place else ())]
    return f"verdict-{blake2b(chr(0).join(about).encode(), digest_size=8).hexdigest()}"
