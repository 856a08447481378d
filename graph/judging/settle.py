"""What the standing judgements make of source entities in the store: read, compared, moved."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.bolt import Row, Transaction
from graph.judgement import Decision, Judgement, Key, Undone, parse_key
from graph.judging.move import Found, Move, found
from graph.judging.relink import relink
from graph.judging.standing import Standing
from graph.query import query


def judgements(tx: Transaction) -> list[Judgement]:
    """Return all judgements of the store, those undone too, the oldest first."""
    return [judgement_of(row["judgement"]) for row in tx.run(query("judge_standing"))]


def settle(tx: Transaction, documents: Sequence[str]) -> int:
    """Move what the standing judgements move in some documents; return how many source entities were moved."""
    standing = Standing(judgements(tx))
    if not standing.rulings:
        return 0
    rows = tx.run(query("judge_sources_of"), documents=documents)
    moves = moves_of(standing, (found(row) for row in rows.data()))
    relink(tx, moves)
    return len(moves)


def sources_of(tx: Transaction, keys: Iterable[Key]) -> list[Found]:
    """Return the source entities that keys find, each once, in order."""
    keys = list(keys)
    rows: list[Row] = []
    if ids := [key.entity for key in keys if key.entity]:
        rows += tx.run(query("judge_sources_by_entity"), ids=ids).data()
    if names := sorted({key.name for key in keys if key.name and not key.document}):
        rows += tx.run(query("judge_sources_by_name"), names=names).data()
    if documents := sorted({key.document for key in keys if key.document}):
        rows += tx.run(query("judge_sources_of"), documents=documents).data()
    wanted = set(keys)
    all_found = {(each.source.document, each.source.name, each.source.id): each for each in map(found, rows)}
    return [each for _, each in sorted(all_found.items()) if not wanted.isdisjoint(each.source.found_by)]


def moves_of(standing: Standing, some: Iterable[Found]) -> list[Move]:
    """Return the moves of those source entities that are not what the judgements say."""
    return [
        Move(each.source, each.written, then) for each in some if (then := standing.settle(each.source)) != each.now
    ]


def judgement_of(row: dict[str, Any]) -> Judgement:
    """Return a judgement as the store keeps it."""
    undone = Undone(row["undone_at"], row["undone_by"], row["undone_why"]) if row.get("undone_at") else None
    return Judgement(
        n=row["n"],
        decision=Decision(row["decision"]),
        left=tuple(map(parse_key, row["left"])),
        right=tuple(map(parse_key, row["right"])),
        value=row["value"],
        by=row["by"],
        rule=row["rule"],
        at=row["at"],
        why=row["why"],
        left_id=row["left_id"],
        left_name=row["left_name"],
        right_id=row["right_id"],
        right_name=row["right_name"],
        undone=undone,
    )


def row_of(judgement: Judgement) -> Row:
    """Return a judgement, not undone, as the store keeps it."""
    return {
        "id": judgement.id,
        "n": judgement.n,
        "decision": judgement.decision.value,
        "left": [key.text for key in judgement.left],
        "right": [key.text for key in judgement.right],
        "value": judgement.value,
        "by": judgement.by,
        "rule": judgement.rule,
        "at": judgement.at,
        "why": judgement.why,
        "left_id": judgement.left_id,
        "left_name": judgement.left_name,
        "right_id": judgement.right_id,
        "right_name": judgement.right_name,
    }
