"""Roles: what the holder of a key may do, and the one table that says what each request needs."""

from enum import StrEnum


class Role(StrEnum):
    """What a key is for. Each role may do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    LOADER = "loader"

    def may(self, needed: "Role") -> bool:
        """Tell whether this role is enough for what needs another.

        >>> Role.REVIEWER.may(Role.READER), Role.REVIEWER.may(Role.LOADER)
        (True, False)
        """
        order = list(Role)
        return order.index(self) >= order.index(needed)


PUBLIC = frozenset(
    {
        ("GET", "/login"),
        ("POST", "/login"),
        ("POST", "/logout"),
        ("GET", "/health/live"),
        ("GET", "/static/icon.svg"),
        ("GET", "/static/login.js"),
        ("GET", "/static/css/tokens.css"),
        ("GET", "/static/css/login.css"),
    }
)
"""All that is answered without a key: the login page with what it is made of, and whether the process lives."""

READING = frozenset({("POST", "/api/cypher"), ("POST", "/api/packet"), ("POST", "/network")})
"""Questions that are too long for an address."""

REMARKS = ("/api/judgements", "/api/verdicts", "/api/notes", "/api/views", "/api/audit")
"""Where reviewers write: at these addresses and below them."""


def needed(method: str, path: str) -> Role | None:
    """Return the role that a request needs, None where it needs no key. What no rule names takes the highest.

    The path is the one that routes are found by: decoded, and not tidied in any way.

    >>> needed("GET", "/login"), needed("GET", "/login/"), needed("PATCH", "/api/notes-of-mine")
    (None, <Role.READER: 'reader'>, <Role.LOADER: 'loader'>)
    """
    if (method, path) in PUBLIC:
        return None
    if method in {"GET", "HEAD"} or (method, path) in READING:
        return Role.READER
    if any(path == place or path.startswith(f"{place}/") for place in REMARKS):
        return Role.REVIEWER
    return Role.LOADER
