"""How often somebody may ask: a key, an address without one, and whoever tries keys."""

import ipaddress
from collections import deque
from dataclasses import dataclass
from math import ceil
from time import monotonic

MINUTE = 60.0
WIDEST = 64
"""Of an IPv6 address, the bits that one customer of a network has for himself lie after these."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Requests a minute, counted by each worker for itself."""

    key: int = 1800
    """Of one key: a page of the explorer takes some sixty."""
    stranger: int = 600
    """Of one address, without a key that is let in."""
    wrong: int = 10
    """Of one address, with a key that is none."""


class _Window:
    """When each asker came within the minute before; who has not come for a minute is forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._came: dict[str, deque[float]] = {}
        self._swept = monotonic()

    def wait(self, who: str, *, count: bool = True) -> int:
        """Return the seconds to wait, 0 for who may ask now; with `count` that is a request."""
        now = monotonic()
        if now - self._swept >= MINUTE:
            self._came = {each: times for each, times in self._came.items() if now - times[-1] < MINUTE}
            self._swept = now
        came = self._came.get(who)
        if came is not None and len(came) == self._most and now - came[0] < MINUTE:
            return max(1, ceil(came[0] + MINUTE - now))
        if count:
            self._came.setdefault(who, deque(maxlen=self._most)).append(now)
        return 0


class Turnstile:
    """Counts requests over the minute before each; every method returns the seconds to wait, 0 for none.

    Asked on one event loop, so nothing is locked.
    """

    def __init__(self, allowance: Allowance) -> None:
        self._key = _Window(allowance.key)
        self._stranger = _Window(allowance.stranger)
        self._wrong = _Window(allowance.wrong)

    def key(self, name: str) -> int:
        """Count a request of a key."""
        return self._key.wait(name)

    def stranger(self, address: str) -> int:
        """Count a request that no key came with."""
        return self._stranger.wait(address)

    def wrong(self, address: str) -> int:
        """Count a try with a key that is none."""
        return self._wrong.wait(address)

    def tries(self, address: str) -> int:
        """Say how long an address has to wait until it may try a key again; this counts nothing."""
        return self._wrong.wait(address, count=False)


def address_of(client: tuple[str, int] | None) -> str:
    """Return what stands for a client: its IPv4 address, or the network of its IPv6 address.

    >>> address_of(("10.0.0.7", 1)), address_of(("2001:db8::1:2", 1)), address_of(("::ffff:10.0.0.7", 1))
    ('10.0.0.7', '2001:db8::/64', '10.0.0.7')
    >>> address_of(("<script>", 1)), address_of(None)
    ('unknown', 'unknown')
    """
    try:
        address = ipaddress.ip_address(client[0] if client else "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ipaddress.ip_network((int(address), WIDEST), strict=False))
