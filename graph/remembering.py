"""What the store remembers of documents that come and go: loads, and the acts of the audit trail."""

from graph.audit import extend, record
from graph.bolt import Row, Transaction
from graph.load import Load
from graph.query import query


def remember_load(tx: Transaction, who: str, load: Load, revision: int, added: list[str], *, replaced: int) -> None:
    """Say that `load` brought these documents, so many in the place of others.

    A load may come in many batches: its one act is made by the first of them, and grows.
    """
    row = tx.run(
        query("write_load"), id=load.id, at=load.at, revision=revision, documents=added, replaced=replaced
    ).single(strict=True)
    after = {"load": load.id, "added": row["added"], "replaced": row["replaced"]}
    if row["act"]:
        extend(tx, row["act"], after)
    else:
        act = record(tx, who, "documents.loaded", [load.id], before=None, after=after)
        tx.run(query("write_load_act"), id=load.id, act=act).consume()


def told(tx: Transaction, document_id: str) -> Row | None:
    """Return what an act says of a document that is about to go; None where there is none."""
    row = tx.run(query("read_told"), id=document_id).single()
    return row["document"] if row else None


def remember_gone(tx: Transaction, who: str, verb: str, document: Row, after: Row | None = None) -> None:
    """Say that a document was `deleted`, or `replaced` by what `after` tells of."""
    about = [each["id"] for each in (document, after) if each]
    record(tx, who, f"document.{verb}", about, before=document, after=after)
