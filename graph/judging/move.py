"""A source entity that is to be moved: where it is, and what it is to be."""

from dataclasses import dataclass

from graph.bolt import Row
from graph.judgement import Source
from graph.judging.standing import Settled


@dataclass(frozen=True, slots=True)
class Move:
    """`source`, which the document writes as `written`, becomes `then`."""

    source: Source
    written: str
    then: Settled

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others: its document, its name, the extraction's id."""
        return self.source.document, self.source.name, self.source.id

    @property
    def row(self) -> Row:
        """What the moving queries take; `computed` None says that it is where extraction put it."""
        moved = self.then.entity != self.source.id
        return {
            "document": self.source.document,
            "name": self.source.name,
            "id": self.source.id,
            "to": self.then.entity,
            "computed": self.source.id if moved else None,
            "judged_name": self.then.name,
            "judged_kind": self.then.kind,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """A source entity as the store has it now."""

    source: Source
    written: str
    now: Settled


def found(row: Row) -> Found:
    """Return what a row of the `judge_sources…` queries says."""
    now = Settled(row["entity"], row["judged_name"], row["judged_kind"])
    return Found(Source(row["document"], row["name"], row["kind"], row["id"]), row["written"], now)
