"""What can go wrong, told in one sentence a person can act on.

Errors know no HTTP status and no exit code; `api` maps them, each in one table.
"""


class TramaError(Exception):
    """The root of every error that Trama raises on purpose; its text is shown to the user as it stands."""


class InputError(TramaError):
    """Something given cannot be used: a path, a file, a parameter."""


class NotFoundError(TramaError):
    """No document or entity carries the identifier that was asked for."""


class MovedError(NotFoundError):
    """Judgements gave all that an identifier named to one other entity, whose identifier is `now`."""

    def __init__(self, was: str, now: str) -> None:
        super().__init__(f"The store holds no entity {was!r} any more: judgements joined it with {now!r}.")
        self.was = was
        self.now = now


class ConflictError(TramaError):
    """Something changed since it was looked at, so that what was asked for would undo another's work."""


class QueryRefusedError(TramaError):
    """A Cypher query is wrong, or asks for something that a reader may not do."""


class QueryTimedOutError(QueryRefusedError):
    """A Cypher query ran past its time limit."""


class StoreUnavailableError(TramaError):
    """Neo4j cannot be reached, or went away; trying again later may work."""


class StoreBrokenError(StoreUnavailableError):
    """Neo4j runs and answers nothing any more, as after a full disk: it has to be started anew."""


class ConfigurationError(TramaError):
    """A setting, a jar, a password or a version is not as it must be."""
