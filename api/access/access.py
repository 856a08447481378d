"""Who is let in, as one service keeps it."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import cookie_parser

from api.access.allowance import Allowance, Turnstile
from api.access.key import Key
from api.access.keyring import Keyring, keyring
from api.access.session import Sessions, sessions
from graph.settings import Settings

SCHEME = "bearer "
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Access:
    """The keys, the sessions made with them, and how often each may ask."""

    keys: Keyring
    sessions: Sessions
    turnstile: Turnstile

    def bearer(self, given: Iterable[str]) -> Key | None:
        """Return the key that stands in the Authorization headers; there may be one, and nothing else in it."""
        values = list(given)
        if len(values) != 1 or not values[0].lower().startswith(SCHEME):
            return None
        return self.keys.find(values[0][len(SCHEME) :].strip())

    def wrong(self, address: str) -> int:
        """Count and log a key that is none; return the seconds to wait, 0 for none."""
        wait = self.turnstile.wrong(address)
        if not wait:
            _log.warning("A wrong key came from %s.", address)
        return wait

    def session(self, cookies: Iterable[str], *, secure: bool) -> Key | None:
        """Return the key of the session that the Cookie headers hold."""
        name = self.sessions.cookie(secure=secure)
        for header in cookies:
            digest = self.sessions.read(cookie_parser(header).get(name, ""))
            if digest is not None:
                return self.keys.of(digest)
        return None


def access(settings: Settings, allowance: Allowance) -> Access | None:
    """Return who is let in by the settings; None where they name no keys and nobody is asked for one.

    Raises ConfigurationError where what they name cannot be used.
    """
    keys = keyring(settings)
    return None if keys is None else Access(keys, sessions(settings), Turnstile(allowance))
