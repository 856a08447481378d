"""The figures of an evaluation."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Rate:
    """How much of what was found is right (precision), and how much of what is right was found (recall)."""

    hit: float = 0
    found: float = 0
    gold: float = 0

    @property
    def precision(self) -> float:
        """The share of the found ones that are right; 0 where nothing was found."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the right ones that were found; 0 where there are none."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _harmonic(self.precision, self.recall)

    def add(self, hit: int, found: int, gold: int) -> None:
        """Add a document's counts."""
        self.hit += hit
        self.found += found
        self.gold += gold


@dataclass(slots=True)
class BCubed:
    """How mentions are grouped into entities, by B³.

    Bagga and Baldwin (1998), "Algorithms for Scoring Coreference Chains", LREC workshop on linguistic coreference.
    Each mention's share of its group that both sides agree on, averaged over the found ones (precision) and over the
    gold ones (recall); a mention that only one side has costs that side.
    """

    precise: float = 0
    found: int = 0
    recalled: float = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision = self.precise / self.found if self.found else 0.0
        recall = self.recalled / self.gold if self.gold else 0.0
        return _harmonic(precision, recall)


@dataclass(slots=True)
class Figures:
    """What an evaluation measured, summed over its documents.

    `actors` and `mentions` are spans of actors, and of all; `kinds` the matched ones whose entity has the right kind;
    `edges` the pairs of actors that share a paragraph; `across` the pairs of mentions of one entity in two documents.
    """

    documents: int = 0
    actors: Rate = field(default_factory=Rate)
    mentions: Rate = field(default_factory=Rate)
    kinds: Rate = field(default_factory=Rate)
    linking: BCubed = field(default_factory=BCubed)
    edges: Rate = field(default_factory=Rate)
    relations: Rate = field(default_factory=Rate)
    across: Rate = field(default_factory=Rate)

    def rows(self) -> dict[str, float]:
        """Return each figure by its name; `across` is left out where no entity stands in two documents."""
        figures = {
            "mentions_actors": self.actors.f1,
            "mentions_all": self.mentions.f1,
            "kind": self.kinds.recall,
            "linking": self.linking.f1,
            "edges": self.edges.f1,
            "relations": self.relations.f1,
        }
        return figures | ({"across": self.across.recall} if self.across.gold else {})


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
