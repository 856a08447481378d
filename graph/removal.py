"""Taking documents out of the store, with all that only they supported."""

from collections.abc import Sequence

from graph.bolt import Transaction
from graph.counting import contribution, take
from graph.query import query


def remove(tx: Transaction, ids: Sequence[str]) -> None:
    """Remove documents inside a transaction."""
    if not ids:
        return
    named = tx.run(query("write_standing_names"), ids=ids).data()
    counted = contribution(tx, [row for row in named if not row["version"]])
    for document_id in ids:
        tx.run(query("write_remove_document"), id=document_id).consume()
    take(tx, counted)
    entities = sorted({row["entity"] for row in named if row["entity"]})
    tx.run(query("write_remove_entities"), ids=entities).consume()
    tx.run(query("judge_sweep_struck")).consume()
