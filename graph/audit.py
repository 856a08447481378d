"""The audit trail: who did what to the store, when, and what was there before and after.

An act is appended in the transaction that does what it tells of, so that there is neither one without the other.
Acts are numbered by the store, never changed, and only a load's grows while the load goes on.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from graph.bolt import Transaction
from graph.load import stamp
from graph.query import query
from graph.who import LONGEST

Values = Mapping[str, Any]
"""What was there: plain JSON values by name."""


def record(
    tx: Transaction, who: str, what: str, about: Sequence[str], *, before: Values | None, after: Values | None
) -> str:
    """Append an act and return its id (`act-12`); `schema.lock` must have been taken in the transaction.

    `what` is a noun and a verb (`verdict.set`, `document.deleted`), `about` the ids of what it is about; `before` and
    `after` are what stood there, None for nothing.
    """
    row = tx.run(
        query("write_act"),
        at=now(),
        who=who[:LONGEST],
        what=what,
        about=list(about),
        before=as_text(before),
        after=as_text(after),
    ).single(strict=True)
    return str(row["id"])


def extend(tx: Transaction, act: str, after: Values) -> None:
    """Replace what an act says of the state after it: a load goes on for many transactions, and is one act."""
    tx.run(query("write_act_after"), id=act, after=as_text(after)).consume()


def now() -> str:
    """Return this moment as the store writes it (UTC, ISO 8601, to the second)."""
    return stamp(datetime.now(UTC))


def as_text(values: Values | None) -> str | None:
    """Return values as an act keeps them: JSON, for Neo4j has no maps."""
    return None if values is None else json.dumps(dict(values), ensure_ascii=False, sort_keys=True)


def as_values(text: str | None) -> dict[str, Any] | None:
    """Return the values that an act keeps as JSON."""
    return None if text is None else dict(json.loads(text))
