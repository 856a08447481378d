"""What analysis of the whole graph gives back: plain values that the API and the command line show as they are.

Lists go on at `next`, which is None at their end.
"""

from dataclasses import dataclass

from graph.answer import EntityRow


@dataclass(frozen=True, slots=True)
class Computed:
    """What was computed, of which state of the store (`revision`), when, and in how many seconds.

    `betweenness` says in words whether it is exact. Links that only mere lists made are left out.
    """

    revision: int
    scope: str
    nodes: int
    links: int
    communities: int
    modularity: float
    betweenness: str
    computed: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an entity stands in the graph; each number's meaning is told by `graph.analysis`."""

    entity: EntityRow
    degree: int
    weighted_degree: float
    pagerank: float
    betweenness: float
    community: int
    participation: float
    constraint: float
    core: int
    articulation: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """Entities by one measure, the highest first."""

    computed: Computed
    measure: str
    items: list[Standing]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Community:
    """A group named by its best-linked members; `kinds` counts its members by kind."""

    community: int
    name: str
    size: int
    kinds: dict[str, int]
    members: list[EntityRow]


@dataclass(frozen=True, slots=True)
class Communities:
    """The largest communities."""

    computed: Computed
    items: list[Community]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """How heavily an entity is linked into a community."""

    community: int
    name: str
    links: int
    weight: float


@dataclass(frozen=True, slots=True)
class Broker:
    """An entity between communities, with the communities that it is linked into, the heaviest first."""

    standing: Standing
    ties: list[Tie]


@dataclass(frozen=True, slots=True)
class Brokers:
    """Who stands between communities, by one measure."""

    computed: Computed
    by: str
    items: list[Broker]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """An entity at the end of a link."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class BackboneLink:
    """A link of a backbone: `count` passages (or paragraphs) name both, `weight` distinct ones; `q` is of chance."""

    source: End
    target: End
    count: int
    weight: float
    q: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backbone keeps: counts of it and of the whole, and how much of all links' weight (0 to 1)."""

    nodes: int
    of_nodes: int
    links: int
    of_links: int
    weight: float


@dataclass(frozen=True, slots=True)
class Backbone:
    """What a backbone keeps of the graph, and its heaviest links."""

    revision: int
    scope: str
    rule: str
    level: float
    kept: Kept
    links: list[BackboneLink]
    next: str | None = None
