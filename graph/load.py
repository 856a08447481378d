"""A load: one going of documents into the store, remembered with what it brought."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Load:
    """One load. `at` is when it began (UTC, ISO 8601, to the second); `id` says the same for people and is unique."""

    id: str
    at: str


def new_load(now: datetime | None = None) -> Load:
    """Return a load that begins now.

    >>> new_load(datetime(2026, 11, 24, 9, 5, tzinfo=UTC)).id[:-6]
    'load-20261124-090500-'
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    return Load(f"load-{moment:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}", stamp(moment))


def stamp(moment: datetime) -> str:
    """Return a moment as `Load.at` writes it; one without a zone is read as UTC."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return f"{zoned.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
