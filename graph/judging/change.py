"""What moving names changes in the counts, pairs and relations that are kept of documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graph.bolt import Row, Transaction
from graph.comention import Pair
from graph.entity import Kind
from graph.judging.affected import Affected, Own, Stated
from graph.judging.move import Move
from graph.passage import PARTS
from graph.query import query


def run(tx: Transaction, name: str, **rows: Sequence[object]) -> None:
    """Run a writing query for some rows; none are not worth the planning of a query."""
    if any(rows.values()):
        tx.run(query(name), dict(rows)).consume()


class Change:
    """The change of a batch of documents, summed."""

    def __init__(self) -> None:
        self.naming: dict[str, int] = {}
        self._called: dict[str, tuple[str, Kind]] = {}
        self._stale: set[str] = set()
        self._mentions: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()
        self._paragraphs: Counter[str] = Counter()
        self._new: dict[Pair, list[tuple[int, int, str | None]]] = defaultdict(list)
        self._changed: dict[Pair, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._gone: dict[Pair, set[str]] = defaultdict(set)
        self._stated: dict[bool, list[tuple[str, Stated]]] = {True: [], False: []}

    def add(self, document: Affected, after: dict[Own, str | None]) -> None:
        """Add what changes when a document's source entities are where `after` says."""
        old, new = document.counts(document.before), document.counts(after)
        self.naming[document.id] = new.naming
        for own, entity in after.items():
            if document.before[own] != entity:
                self._stale |= {id_ for id_ in (document.before[own], entity) if id_ is not None}
        for counts, sums in (
            ((old.mentions, new.mentions), self._mentions),
            ((old.documents, new.documents), self._documents),
            ((old.paragraphs, new.paragraphs), self._paragraphs),
        ):
            sums.subtract(counts[0])
            sums.update(counts[1])
        for pair in old.pairs.keys() | new.pairs.keys():
            was, now = old.pairs.get(pair), new.pairs.get(pair)
            if was is None and now is not None:
                self._new[pair].append((now.passages, now.paragraphs, document.date))
            elif was is not None and was != now:
                passages, paragraphs = (now.passages, now.paragraphs) if now else (0, 0)
                change = self._changed[pair]
                change[0] += passages - was.passages
                change[1] += paragraphs - was.paragraphs
                change[2] -= now is None
                if now is None and document.date:
                    self._gone[pair].add(document.date)
        before, then = document.state(document.before), document.state(after)
        for gone, (a, b) in ((True, (before, then)), (False, (then, before))):
            rest = Stated(a.roles - b.roles, a.posts - b.posts, a.parents - b.parents)
            self._stated[gone].append((document.id, rest))

    def call(self, moves: Iterable[Move]) -> None:
        """Note what the entities that get names are called for now, until `refresh` derives it."""
        for move in moves:
            if move.then.entity is not None:
                self._called.setdefault(move.then.entity, (move.written, Kind(move.source.kind)))

    @property
    def left(self) -> list[str]:
        """The entities that names were moved from, or to."""
        return sorted(self._stale)

    def entities(self) -> list[Row]:
        """Return the rows of `write_entities` for all that changes."""
        counted = (self._mentions, self._documents, self._paragraphs)
        changed = {id_ for sums in counted for id_, n in sums.items() if n} | self._stale | self._called.keys()
        rows: list[Row] = []
        for id_ in sorted(changed):
            name, kind = self._called.get(id_, (id_, Kind.PERSON))  # one that is not called stands in the store already
            mentions, documents, paragraphs = (sums[id_] for sums in counted)
            rows.append(
                {
                    "id": id_,
                    "name": name,
                    "kind": kind.value,
                    "label": kind.label,
                    "mentions": mentions,
                    "documents": documents,
                    "paragraphs": paragraphs,
                }
            )
        return rows

    def write(self, tx: Transaction) -> None:
        """Write the pairs and relations, once names and mentions are where they belong."""
        new: dict[str, list[list[object]]] = defaultdict(list)
        for (a, b), added in sorted(self._new.items()):
            dates = [date for _, _, date in added if date]
            passages, paragraphs = sum(n for n, _, _ in added), sum(n for _, n, _ in added)
            new[a].append([b, passages, paragraphs, len(added), min(dates, default=None), max(dates, default=None)])
        run(tx, "write_pairs", pairs=[list(each) for each in new.items()])
        changed = [[*pair, *counts] for pair, counts in sorted(self._changed.items())]
        run(tx, "judge_add_pairs", pairs=changed)
        gone = [[*pair, sorted(dates)] for pair, dates in sorted(self._gone.items())]
        if gone:
            tx.run(query("write_pair_dates"), pairs=gone, parts=PARTS).consume()
        self._write_relations(tx)

    def _write_relations(self, tx: Transaction) -> None:
        for gone, prefix in ((True, "judge_remove"), (False, "write")):
            roles = [[*role, id_] for id_, stated in self._stated[gone] for role in sorted(stated.roles)]
            run(tx, f"{prefix}_roles", roles=roles)
            posts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
            parents: dict[tuple[str, str], list[str]] = defaultdict(list)
            for id_, stated in self._stated[gone]:
                for post in stated.posts:
                    posts[post].append(id_)
                for parent in stated.parents:
                    parents[parent].append(id_)
            rows = [[*post, sorted(ids)] for post, ids in sorted(posts.items())]
            run(tx, f"{prefix}_posts", posts=rows)
            rows = [[*parent, sorted(ids)] for parent, ids in sorted(parents.items())]
            run(tx, f"{prefix}_parents", parents=rows)
