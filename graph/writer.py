"""Writing to the store: documents in and out, and what is derived from all of them.

The graph is a function of the set of documents and of the judgements that stand: counts are sums that documents add
and take back in one transaction, and names, kinds and significance are derived from those by `refresh`. Beside it stand
the loads and the audit trail, which are history.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph import schema
from graph.audit import record
from graph.bolt import Bolt, Row, Transaction
from graph.errors import NotFoundError
from graph.extraction import Extraction
from graph.judging.settle import settle
from graph.load import Load, new_load
from graph.plan import Plan, plan
from graph.query import query
from graph.refresh import refresh
from graph.remembering import remember_gone, remember_load, told
from graph.removal import remove
from graph.rows import Rows
from graph.versions_kept import settling
from graph.who import local_user

PAIRS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Written:
    """What a batch changed: the ids of documents added, and the paths of documents that new ones replaced."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How many entities the store holds, how many pairs of them are linked, and how many documents are versions."""

    entities: int
    links: int
    versions: int


class Writer:
    """Writes to one store, in the name of `who`. Several writers take turns, transaction by transaction."""

    def __init__(self, bolt: Bolt, who: str | None = None) -> None:
        self._bolt = bolt
        self._who = who or local_user()

    def prepare(self) -> None:
        """Make an empty store ready and check the version of a used one; raises ConfigurationError for a newer one."""
        schema.prepare(self._bolt)

    def known(self, files: Mapping[str, str]) -> set[str]:
        """Return the paths of those files (content hashes by path) that adding would change nothing for."""
        rows = [{"path": path, "hash": digest} for path, digest in files.items()]
        return {row["path"] for row in self._bolt.read(query("write_known"), files=rows)}

    def add(self, batch: Sequence[Extraction], load: Load | None = None) -> Written:
        """Write documents with all that was found in them, in one transaction.

        A document that is already there changes nothing, unless it comes under a smaller path: of several paths that
        hold the same bytes the smallest is kept. One at the path of another replaces it. What is added is
        remembered as brought by `load`, to which several batches may belong, or else by a load of its own; a load that
        adds nothing leaves no trace. `refresh` must follow when all is written.
        """
        bringing = load or new_load()
        documents = [{"id": x.document.id, "path": x.document.path} for x in batch]
        whole = _rows(batch)

        def work(tx: Transaction) -> Plan:
            revision, _ = schema.lock(tx)
            standing = tx.run(query("write_standing"), documents=documents).data()
            planned = plan(batch, {row["id"]: row["path"] for row in standing})
            gone = [(id_, told(tx, id_)) for id_ in planned.remove]
            rows = whole if len(planned.add) == len(batch) else Rows(planned.add)
            with settling(tx, planned.remove, rows.signatures):
                remove(tx, planned.remove)
                if planned.add:
                    _write(tx, rows)
                    settle(tx, [x.document.id for x in planned.add])
            if planned.add:
                tx.run(query("write_revision")).consume()
                added = [x.document.id for x in planned.add]
                remember_load(tx, self._who, bringing, revision + 1, added, replaced=len(planned.replaced))
            for id_, document in gone:
                if document:
                    remember_gone(tx, self._who, "replaced", document, _successor(planned, id_, document["path"]))
            return planned

        planned = self._bolt.write(work)
        return Written(tuple(x.document.id for x in planned.add), planned.replaced)

    def rewrite(self, batch: Sequence[Extraction]) -> None:
        """Write documents that stand in the store as they are read now, in one transaction. `refresh` must follow.

        The loads that brought them, and what was judged, stay.
        """
        ids = [x.document.id for x in batch]
        rows = _rows(batch)

        def work(tx: Transaction) -> None:
            schema.lock(tx)
            brought = tx.run(query("reextract_loads"), documents=ids).data()
            with settling(tx, ids, rows.signatures):
                remove(tx, ids)
                _write(tx, rows)
                settle(tx, ids)
            tx.run(query("reextract_brought"), brought=brought).consume()
            tx.run(query("write_revision")).consume()
            record(tx, self._who, "documents.reextracted", ids, before=None, after={"documents": len(ids)})

        self._bolt.write(work)

    def delete(self, document_id: str) -> None:
        """Remove a document with all that only it supported; raises NotFoundError. `refresh` must follow."""

        def work(tx: Transaction) -> None:
            schema.lock(tx)
            document = told(tx, document_id)
            if document is None:
                raise NotFoundError(f"The store holds no document {document_id!r}.")
            with settling(tx, [document_id]):
                remove(tx, [document_id])
            tx.run(query("write_revision")).consume()
            remember_gone(tx, self._who, "deleted", document)

        self._bolt.write(work)

    def refresh(self) -> None:
        """Derive names, kinds, aliases and significance anew where anything was written since the last refresh."""
        refresh(self._bolt)

    def size(self) -> Size:
        """Count entities, links and versions."""
        return Size(**self._bolt.read(query("write_size"))[0])


def _rows(batch: Sequence[Extraction]) -> Rows:
    """Make the rows of a batch with what is slow about them, signing and compressing, before a lock is held for it."""
    rows = Rows(batch)
    _ = rows.texts
    return rows


def _write(tx: Transaction, rows: Rows) -> None:
    tx.run(query("write_documents"), documents=rows.texts).consume()
    tx.run(query("write_entities"), entities=rows.entities).consume()
    tx.run(query("write_passages"), documents=rows.documents).consume()
    tx.run(query("write_names"), names=rows.names).consume()
    for some in rows.pairs(PAIRS_AT_ONCE):
        tx.run(query("write_pairs"), pairs=some).consume()
    tx.run(query("write_roles"), roles=rows.roles).consume()
    tx.run(query("write_posts"), posts=rows.posts).consume()
    tx.run(query("write_parents"), parents=rows.parents).consume()


def _successor(planned: Plan, id_: str, path: str) -> Row | None:
    """Return what an act says of the document that took another's place."""
    found = next((x.document for x in planned.add if x.document.path == path or x.document.id == id_), None)
    if found is None:
        return None
    return {"id": found.id, "path": found.path, "kind": found.kind.value, "subject": found.subject}
