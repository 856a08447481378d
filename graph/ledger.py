"""Writing verdicts, notes and views, with the act in the audit trail that tells of it, and taking acts back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from graph import schema
from graph.audit import as_values, now, record
from graph.bolt import Bolt, Transaction
from graph.comention import pair
from graph.errors import ConflictError, InputError, NotFoundError
from graph.note import Note, new_id
from graph.passage import PARTS
from graph.query import query
from graph.remark import Done, Remark, Row, T, about_of, remark_of, row_of
from graph.verdict import LONGEST_QUOTE, Opinion, Place, Verdict, verdict_id
from graph.view import View
from graph.who import local_user

_KINDS: dict[str, type[Remark]] = {"verdict": Verdict, "note": Note, "view": View}
_TIMES = {"by", "at", "edited", "quote"}
"""What a remark says of its making: writing the same again changes none of it."""


class Ledger:
    """Writes what people say of a store, in their name (`who`).

    Each write is one transaction under the store's lock, and raises the store's count of remarks. All raise
    StoreUnavailableError.
    """

    def __init__(self, bolt: Bolt, who: str | None = None) -> None:
        self._bolt = bolt
        self._who = who or local_user()

    def judge(
        self, a: str, b: str, opinion: Opinion, reason: str = "", at: tuple[str, int] | None = None
    ) -> Done[Verdict]:
        """Say what the edge between two entities is worth, or one sentence of it: `at` a document's passage.

        A verdict on the same takes the place of the one before. Raises NotFoundError for an unknown entity, document or
        passage, InputError where the edge has one end, or the passage names neither.
        """
        if a == b:
            raise InputError("An edge is between two different entities.")
        first, second = pair(a, b)

        def work(tx: Transaction) -> Done[Verdict]:
            schema.lock(tx)
            _known(tx, [first, second])
            place = _place(tx, first, second, *at) if at else None
            verdict = Verdict(verdict_id(a, b, place), first, second, opinion, reason, self._who, now())
            if place:
                verdict = replace(verdict, document=place.document, place=place.place, quote=place.quote)
            done = self._put(tx, verdict, "set")
            return replace(done, item=replace(done.item, passage=at[1])) if done.item and at else done

        return self._bolt.write(work)

    def note(self, about: Sequence[str], text: str) -> Done[Note]:
        """Write a note on an entity or an edge (one id or two); raises NotFoundError, InputError."""
        ids = list(pair(*about)) if len(about) == 2 else list(about)  # noqa: PLR2004 -- the two ends of an edge
        if len(ids) not in {1, 2} or len(set(ids)) < len(ids):
            raise InputError("A note is about one entity, or about the edge between two different ones.")

        def work(tx: Transaction) -> Done[Note]:
            schema.lock(tx)
            _known(tx, ids)
            return self._put(tx, Note(new_id("note"), ids, text, self._who, now()), "written")

        return self._bolt.write(work)

    def edit_note(self, id_: str, text: str) -> Done[Note]:
        """Change a note's text, which is then this writer's; raises NotFoundError."""
        return self._edit(Note, id_, lambda note: replace(note, text=text, by=self._who, edited=now()))

    def save_view(self, title: str, address: str) -> Done[View]:
        """Save a view under a title."""

        def work(tx: Transaction) -> Done[View]:
            schema.lock(tx)
            return self._put(tx, View(new_id("view"), title, address, self._who, now()), "saved")

        return self._bolt.write(work)

    def edit_view(self, id_: str, title: str, address: str) -> Done[View]:
        """Change a view's title and address, which are then this writer's; raises NotFoundError."""
        return self._edit(
            View, id_, lambda view: replace(view, title=title, address=address, by=self._who, edited=now())
        )

    def delete(self, kind: type[T], id_: str) -> Done[T]:
        """Take a verdict, note or view out of the store; the act keeps it, and can be undone. Raises NotFoundError."""

        def work(tx: Transaction) -> Done[T]:
            schema.lock(tx)
            return Done(None, self._change(tx, _found(tx, kind, id_), None, "deleted"))

        return self._bolt.write(work)

    def undo(self, act: str) -> Done[Any]:
        """Bring back what an act changed; that is an act as well, and can be undone in turn.

        Raises NotFoundError for an unknown act, InputError for one of another kind, ConflictError where what it changed
        has been changed since.
        """

        def work(tx: Transaction) -> Done[Any]:
            schema.lock(tx)
            row = tx.run(query("read_act"), id=act).single()
            if row is None:
                raise NotFoundError(f"The audit trail holds no act {act!r}.")
            noun = row["act"]["what"].split(".")[0]
            if noun not in _KINDS:
                raise InputError(f"{act} is no act on a verdict, note or view, and cannot be undone here.")
            before, after = (as_values(row["act"][side]) for side in ("before", "after"))
            id_ = (before or after or {})["id"]
            stands = _stands(tx, id_)
            if (row_of(stands) if stands else None) != after:
                raise ConflictError(f"The {noun} was changed after {act}: undo the later act first.")
            wanted = remark_of(noun.capitalize(), before) if before else None
            return Done(wanted, self._change(tx, stands, wanted, "undone"))

        return self._bolt.write(work)

    def _edit(self, kind: type[T], id_: str, changed: Callable[[T], T]) -> Done[T]:
        def work(tx: Transaction) -> Done[T]:
            schema.lock(tx)
            return self._put(tx, changed(_found(tx, kind, id_)), "edited")

        return self._bolt.write(work)

    def _put(self, tx: Transaction, remark: T, verb: str) -> Done[T]:
        stands = _stands(tx, remark.id)
        if isinstance(stands, type(remark)) and _said(stands) == _said(remark):
            return Done(stands, None)
        return Done(remark, self._change(tx, stands, remark, verb))

    def _change(self, tx: Transaction, before: Remark | None, after: Remark | None, verb: str) -> str | None:
        there = after or before
        if there is None:
            return None
        if after is None:
            tx.run(query("write_remark_gone"), id=there.id).consume()
        else:
            tx.run(query("write_remark"), properties=row_of(after), label=type(after).__name__).consume()
        tx.run(query("write_remarks")).consume()
        was, is_ = (row_of(each) if each else None for each in (before, after))
        return record(tx, self._who, f"{type(there).__name__.lower()}.{verb}", about_of(there), before=was, after=is_)


def _said(remark: Remark) -> Row:
    return {name: value for name, value in row_of(remark).items() if name not in _TIMES}


def _stands(tx: Transaction, id_: str) -> Remark | None:
    row = tx.run(query("read_remark"), id=id_).single()
    return remark_of(row["label"], row["properties"]) if row else None


def _found(tx: Transaction, kind: type[T], id_: str) -> T:
    stands = _stands(tx, id_)
    if not isinstance(stands, kind):
        raise NotFoundError(f"The store holds no {kind.__name__.lower()} {id_!r}.")
    return stands


def _known(tx: Transaction, ids: Sequence[str]) -> None:
    known = {row["entity"]["id"] for row in tx.run(query("read_known_entities"), ids=list(ids))}
    for id_ in ids:
        if id_ not in known:
            raise NotFoundError(f"The store holds no entity {id_!r}.")


def _place(tx: Transaction, a: str, b: str, document: str, passage: int) -> Place:
    parameters = {"document": document, "passage": passage, "a": a, "b": b, "parts": PARTS, "longest": LONGEST_QUOTE}
    row = tx.run(query("read_place"), parameters).single()
    if row is None:
        raise NotFoundError(f"The store holds no passage {passage} of a document {document!r}.")
    if not (row["counts"] and row["names"]):
        raise InputError("The passage is no evidence of this edge: it names neither entity, or makes no co-mentions.")
    return Place(document, row["place"], row["quote"])
