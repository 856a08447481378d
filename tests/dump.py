"""A store as plain values, so that two can be compared node for node and edge for edge."""

from graph.bolt import Bolt

NODES = """
MATCH (n) WHERE NOT n:Store AND NOT n:Load AND NOT n:Act
RETURN labels(n) AS labels, properties(n) AS properties
"""
EDGES = """
MATCH (a)-[r]->(b) WHERE NOT a:Load
RETURN labels(a) AS from_labels, a.id AS from_id, type(r) AS type, properties(r) AS properties,
  labels(b) AS to_labels, b.id AS to_id
"""


def dump(bolt: Bolt) -> tuple[list[str], list[str]]:
    """Return every node and every edge with all their labels and properties, sorted.

    The Store node, the loads and the acts, which are history, are left out.
    """
    return (
        sorted(repr((sorted(row["labels"]), sorted(row["properties"].items()))) for row in bolt.read(NODES)),
        sorted(
            repr(
                (
                    sorted(row["from_labels"]),
                    row["from_id"],
                    row["type"],
                    sorted(row["properties"].items()),
                    sorted(row["to_labels"]),
                    row["to_id"],
                )
            )
            for row in bolt.read(EDGES)
        ),
    )


def clear(bolt: Bolt) -> None:
    """Delete every node; constraints and indexes stay."""
    bolt.run("MATCH (n) DETACH DELETE n")


def empty(bolt: Bolt) -> None:
    """Delete every node, constraint and index of the store."""
    bolt.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    for row in bolt.run("SHOW CONSTRAINTS YIELD name"):
        bolt.run("DROP CONSTRAINT $name", name=row["name"])
    for row in bolt.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        bolt.run("DROP INDEX $name", name=row["name"])


EVERYTHING = "MATCH (n) WHERE NOT n:Store RETURN labels(n) AS labels, properties(n) AS properties"
ALL_EDGES = """
MATCH (a)-[r]->(b)
RETURN coalesce(a.id, '') AS a, type(r) AS type, properties(r) AS properties, coalesce(b.id, '') AS b
"""


def everything(bolt: Bolt) -> tuple[list[str], list[str]]:
    """Return every node and edge with all that they hold, history included, sorted; only the Store node is left out."""
    return (
        sorted(repr((sorted(row["labels"]), sorted(row["properties"].items()))) for row in bolt.read(EVERYTHING)),
        sorted(
            repr((row["a"], row["type"], sorted(row["properties"].items()), row["b"])) for row in bolt.read(ALL_EDGES)
        ),
    )
