"""How often somebody may ask: a key, an address without one, and whoever tries keys."""

import ipaddress
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from limits import RateLimitItem

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


class Turnstile:
    """Counts requests over the minute before each; every method returns the seconds to wait, 0 for none."""

    def __init__(self, allowance: Allowance) -> None:
        from limits import RateLimitItemPerMinute  # noqa: PLC0415 - a tenth of a second, which only keys are worth
        from limits.storage import MemoryStorage  # noqa: PLC0415 - likewise
        from limits.strategies import MovingWindowRateLimiter  # noqa: PLC0415 - likewise

        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._key = RateLimitItemPerMinute(allowance.key, namespace="key")
        self._stranger = RateLimitItemPerMinute(allowance.stranger, namespace="stranger")
        self._wrong = RateLimitItemPerMinute(allowance.wrong, namespace="wrong")

    def key(self, name: str) -> int:
        """Count a request of a key."""
        return self._hit(self._key, name)

    def stranger(self, address: str) -> int:
        """Count a request that no key came with."""
        return self._hit(self._stranger, address)

    def wrong(self, address: str) -> int:
        """Count a try with a key that is none."""
        return self._hit(self._wrong, address)

    def tries(self, address: str) -> int:
        """Say how long an address has to wait until it may try a key again; this counts nothing."""
        return 0 if self._limiter.test(self._wrong, address) else self._wait(self._wrong, address)

    def _hit(self, item: "RateLimitItem", who: str) -> int:
        return 0 if self._limiter.hit(item, who) else self._wait(item, who)

    def _wait(self, item: "RateLimitItem", who: str) -> int:
        return max(1, math.ceil(self._limiter.get_window_stats(item, who).reset_time - time.time()))


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
