"""Making judgements and taking them back, with what that changes in the graph, in one transaction each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graph import schema
from graph.audit import record
from graph.bolt import Bolt, Transaction
from graph.entity import Kind
from graph.errors import ConflictError, InputError, NotFoundError
from graph.judgement import ABOUT_TWO, Decision, Judgement, Key, Source, Undone
from graph.judging.about import keys_about, keys_of_each
from graph.judging.move import found
from graph.judging.relink import relink
from graph.judging.settle import judgements, moves_of, row_of, sources_of
from graph.judging.standing import Standing
from graph.load import stamp
from graph.name import collapse, fold, slug
from graph.query import query
from graph.refresh import name_some

LONGEST = 300
"""Characters of a name that somebody gives an entity."""
LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says of an entity of the store.

    `other` is the second entity of those decisions that are about two. `value` is the new name or kind, the name of
    what is split off, or which of two ids both are to have (the one with more mentions, where none is given).
    `documents` and `sources` choose what is split off: source entities of these documents, of these names.
    """

    decision: Decision
    entity: str
    other: str = ""
    value: str = ""
    documents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it: the judgement, how many source entities it moved, which older judgements it overrules."""

    judgement: Judgement
    moved: int
    overrules: tuple[str, ...]


class Judge:
    """Writes judgements to one store, in the name of a person, or of a rule where `rule` says so."""

    def __init__(self, bolt: Bolt, by: str, *, rule: bool = False) -> None:
        self._bolt = bolt
        self._by = by
        self._rule = rule

    def judge(self, word: Word, now: datetime | None = None) -> Judged:
        """Keep a judgement and do what it says. Counts and names are right at once, significance after `refresh`.

        Raises NotFoundError for an entity that the store does not hold, InputError for a word that makes no sense.
        """
        at = stamp(now or datetime.now(UTC))

        def work(tx: Transaction) -> Judged:
            schema.lock(tx)
            kept = judgements(tx)
            made = self._made(tx, word, kept, at)
            tx.run(query("judge_write"), judgement=row_of(made)).consume()
            record(tx, self._by, "judgement.made", _ids(made, word), before=None, after=_told(made))
            return _applied(tx, made, kept, [*kept, made])

        return self._bolt.write(work)

    def undo(self, id: str, why: str = "", now: datetime | None = None) -> Judged:  # noqa: A002 - the word callers use
        """Take a judgement back, as if it had never been made; that it was is remembered. `refresh` must follow.

        Raises NotFoundError for one that there is not, ConflictError for one taken back already.
        """
        undone = Undone(stamp(now or datetime.now(UTC)), self._by, _reason(why))

        def work(tx: Transaction) -> Judged:
            schema.lock(tx)
            kept = judgements(tx)
            old = next((j for j in kept if j.id == id), None)
            if old is None:
                raise NotFoundError(f"The store holds no judgement {id!r}.")
            if old.undone:
                raise ConflictError(f"{id} was taken back already, by {old.undone.by} at {old.undone.at}.")
            tx.run(query("judge_undo"), id=id, at=undone.at, by=undone.by, why=undone.why).consume()
            new = replace(old, undone=undone)
            record(tx, self._by, "judgement.undone", [id], before=_told(old), after={"why": undone.why})
            return _applied(tx, new, kept, [new if j.id == id else j for j in kept])

        return self._bolt.write(work)

    def _made(self, tx: Transaction, word: Word, kept: Sequence[Judgement], at: str) -> Judgement:
        standing = Standing(kept)
        left = _known(tx, word.entity)
        base = Judgement(
            n=max((j.n for j in kept), default=0) + 1,
            decision=word.decision,
            left=_keys(tx, left, standing),
            by=self._by,
            rule=self._rule,
            at=at,
            why=_reason(word.why),
            left_id=left.id,
            left_name=left.name,
        )
        if word.decision in ABOUT_TWO:
            return _about_two(base, word, left, right := _known(tx, word.other), _keys(tx, right, standing))
        match word.decision:
            case Decision.RENAME:
                return replace(base, value=_name(word.value))
            case Decision.KIND:
                return replace(base, value=_kind(word.value))
            case Decision.SPLIT:
                return _split(base, word, left)
            case _:
                return base


@dataclass(frozen=True, slots=True)
class _Known:
    """An entity of the store, with its source entities."""

    id: str
    name: str
    mentions: int
    sources: tuple[Source, ...]
    written: dict[str, str]


def _known(tx: Transaction, id_: str) -> _Known:
    rows = tx.run(query("read_known_entities"), ids=[id_]).data()
    if not rows:
        raise NotFoundError(f"The store holds no entity {id_!r}.")
    some = [found(row) for row in tx.run(query("judge_sources_in"), id=id_).data()]
    entity = rows[0]["entity"]
    sources = tuple(each.source for each in some)
    return _Known(id_, entity["name"], entity["mentions"], sources, {each.source.name: each.written for each in some})


def _keys(tx: Transaction, known: _Known, standing: Standing) -> tuple[Key, ...]:
    """Return the keys of an entity; a name that other entities bear as well is none."""
    keys = keys_about(known.sources, standing)
    names = [key for key in keys if key.name and not key.document and key not in standing.rulings]
    elsewhere = {key for each in sources_of(tx, names) if each.now.entity != known.id for key in each.source.found_by}
    return tuple(key for key in keys if key not in names or key not in elsewhere)


def _about_two(base: Judgement, word: Word, left: _Known, right: _Known, keys: tuple[Key, ...]) -> Judgement:
    if left.id == right.id:
        raise InputError("An entity is the same as itself: name another one.")
    value = ""
    if word.decision is Decision.SAME:
        value = word.value or max(left, right, key=lambda e: (e.mentions, e.id)).id
        if value not in {left.id, right.id}:
            raise InputError(f"Two entities that are the same get the id of one of them, not {value!r}.")
    return replace(base, right=keys, right_id=right.id, right_name=right.name, value=value)


def _split(base: Judgement, word: Word, whole: _Known) -> Judgement:
    names = {fold(name) for name in word.sources}
    chosen = [
        source
        for source in whole.sources
        if (not names or source.name in names) and (not word.documents or source.document in word.documents)
    ]
    if not (names or word.documents) or not chosen:
        raise InputError("Choose what is split off: documents that name the entity, or names that it has there.")
    if len(chosen) == len(whole.sources):
        raise InputError("All of an entity cannot be split off from it.")
    name = _name(word.value or min(whole.written[source.name] for source in chosen))
    id_ = f"{slug(name)}-j{base.n}"
    return replace(base, left=keys_of_each(chosen), value=id_, right_id=id_, right_name=name)


def _applied(tx: Transaction, made: Judgement, before: Iterable[Judgement], after: Iterable[Judgement]) -> Judged:
    old, new = Standing(before), Standing(after)
    moves = moves_of(new, sources_of(tx, new.differing(old)))
    relink(tx, moves)
    name_some(tx)
    tx.run(query("write_revision")).consume()
    return Judged(made, len(moves), tuple(sorted(new.overruled - old.overruled)))


def _ids(made: Judgement, word: Word) -> list[str]:
    return [made.id, word.entity, *([word.other] if word.other else [])]


def _told(judgement: Judgement) -> dict[str, str]:
    """Return a judgement as the audit trail tells of it."""
    return {
        "decision": judgement.decision.value,
        "entity": judgement.left_name,
        "other": judgement.right_name,
        "value": judgement.value,
        "why": judgement.why,
    }


def _reason(why: str) -> str:
    why = why.strip()
    if len(why) > LONGEST_REASON:
        raise InputError(f"A reason has at most {LONGEST_REASON:,} characters.")
    return why


def _name(value: str) -> str:
    name = collapse(value)
    if not name or len(name) > LONGEST:
        raise InputError(f"A name has 1 to {LONGEST} characters.")
    return name


def _kind(value: str) -> str:
    if value not in set(Kind):
        raise InputError(f"A kind is one of {', '.join(Kind)}.")
    return value
