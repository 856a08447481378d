"""Reading judgements, and what a judge needs to see before making one."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answer import Items, Span
from graph.bolt import Bolt
from graph.comention import Pair, pair
from graph.errors import InputError, NotFoundError
from graph.judgement import ABOUT_TWO, Decision, Judgement
from graph.judging.answer import Effect, End, JudgementRow, Part, PartsRow, Said, Side, TakenBack
from graph.judging.judge import Word
from graph.judging.settle import judgement_of
from graph.judging.standing import Standing
from graph.name import fold
from graph.passage import PARTS
from graph.query import query
from graph.reading.documents import document_row
from graph.reading.entities import entity_row
from graph.reading.page import page

SENTENCES = 3
ALL = 2**31
"""More documents than any store holds."""
LOOKED_AT = 400
"""Mentions of an entity among which the sentences to show are chosen."""


class Judgements:
    """All judgements of a store, as they are now."""

    def __init__(self, bolt: Bolt) -> None:
        self.every: list[Judgement] = [judgement_of(row["judgement"]) for row in bolt.read(query("judge_standing"))]
        self._standing = Standing(self.every)
        self._splits = {j.right_id: j for j in self.every if j.decision is Decision.SPLIT}
        ids = {id_ for j in self.every for id_ in (j.left_id, j.right_id, j.value) if id_}
        self._now: dict[str, str | None] = dict.fromkeys(ids)
        for row in bolt.read(query("read_judged_now"), ids=sorted(ids)):
            if row["now"] == row["id"] or self._now[row["id"]] is None:
                self._now[row["id"]] = row["now"]

    def now(self, id_: str) -> str | None:
        """Return the id that an entity of this id has now; None where the store holds it no more, as one struck out.

        The store tells it of what extraction named. What was split off has an id that no document knows: where it
        stands no more, it is what its keys are ruled to be, and where that was taken back, what it was split off from.
        """
        if id_ not in self._now:
            return id_
        split = self._splits.get(id_)
        if self._now[id_] is not None or split is None:
            return self._now[id_]
        rulings = [ruling for key in split.left if (ruling := self._standing.rulings.get(key))]
        if any(ruling.struck for ruling in rulings):
            return None
        into = sorted(ruling.into for ruling in rulings if ruling.into)
        return next(filter(None, map(self._now.get, into)), None) if into else self.now(split.left_id)

    def decided(self, *decisions: Decision) -> set[Pair]:
        """Return the pairs of entities of which one of these decisions stands, by the ids that they have now."""
        pairs = set()
        for judgement in self.every:
            if judgement.decision in decisions and judgement.undone is None and judgement.right_id:
                a, b = self.now(judgement.left_id), self.now(judgement.right_id)
                if a and b:
                    pairs.add(pair(a, b))
        return pairs

    def row(self, judgement: Judgement) -> JudgementRow:
        """Return a judgement as lists show it."""
        undone = judgement.undone
        return JudgementRow(
            judgement.id,
            judgement.decision.value,
            End(judgement.left_id, judgement.left_name, self.now(judgement.left_id)),
            End(judgement.right_id, judgement.right_name, self.now(judgement.right_id)) if judgement.right_id else None,
            judgement.value,
            judgement.by,
            judgement.rule,
            judgement.at,
            judgement.why,
            TakenBack(undone.at, undone.by, undone.why) if undone else None,
            judgement.id in self._standing.overruled,
            in_words(judgement),
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which judgements: those about an entity (by an id that it has or had), of one decision, taken back or not."""

    entity: str | None = None
    decision: Decision | None = None
    undone: bool | None = None


def judgements(bolt: Bolt, wanted: Wanted, limit: int = 50, cursor: str | None = None) -> Items[JudgementRow]:
    """Return judgements, the latest first."""
    here = page(limit, cursor)
    kept = Judgements(bolt)
    entity, decision, undone = wanted.entity, wanted.decision, wanted.undone
    chosen = [
        j
        for j in reversed(kept.every)
        if (decision is None or j.decision is decision)
        and (undone is None or (j.undone is not None) == undone)
        and (entity is None or entity in {id_ for end in (j.left_id, j.right_id) for id_ in (end, kept.now(end))})
    ]
    return here.items([kept.row(j) for j in chosen[here.skip : here.skip + here.wanted]])


