"""A thing in the making: what a document names, while its mentions are being gathered."""

from dataclasses import dataclass, field

from graph.entity import PEOPLE, Kind
from loaders.names.known import Known
from loaders.names.span import Span


@dataclass(slots=True, eq=False)
class Thing:
    """One thing that a document names. `id` is empty until it is known or made; `weak` says that the name alone
    cannot be followed into other documents.
    """

    name: str
    kind: Kind | None = None
    known: Known | None = None
    id: str = ""
    weak: bool = False
    person: bool = False
    spans: list[Span] = field(default_factory=list)

    @property
    def human(self) -> bool:
        """Whether it is a person of any kind."""
        return self.person or self.kind in PEOPLE
