"""Where a service is reached, and by whom."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from api.hosts import is_loopback
from graph.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Door:
    """The host and port it listens on, the further names it is called by, and the proxies that are believed.

    Of a proxy that is believed, the addresses of clients and whether they came by https are taken. Raises
    ConfigurationError for a proxy that is no address.
    """

    host: str
    port: int
    names: Sequence[str] = ()
    proxies: Sequence[str] = ()

    def __post_init__(self) -> None:
        for proxy in self.proxies:
            try:
                ipaddress.ip_network(proxy)
            except ValueError as error:
                raise ConfigurationError(f"A proxy is given by its IP address or network: {proxy} is none.") from error

    @property
    def hosts(self) -> list[str]:
        """The host names that requests may be addressed to."""
        return [self.host.strip("[]"), *self.names]

    @property
    def is_open_to_others(self) -> bool:
        """Tell whether others than this machine can come in by it."""
        return not is_loopback(self.host) or bool(self.proxies) or not all(map(is_loopback, self.names))
