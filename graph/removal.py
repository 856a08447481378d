"""Taking a document out of the store, with all that only it supported."""

from graph.bolt import Transaction
from graph.comention import pairs_of, paragraphs_of
from graph.passage import CO_MENTIONING
from graph.query import query

_PARTS = sorted(part.value for part in CO_MENTIONING)


def remove(tx: Transaction, document_id: str) -> bool:
    """Remove a document inside a transaction; False where there is none."""
    named = tx.run(query("write_standing_names"), id=document_id).data()
    if not named:
        return False
    rows = tx.run(query("write_standing_places"), id=document_id, parts=_PARTS)
    places = [(row["passage"], row["block"], row["entity"]) for row in rows]
    pairs = [[*both, n.passages, n.paragraphs] for both, n in sorted(pairs_of(places).items())]
    _, naming = paragraphs_of(places)
    entities = [
        {"id": row["entity"], "mentions": row["mentions"], "documents": 1, "paragraphs": naming[row["entity"]]}
        for row in named
        if row["entity"] is not None
    ]
    tx.run(query("write_remove_document"), id=document_id).consume()
    tx.run(query("write_remove_pairs"), pairs=pairs).consume()
    tx.run(query("write_pair_dates"), pairs=pairs, date=named[0]["date"], parts=_PARTS).consume()
    tx.run(query("write_remove_entities"), entities=entities).consume()
    tx.run(query("judge_sweep_struck")).consume()
    return True