def in_words(judgement: Judgement) -> str:
    """Return what a judgement says, in words."""
    left, right = judgement.left_name, judgement.right_name
    return {
        Decision.SAME: f"{left} and {right} are the same",
        Decision.NOT_SAME: f"{left} and {right} are not the same",
        Decision.UNSURE: f"whether {left} and {right} are the same is left open",
        Decision.RENAME: f"{left} is called {judgement.value}",
        Decision.KIND: f"{left} is of the kind {judgement.value}",
        Decision.NOT_A_NAME: f"{left} is no name",
        Decision.SPLIT: f"some of {left} is another one, {right}",
    }[judgement.decision]


def sides(bolt: Bolt, ids: Sequence[str], sentences: int = SENTENCES) -> dict[str, Side]:
    """Return entities as a judge looks at them, by id; those that the store does not hold are left out."""
    rows = bolt.read(query("review_sides"), ids=list(ids), parts=PARTS, looked=LOOKED_AT, sentences=sentences)
    return {
        row["entity"]["id"]: Side(
            entity_row(row["entity"]),
            row["links"],
            [
                Said(
                    document_row(said["document"]),
                    said["passage"],
                    said["text"],
                    [Span(start, end) for start, end in sorted(said["spans"])],
                )
                for said in row["sentences"]
            ],
        )
        for row in rows
    }


def effect(bolt: Bolt, word: Word) -> Effect:
    """Return what a word would change, without saying it. Raises NotFoundError, InputError."""
    two = word.decision in ABOUT_TWO
    known = sides(bolt, [word.entity, *([word.other] if two else [])], sentences=0)
    for id_ in (word.entity, *([word.other] if two else [])):
        if id_ not in known:
            raise NotFoundError(f"The store holds no entity {id_!r}.")
    if two:
        if word.entity == word.other:
            raise InputError("An entity is the same as itself: name another one.")
        return of_two(bolt, word.decision, known[word.entity], known[word.other])
    side = known[word.entity]
    entity, links = side.entity, side.links
    if word.decision is Decision.SPLIT:
        return _of_split(bolt, word, side)
    words = {
        Decision.RENAME: f"{entity.name} is shown as {word.value}, wherever it is named.",
        Decision.KIND: f"{entity.name} is shown as {word.value}, wherever it is named.",
        Decision.NOT_A_NAME: f"{_many(entity.mentions, 'mention')} in {_many(entity.documents, 'document')} no longer "
        f"count as a name; {_many(links, 'link')} {'goes' if links == 1 else 'go'}.",
    }
    return Effect(entity.mentions, entity.documents, links, 0, words[word.decision])


def of_two(bolt: Bolt, decision: Decision, left: Side, right: Side) -> Effect:
    """Return what a decision about two entities would change."""
    row = bolt.read(query("review_shared"), a=left.entity.id, b=right.entity.id)[0]
    shared, linked = row["shared"], int(row["linked"])
    documents = left.entity.documents + right.entity.documents - row["documents"]
    mentions, links = left.entity.mentions + right.entity.mentions, left.links + right.links - shared - 2 * linked
    if decision is Decision.SAME:
        words = (
            f"One entity with {_many(mentions, 'mention')} in {_many(documents, 'document')} and "
            f"{_many(links, 'link')}: {shared:,} of {left.links:,} and {right.links:,} are to the same names"
            f"{', and the link between the two goes' if linked else ''}."
        )
    else:
        words = "Nothing changes in the graph; the two are not asked about again."
    return Effect(mentions, documents, links, shared, words)


def parts(bolt: Bolt, id_: str, limit: int = 50, cursor: str | None = None) -> Items[PartsRow]:
    """Return the documents that name an entity, the newest first, and what each calls it; raises NotFoundError."""
    here = page(limit, cursor)
    rows = bolt.read(query("review_parts"), id=id_, skip=here.skip, limit=here.wanted)
    if not rows and not here.skip:
        raise NotFoundError(f"The store holds no entity {id_!r}.")
    return here.items(
        [PartsRow(document_row(row["document"]), [Part(**name) for name in row["names"]]) for row in rows]
    )


def _of_split(bolt: Bolt, word: Word, side: Side) -> Effect:
    names = {fold(name) for name in word.sources}
    rows = bolt.read(query("review_parts"), id=word.entity, skip=0, limit=ALL)
    chosen = [
        (row["document"]["id"], name["mentions"])
        for row in rows
        if row["counts"]
        for name in row["names"]
        if (not names or name["source"] in names) and (not word.documents or row["document"]["id"] in word.documents)
    ]
    mentions, documents = sum(n for _, n in chosen), len({id_ for id_, _ in chosen})
    words = (
        f"{_many(mentions, 'mention')} in {_many(documents, 'document')} become another entity; "
        f"{_many(side.entity.mentions - mentions, 'mention')} stay."
    )
    return Effect(mentions, documents, 0, 0, words)


def _many(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
