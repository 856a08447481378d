"""Moving source entities from one entity to another, with all that is counted from them.

What comes out is what loading would have made of the same documents and judgements.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.bolt import Transaction
from graph.judging.affected import Affected, Own, moved
from graph.judging.change import Change, run
from graph.judging.move import Move
from graph.passage import PARTS
from graph.query import query

DOCUMENTS_AT_ONCE = 100


def relink(tx: Transaction, moves: Sequence[Move]) -> None:
    """Move source entities inside a transaction that holds the store's lock; `refresh` must follow."""
    by_document: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        by_document[move.source.document].append(move)
    documents = sorted(by_document)
    for start in range(0, len(documents), DOCUMENTS_AT_ONCE):
        ids = documents[start : start + DOCUMENTS_AT_ONCE]
        _relink(tx, ids, {move.key: move for id_ in ids for move in by_document[id_]})
    if moves:
        tx.run(query("judge_sweep_struck")).consume()


def _relink(tx: Transaction, ids: Sequence[str], moves: dict[tuple[str, str, str], Move]) -> None:
    documents = [Affected(row) for row in tx.run(query("judge_documents"), documents=ids, parts=PARTS).data()]
    change = Change()
    change.call(moves.values())
    after = {}
    for document in documents:
        after[document.id] = _after(document, moves)
        change.add(document, after[document.id])
    run(tx, "write_entities", entities=change.entities())
    before = {(document.id, *own): entity for document in documents for own, entity in document.before.items()}
    _move(tx, moves.values(), before)
    change.write(tx)
    kept = [
        {
            "id": document.id,
            "paragraphs": change.naming[document.id],
            "relations": document.stated.dumped() if moved(after[document.id]) else None,
        }
        for document in documents
    ]
    run(tx, "judge_documents_moved", documents=kept)
    run(tx, "judge_sweep_entities", ids=change.left)


def _after(document: Affected, moves: dict[tuple[str, str, str], Move]) -> dict[Own, str | None]:
    after = dict(document.before)
    for name, id_ in after:
        move = moves.get((document.id, name, id_))
        if move:
            after[name, id_] = move.then.entity
    return after


def _move(tx: Transaction, moves: Iterable[Move], before: Mapping[tuple[str, str, str], str | None]) -> None:
    """Move names, and the mentions of those that get another entity: a new name or kind leaves them where they are."""
    some = list(moves)
    kept = [move for move in some if move.then.entity is not None]
    struck = [move.row for move in some if move.then.entity is None]
    if struck:
        tx.run(query("judge_struck")).consume()
        run(tx, "judge_strike_mentions", moves=struck)
        run(tx, "judge_strike_names", moves=struck)
    run(tx, "judge_move_mentions", moves=[move.row for move in kept if before[move.key] != move.then.entity])
    run(tx, "judge_move_names", moves=[move.row for move in kept])
