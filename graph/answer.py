"""What reading the store gives back: plain values that the API and the pages show as they are."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graph.verdict import Opinion, Verdict

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Items(Generic[T]):
    """One page of a list; `next` is the cursor of the page after it, None at the end.

    `note` says aloud where a bound was met in counting, None where none was.
    """

    items: list[T]
    next: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as a list shows it: `mentions` and `documents` are counts, `aliases` the commonest first."""

    id: str
    name: str
    kind: str
    aliases: list[str]
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post that documents give an official, with those documents' ids."""

    title: str
    agency: str
    agency_name: str
    documents: list[str]


@dataclass(frozen=True, slots=True)
class EntityDetail:
    """An entity as its own page shows it. `first` and `last` are its documents' dates, None where none is dated."""

    id: str
    name: str
    kind: str
    kinds: list[str]
    aliases: list[str]
    mentions: int
    documents: int
    first: str | None
    last: str | None
    posts: list[PostRow]


@dataclass(frozen=True, slots=True)
class Weight:
    """How two entities are linked: counts at three scopes and significance over paragraphs.

    `observed` distinct paragraphs name both where chance would have `expected`, each version once and a mere list for
    less than 1; `q` is the false-discovery rate at which that is more than chance; None before the first refresh.
    `first` and `last` are the dates of its documents, None where none is dated.
    """

    passages: int
    paragraphs: int
    documents: int
    llr: float | None
    npmi: float | None
    observed: float | None = None
    expected: float | None = None
    q: float | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What readers said of a link: of the edge itself (None: nothing), and on how many of its sentences."""

    edge: Opinion | None = None
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity at the other end of a link."""

    entity: EntityRow
    weight: Weight
    verdicts: Verdicts = Verdicts()


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a list shows it."""

    id: str
    kind: str
    subject: str
    date: str | None
    date_precision: str | None
    date_source: str | None
    origin: str
    marking: str
    path: str


@dataclass(frozen=True, slots=True)
class Span:
    """`start:end` in the text beside it, in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A text that names two entities, and where: one passage, or at wider scopes all the passages that name either.

    `verdicts` are those that stand on its sentences, about this link. The document's versions, which say the same in
    another form, are no evidence of their own: `also` names them.
    """

    document: DocumentRow
    passage: int
    part: str
    paragraph: int | None
    marking: str
    text: str
    a: list[Span]
    b: list[Span]
    verdicts: list[Verdict] = field(default_factory=list)
    also: list[DocumentRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes of a network, by their ids."""

    source: str
    target: str
    weight: Weight
    verdicts: Verdicts = Verdicts()


@dataclass(frozen=True, slots=True)
class Network:
    """A part of the graph; `truncated` says that `limit` cut it."""

    nodes: list[EntityRow]
    edges: list[Edge]
    truncated: bool


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A mention as a reader sees it: its place in the shown text, and in the source text."""

    entity: str
    name: str
    kind: str
    surface: str
    start: int
    end: int
    source_start: int
    source_end: int
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with the mentions and redactions in its text."""

    passage: int
    part: str
    block: int
    paragraph: int | None
    marking: str
    text: str
    mentions: list[NamedSpan]
    redactions: list[Span]


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A document with its source text (what `source_start:source_end` points into) and its passages.

    Where it is another form of a document that counts for both, `version_of` is that one; else `versions` are its own.
    """

    document: DocumentRow
    numbers: dict[str, str]
    tags: list[str]
    text: str
    passages: list[PassageRow]
    version_of: DocumentRow | None = None
    versions: list[DocumentRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that holds the words searched for."""

    document: DocumentRow
    passage: int
    paragraph: int | None
    marking: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a Cypher query, its values as JSON; `truncated` says that the row or byte limit cut it."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many there are, versions of documents and what only they name included: what Neo4j knows without looking."""

    documents: int
    entities: int
    passages: int
    links: int


@dataclass(frozen=True, slots=True)
class Stats:
    """What the store holds: counts of documents by kind, entities by kind, passages, mentions, links.

    Of the documents so many are `versions` of others, which are kept in full and count no second time.
    """

    documents: dict[str, int]
    versions: int
    entities: dict[str, int]
    passages: int
    mentions: int
    links: int
