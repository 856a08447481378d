"""Taking a document out of the store, with all that only it supported."""

from graph.bolt import Transaction
from graph.counting import contribution, take
from graph.query import query


def remove(tx: Transaction, document_id: str) -> bool:
    """Remove a document inside a transaction; False where there is none."""
    named = tx.run(query("write_standing_names"), ids=[document_id]).data()
    if not named:
        return False
    counted = None if named[0]["version"] else contribution(tx, [document_id])
    tx.run(query("write_remove_document"), id=document_id).consume()
    if counted:
        take(tx, counted)
    tx.run(query("write_remove_entities"), ids=[row["entity"] for row in named if row["entity"]]).consume()
    tx.run(query("judge_sweep_struck")).consume()
    return True
