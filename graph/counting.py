"""What documents that stand in the store add to its counts, and giving or taking it back."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from graph.bolt import Row, Transaction
from graph.comention import Pair, pairs_of, paragraphs_of
from graph.passage import PARTS
from graph.query import query


@dataclass(slots=True)
class Contribution:
    """What some documents add: to entities (by id, then by the name of the count), and to pairs, with their dates."""

    entities: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pairs: dict[Pair, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    dates: dict[Pair, set[str]] = field(default_factory=lambda: defaultdict(set))


def contribution(tx: Transaction, named: Iterable[Row]) -> Contribution:
    """Return what some documents of the store, by their rows of `write_standing_names`, add or would to its counts."""
    found = Contribution()
    dates: dict[str, str | None] = {}
    for row in named:
        dates[row["document"]] = row["date"]
        if row["entity"] is not None:
            found.entities[row["entity"]].update(documents=1, mentions=row["mentions"])
    places = tx.run(query("write_standing_places"), ids=sorted(dates), parts=PARTS)
    for id_, rows in groupby(places, itemgetter("document")):
        counted = [(row["passage"], row["block"], row["entity"]) for row in rows]
        for entity, n in paragraphs_of(counted)[1].items():
            found.entities[entity].update(paragraphs=n)
        for both, count in pairs_of(counted).items():
            found.pairs[both].update(documents=1, passages=count.passages, paragraphs=count.paragraphs)
            if date := dates.get(id_):
                found.dates[both].add(date)
    return found


def give(tx: Transaction, what: Contribution) -> None:
    """Add what documents contribute to the counts."""
    tx.run(query("write_counts"), entities=_entity_rows(what, 1)).consume()
    rows = [
        [a, [[b, n["passages"], n["paragraphs"], n["documents"], *_reach(what.dates.get((a, b)))]]]
        for (a, b), n in sorted(what.pairs.items())
    ]
    tx.run(query("write_pairs"), pairs=rows).consume()


def take(tx: Transaction, what: Contribution) -> None:
    """Take back what documents contributed, which count no more or are gone."""
    rows = [[*both, n["passages"], n["paragraphs"], n["documents"]] for both, n in sorted(what.pairs.items())]
    dates = [[*both, sorted(lost)] for both, lost in sorted(what.dates.items())]
    tx.run(query("write_remove_pairs"), pairs=rows).consume()
    tx.run(query("write_pair_dates"), pairs=dates, parts=PARTS).consume()
    tx.run(query("write_counts"), entities=_entity_rows(what, -1)).consume()


def _entity_rows(what: Contribution, sign: int) -> list[Row]:
    return [
        {"id": id_, **{name: sign * n[name] for name in ("mentions", "documents", "paragraphs")}}
        for id_, n in sorted(what.entities.items())
    ]


def _reach(dates: set[str] | None) -> tuple[str | None, str | None]:
    return min(dates or (), default=None), max(dates or (), default=None)
