"""What `graph.analysis` computes, as notebooks show it."""

from typing import Any

from api.notebook.html import table
from api.notebook.listing import Listing
from graph.analysis.answer import Broker, Brokers, Communities, Community
from graph.analysis.timeline import Point, Timeline

BROKER = ("name", "kind", "links", "participation", "constraint", "betweenness", "between", "id")
COMMUNITY = ("community", "name", "size", "kinds", "members")
POINT = ("period", "precision", "documents", "passages", "sources")


class Brokering(Listing[Broker]):
    """Entities between communities; `computed` says of which revision of the store the numbers are."""

    def __init__(self, answer: Brokers) -> None:
        super().__init__(answer.items, _broker, BROKER, what=f"brokers by {answer.by}")
        self.computed = answer.computed


class Groups(Listing[Community]):
    """Communities, the largest first."""

    def __init__(self, answer: Communities) -> None:
        super().__init__(answer.items, _community, COMMUNITY, what="communities")
        self.computed = answer.computed


class Times(Listing[Point]):
    """Documents by month or year; `undated` counts those that bear no date of their own."""

    def __init__(self, answer: Timeline, subject: str) -> None:
        undated = answer.undated
        note = f"{undated.documents:,} of {answer.documents:,} documents are undated, {undated.stamped:,} of them "
        super().__init__(
            answer.points, _point, POINT, what=f"dated {answer.by}s of {subject}", note=f"{note}stamped when released"
        )
        self.undated = undated

    def _repr_html_(self) -> str:
        most = max((point.documents for point in self), default=1)
        rows = [
            [point.period, point.documents, point.passages, "▇" * max(1, round(24 * point.documents / most))]
            for point in self
        ]
        return table(["period", "documents", "passages", ""], rows, self.title, most=len(rows))


def _broker(broker: Broker) -> dict[str, Any]:
    standing = broker.standing
    return {
        "name": standing.entity.name,
        "kind": standing.entity.kind,
        "links": standing.degree,
        "participation": standing.participation,
        "constraint": standing.constraint,
        "betweenness": standing.betweenness,
        "between": " | ".join(tie.name for tie in broker.ties),
        "id": standing.entity.id,
    }


def _community(community: Community) -> dict[str, Any]:
    return {
        "community": community.community,
        "name": community.name,
        "size": community.size,
        "kinds": ", ".join(f"{n} {kind}" for kind, n in community.kinds.items()),
        "members": ", ".join(member.name for member in community.members),
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "period": point.period,
        "precision": str(point.precision),
        "documents": point.documents,
        "passages": point.passages,
        "sources": ", ".join(f"{source} {n}" for source, n in point.sources.items()),
    }
