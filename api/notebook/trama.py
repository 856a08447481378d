"""`Trama`: one store, as a notebook asks it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from api.choosing import chosen
from api.notebook.analysis import Brokering, Groups, Times
from api.notebook.answers import CypherRows, Loaded
from api.notebook.connection import Connection
from api.notebook.entity import Entity, entity_named
from api.notebook.evidence import Sentences
from api.notebook.extracted import Extracted
from api.notebook.listing import Listing
from api.notebook.loading import load_apart
from api.notebook.network import NetworkView
from api.notebook.routes import Routes
from api.notebook.rows import DOCUMENT, ENTITY, HIT, document_row, entity_row, hit_row
from graph import console
from graph.analysis.analyst import Analyst
from graph.analysis.span import By
from graph.analysis.timeline import timeline
from graph.answer import DocumentDetail, DocumentRow, EntityRow, Items, PassageHit, Stats
from graph.reader import Reader
from graph.settings import Settings, read_settings


class Trama:
    """A store, by its name (the environment's, where none is given); a local Neo4j is started where needed.

    Nothing is connected to before the first question. Every method may raise StoreUnavailableError and
    ConfigurationError; names may raise AmbiguousNameError and NotFoundError, whose sentences name what is near.
    """

    def __init__(self, store: str | None = None, settings: Settings | None = None) -> None:
        self._connection = Connection(settings or read_settings(store=store))

    def entity(self, name: str, kind: str | None = None) -> Entity:
        """Return the entity that a name, alias or id means."""
        return entity_named(self._connection, name, kind)

    def entities(self, q: str = "", kind: str | None = None, limit: int = 50) -> Listing[EntityRow]:
        """Return entities by name or alias, best first; without `q` all, the most mentioned first (at most 1000)."""
        answer = self._connection.ask(lambda reader: reader.entities(q, kind, limit))
        return Listing(answer.items, entity_row, ENTITY, what="entities", note=_note(answer))

    def evidence(self, a: str, b: str, scope: str = "passage", limit: int = 50) -> Sentences:
        """Return the texts that name two entities, newest first."""
        return self.entity(a).evidence(b, scope, limit)

    def network(self, *names: str, depth: int = 1, limit: int = 60) -> NetworkView:
        """Return entities with their strongest neighbours, `depth` (1 to 3) links away, at most `limit` in all."""

        async def found(reader: Reader) -> NetworkView:
            ids = [await chosen(reader, name) for name in names]
            return NetworkView(await reader.network(ids, depth, limit), ", ".join(names))

        return self._connection.ask(found)

    def paths(self, start: str, end: str, max_hops: int = 3, k: int = 5) -> Routes:
        """Return the best `k` routes between two entities over at most `max_hops` (1 to 5) links.

        They are ranked by the llr of their weakest link; each link has its counts and its most telling sentence.
        """
        a, b = self.entity(start), self.entity(end)
        return Routes(self._connection.ask(lambda reader: reader.paths(a.id, b.id, max_hops, k)), a.name, b.name)

    def search(self, words: str, limit: int = 50) -> Listing[PassageHit]:
        """Return passages that hold all the words and "quoted phrases", best first."""
        answer = self._connection.ask(lambda reader: reader.search(words, limit))
        return Listing(answer.items, hit_row, HIT, what="passages", note=_note(answer))

    def documents(self, q: str = "", kind: str | None = None, limit: int = 50) -> Listing[DocumentRow]:
        """Return documents, newest first; with `q`, those whose subject, path, origin or numbers hold its words."""
        answer = self._connection.ask(lambda reader: reader.documents(q, kind, limit))
        return Listing(answer.items, document_row, DOCUMENT, what="documents", note=_note(answer))

    def document(self, id: str) -> DocumentDetail:  # noqa: A002 - the word that lists use
        """Return a document with its source text, passages and mentions."""
        return self._connection.ask(lambda reader: reader.document(id))

    def cypher(self, query: str, limit: int = 1000, **parameters: Any) -> CypherRows:
        """Return the rows of a Cypher query that only reads; any other raises QueryRefusedError."""
        return CypherRows(self._connection.run(lambda bolt: console.ask(bolt, query, parameters, row_limit=limit)))

    def brokers(self, by: str = "reach", kind: str | None = None, limit: int = 20) -> Brokering:
        """Return who stands between communities, by reach, constraint (least first) or betweenness."""
        return Brokering(self._connection.analyse(lambda bolt: Analyst(bolt).brokers(by, kind, limit)))

    def communities(self, limit: int = 20, members: int = 10) -> Groups:
        """Return the largest groups whose members are named with each other more than with others."""
        return Groups(self._connection.analyse(lambda bolt: Analyst(bolt).communities(limit, members)))

    def timeline(self, name: str | None = None, other: str | None = None, by: str = "month") -> Times:
        """Return documents by month or year: all, those that name an entity, or those that name two together."""
        entities = [self.entity(each) for each in (name, other) if each]
        ids = [each.id for each in entities]
        pair = (ids[0], ids[1]) if len(ids) > 1 else None
        one = ids[0] if len(ids) == 1 else None
        answer = self._connection.run(lambda bolt: timeline(bolt, one, pair, By(by)))
        return Times(answer, " with ".join(each.name for each in entities) or "the whole store")

    def stats(self) -> Stats:
        """Count what the store holds."""
        return self._connection.ask(lambda reader: reader.stats())

    def extract(self, path: str | Path) -> Extracted:
        """Return what is found in one file. It needs no store and changes none. Raises InputError, OSError."""
        from api.notebook.reading import extract_file  # noqa: PLC0415 - the recognisers, which asking does not need

        return Extracted(extract_file(Path(path)))

    def load(self, *paths: str | Path) -> Loaded:
        """Load files and folders into the store; a second time changes nothing. Raises InputError."""
        return Loaded(load_apart(self._connection.settings, paths))

    def export(self, form: str, file: str | Path, ids: Sequence[str] = ()) -> None:
        """Write the store, or the part around some entities, as graphml, gexf, csv, json, cytoscape or ftm."""
        from api.exporting import write_to  # noqa: PLC0415 - the forms, which asking does not need
        from graph.exchange.form import Form  # noqa: PLC0415 - likewise

        self._connection.run(lambda bolt: write_to(bolt, Form(form), str(file), ids))

    def close(self) -> None:
        """Let the connection go; the next question opens another. The local Neo4j stops when it is idle."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        settings = self._connection.settings
        return f"Trama: store {settings.store!r} at {settings.uri}" if settings.uri else f"Trama: {settings.store!r}"


def _note(answer: Items[Any]) -> str:
    return answer.note or ("there are more: ask with a higher limit" if answer.next else "")
