"""A candidate: a stretch of the shown text that some recogniser takes for a name."""

from dataclasses import dataclass

from graph.entity import PEOPLE, Kind
from graph.mention import Method
from loaders.names.known import Name

WEAK = 0.5
"""Below this confidence a span is no name unless the document supports it."""
_FITTING = {
    Kind.PLACE: frozenset[Kind](),
    Kind.AGENCY: frozenset({Kind.AGENCY, Kind.ORGANIZATION}),
    Kind.OFFICIAL: PEOPLE - {Kind.TRAFFICKER},
}
"""What a name in the form can mean, whose kind the form tells; a place's code is read elsewhere."""
SETTLED = 0.6
"""The confidence of a weak name that the document supports."""


@dataclass(frozen=True, slots=True)
class Span:
    """A possible name at `start:end` of the shown text.

    `tag` is the machine tagger's type, `kind` what the recogniser takes it for, `names` what the gazetteer says that it
    may mean, `entity` an identifier that the recogniser itself is sure of, with `title` as that entity's name.
    """

    start: int
    end: int
    method: Method
    confidence: float
    kind: Kind | None = None
    tag: str = ""
    names: tuple[Name, ...] = ()
    entity: str = ""
    title: str = ""

    @property
    def weak(self) -> bool:
        """Whether the document must support the span, for it to be a name."""
        return self.confidence < WEAK


def fitting(span: Span, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return those of `names` that can be meant where the document's form tells the kind."""
    if span.method != Method.STRUCTURE or span.kind not in _FITTING:
        return names
    return tuple(n for n in names if n.known.kind in _FITTING[span.kind])
