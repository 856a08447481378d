"""A co-mention as other tools take it: an undirected link with plain attributes."""

from dataclasses import dataclass

from graph.bolt import Row


@dataclass(frozen=True, slots=True)
class Link:
    """Two entities named together, by their ids, `source` before `target` in spelling.

    Counts are of passages and paragraphs that name both, and of documents with such a paragraph; `llr` to `q` are those
    of `graph.answer.Weight`; `first` and `last` are the dates of those documents, None where none is dated.
    """

    source: str
    target: str
    passages: int
    paragraphs: int
    documents: int
    llr: float | None
    npmi: float | None
    observed: float | None
    expected: float | None
    q: float | None
    first: str | None
    last: str | None


def link_of(row: Row) -> Link:
    """Return the link that a row of the store is."""
    return Link(row["source"], row["target"], **row["weight"])
