"""What a load did."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extraction import Extraction

if TYPE_CHECKING:  # it brings the driver along, which a process that reads has no use for
    from graph.writer import Written


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no document, and why, in a sentence."""

    path: str
    reason: str


@dataclass(slots=True)
class Summary:
    """What a load did: counts of what it added, the files that gave nothing, and the size of the store afterwards.

    `documents` counts the added ones by kind; `replaced` are the paths where a changed document took the place of its
    old self (it is among the added); `versions` is how many documents of the store are other forms of others, and
    count no second time; `seconds` is the time of the whole load, and `stages` how it was spent.
    """

    documents: dict[str, int] = field(default_factory=dict)
    already_there: int = 0
    replaced: list[str] = field(default_factory=list)
    no_document: list[Unread] = field(default_factory=list)
    unreadable: list[Unread] = field(default_factory=list)
    passages: int = 0
    mentions: int = 0
    entities: int = 0
    links: int = 0
    versions: int = 0
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def added(self) -> int:
        """How many documents were added."""
        return sum(self.documents.values())

    def spent(self, stage: str, seconds: float) -> None:
        """Count seconds to a stage."""
        self.stages[stage] = self.stages.get(stage, 0.0) + seconds

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count the seconds of the block to a stage."""
        begun = time.monotonic()
        yield
        self.spent(stage, time.monotonic() - begun)

    def count(self, batch: Sequence[Extraction], written: "Written") -> None:
        """Count a batch that was written."""
        added = set(written.added)
        for extraction in {x.document.id: x for x in batch if x.document.id in added}.values():
            kind = extraction.document.kind.value
            self.documents[kind] = self.documents.get(kind, 0) + 1
            self.passages += len(extraction.passages)
            self.mentions += len(extraction.mentions)
        self.already_there += len(batch) - len(added)
        self.replaced.extend(written.replaced)
