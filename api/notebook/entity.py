"""One entity in a notebook."""

from api.choosing import chosen
from api.notebook.connection import Connection
from api.notebook.evidence import Sentences
from api.notebook.html import table
from api.notebook.neighbours import Neighbours
from api.notebook.network import NetworkView
from graph.answer import EntityDetail, PostRow


class Entity:
    """An entity as documents name it."""

    def __init__(self, connection: Connection, detail: EntityDetail) -> None:
        self._connection = connection
        self.detail = detail

    @property
    def id(self) -> str:
        """Its identifier."""
        return self.detail.id

    @property
    def name(self) -> str:
        """Its name."""
        return self.detail.name

    @property
    def kind(self) -> str:
        """Its commonest kind."""
        return self.detail.kind

    @property
    def aliases(self) -> list[str]:
        """What else it is called, the commonest first."""
        return self.detail.aliases

    @property
    def posts(self) -> list[PostRow]:
        """Posts that documents give it, with those documents' ids."""
        return self.detail.posts

    def neighbours(self, kind: str | None = None, scope: str = "passage", limit: int = 50) -> Neighbours:
        """Return who is named with it in a passage, paragraph or document, strongest first (at most 1000)."""
        answer = self._connection.ask(lambda reader: reader.neighbours(self.id, kind, scope, limit))
        what = f"{_plural(kind)} named with {self.name} in one {scope}"
        return Neighbours(self._connection, (self.id, self.name), answer, what)

    def evidence(self, other: "str | Entity", scope: str = "passage", limit: int = 50) -> Sentences:
        """Return the texts that name it and another entity, given by name, id or as an entity."""
        entity = other if isinstance(other, Entity) else entity_named(self._connection, other)
        answer = self._connection.ask(lambda reader: reader.evidence(self.id, entity.id, scope, limit))
        return Sentences(answer, self.name, entity.name)

    def network(self, depth: int = 1, limit: int = 60) -> NetworkView:
        """Return it with its strongest neighbours up to `depth` (1 to 3) links away and every link among them."""
        found = self._connection.ask(lambda reader: reader.network([self.id], depth, limit))
        return NetworkView(found, self.name)

    def __repr__(self) -> str:
        named = f", also {', '.join(self.aliases[:5])}" if self.aliases else ""
        detail = self.detail
        return f"{self.name} ({self.kind}{named}): {detail.mentions} mentions in {detail.documents} documents"

    def _repr_html_(self) -> str:
        detail = self.detail
        rows: list[list[object]] = [
            ["kind", ", ".join(detail.kinds)],
            ["also called", ", ".join(detail.aliases)],
            ["mentions", detail.mentions],
            ["documents", detail.documents],
            ["dates of those", f"{detail.first} to {detail.last}" if detail.first else "none is dated"],
            ["id", detail.id],
        ]
        rows += [["post", f"{post.title or 'works at'}, {post.agency_name}"] for post in detail.posts]
        return table(["", detail.name], rows)


def entity_named(connection: Connection, name: str, kind: str | None = None) -> Entity:
    """Return the entity that a name, alias or id means; raises AmbiguousNameError, NotFoundError."""
    id_ = connection.ask(lambda reader: chosen(reader, name, kind))
    return Entity(connection, connection.ask(lambda reader: reader.entity(id_)))


def _plural(kind: str | None) -> str:
    return {None: "entities", "agency": "agencies", "person": "people"}.get(kind, f"{kind}s")
