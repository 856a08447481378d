"""Reading what verdicts say of links as they stand now, and counting links as though judged sentences were not there.

A verdict names entities by the ids that it was given on. A verdict on a sentence follows its mentions where judgements
moved them to another entity; one on a whole edge stands only on the edge between those very two, since what was judged
was their sentences, and no others. One on a sentence of a document that became a version, and counts no more, stands on
the same sentence of the document that counts.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.analysis.fingerprint import words
from graph.answer import Verdicts, Weight
from graph.bolt import AsyncBolt, Row
from graph.comention import Pair, pair
from graph.passage import PARTS
from graph.query import query
from graph.remark import verdict_of
from graph.verdict import AGAINST, Opinion, Verdict

_ALL = 2**60
"""More than any link counts: what a verdict takes from an edge that it speaks against."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What verdicts take from a link: counts at three scopes, the documents that name the two no more, the sentences.

    `struck` are ids of passages that do not count for this link.
    """

    passages: int = 0
    paragraphs: int = 0
    documents: int = 0
    apart: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()

    @property
    def counts(self) -> list[int]:
        """What is lost by passage, paragraph and document."""
        return [self.passages, self.paragraphs, self.documents]


_NONE = Verdicts()
WHOLE = Loss(_ALL, _ALL, _ALL)
"""The loss of an edge that a verdict speaks against."""


@dataclass(slots=True)
class Judged:
    """The verdicts that stand on some links: on the edge itself, and on sentences of it, by the pair of its ends."""

    _bolt: AsyncBolt
    edges: dict[Pair, Opinion] = field(default_factory=dict)
    sentences: dict[Pair, list[Verdict]] = field(default_factory=lambda: defaultdict(list))

    def of(self, a: str, b: str) -> Verdicts:
        """Return what a link's verdicts are."""
        if not (self.edges or self.sentences):
            return _NONE
        both = pair(a, b)
        return Verdicts(self.edges.get(both), len(self.sentences.get(both, ())))

    async def losses(self) -> dict[Pair, Loss]:
        """Return what verdicts take from these links, where they take anything.

        It is counted from the judged documents' passages: as much work as there are judged sentences of these links.
        """
        losses = {both: WHOLE for both, opinion in self.edges.items() if opinion in AGAINST}
        texts = [[*both, *text] for both in self.sentences if both not in losses for text in self._texts(both)]
        if texts:
            rows = await self._bolt.read(query("read_judged_texts"), texts=texts, parts=PARTS)
            losses |= {both: loss for both, loss in _counted(rows).items() if loss != Loss()}
        return losses

    def _texts(self, both: Pair) -> Iterable[tuple[str, list[int]]]:
        places: dict[str, list[int]] = defaultdict(list)
        for verdict in self.sentences.get(both, ()):
            if verdict.verdict in AGAINST and verdict.document is not None and verdict.place is not None:
                places[verdict.document].append(verdict.place)
        return places.items()


async def judged(bolt: AsyncBolt, ids: Iterable[str], *, within: bool = False, whole: bool = False) -> Judged:
    """Return the verdicts on the links that have an end (with `within`, both ends) among `ids`, as they stand now.

    Without `whole` they lack their reason, author and quote.
    """
    found = Judged(bolt)
    ends = set(ids)
    there = (await bolt.read(query("read_judged_any")))[0]
    if not there["verdicts"]:
        return found
    moved = there["judgements"] > 0
    was = await bolt.read(query("read_judged_was"), ids=sorted(ends)) if moved else []
    named = sorted(ends | {row["id"] for row in was})
    rows = await bolt.read(query("read_judged"), ids=named, within=within, whole=whole)
    verdicts = await _counting(bolt, [verdict_of(row["properties"]) for row in rows])
    now = await _now(bolt, {end for v in verdicts for end in (v.a, v.b)}, moved=moved)
    for verdict in verdicts:
        if verdict.document is None:
            found.edges[verdict.a, verdict.b] = verdict.verdict
            continue
        for both in {pair(a, b) for a in now[verdict.a] for b in now[verdict.b] if a != b}:
            if len(ends.intersection(both)) > within:
                found.sentences[both].append(verdict)
    return found


async def known_as(bolt: AsyncBolt, id_: str) -> list[str]:
    """Return an entity's id, and those that its mentions had before judgements moved them to it."""
    was = await bolt.read(query("read_judged_was"), ids=[id_])
    return sorted({id_, *(row["id"] for row in was)})


async def _now(bolt: AsyncBolt, ids: set[str], *, moved: bool) -> dict[str, set[str]]:
    """Return which entities stand now for each id."""
    if not moved:
        return {id_: {id_} for id_ in ids}
    now: dict[str, set[str]] = defaultdict(set)
    for row in await bolt.read(query("read_judged_now"), ids=sorted(ids)):
        now[row["id"]].add(row["now"])
    return now


async def _counting(bolt: AsyncBolt, verdicts: list[Verdict]) -> list[Verdict]:
    """Return verdicts with their places where they count: in the document that speaks for a version."""
    places = sorted({(v.document, v.place) for v in verdicts if v.document is not None and v.place is not None})
    rows = await bolt.read(query("read_judged_versions"), places=places) if places else []
    counting: dict[tuple[str | None, int | None], tuple[str, int]] = {}
    for row in rows:
        said = words(row["text"])
        start = next((start for start, text in row["passages"] if words(text) == said), None)
        if start is not None:
            counting[row["version"], row["place"]] = row["document"], start
    there = ((verdict, counting.get((verdict.document, verdict.place))) for verdict in verdicts)
    return [replace(verdict, document=at[0], place=at[1]) if at else verdict for verdict, at in there]


def weighed(weight: Weight, loss: Loss | None) -> Weight:
    """Return a link's weight without what verdicts take; significance is not known of what is left."""
    if loss is None:
        return weight
    return replace(
        weight,
        passages=max(0, weight.passages - loss.passages),
        paragraphs=max(0, weight.paragraphs - loss.paragraphs),
        documents=max(0, weight.documents - loss.documents),
        llr=None,
        npmi=None,
        observed=None,
        expected=None,
        q=None,
    )


def _counted(rows: Iterable[Row]) -> dict[Pair, Loss]:
    """Count what pairs lose from the passages that name either end, by document and by block."""
    texts: dict[tuple[Pair, str], list[Row]] = defaultdict(list)
    for row in rows:
        texts[(row["pair"][0], row["pair"][1]), row["document"]].append(row)
    losses: dict[Pair, Loss] = defaultdict(Loss)
    for (both, document), passages in texts.items():
        left = [row for row in passages if not row["struck"]]
        lost = [before - after for before, after in zip(_counts(passages), _counts(left), strict=True)]
        counts = passages[0]["counts"]
        old = losses[both]
        losses[both] = Loss(
            old.passages + lost[0] * counts,
            old.paragraphs + lost[1] * counts,
            old.documents + lost[2] * counts,
            (*old.apart, document) if lost[3] else old.apart,
            (*old.struck, *(f"{document}/{row['passage']}" for row in passages if row["struck"])),
        )
    return losses


def _counts(passages: list[Row]) -> tuple[int, int, int, int]:
    """Return in how many passages and blocks both are named, whether in any block, and whether in the document."""
    a, b = ({row["block"] for row in passages if row[end]} for end in "ab")
    return sum(row["a"] and row["b"] for row in passages), len(a & b), bool(a & b), bool(a and b)
