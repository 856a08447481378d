"""A free port on loopback for Bolt."""

import os
import socket

from graph.errors import ConfigurationError

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 7687
LAST_PORT = 65535


def is_free(port: int) -> bool:
    """Tell whether a server could listen on the port just now."""
    with socket.socket() as probe:
        if os.name == "posix":  # as Java does: a port whose last connections only just closed is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def next_free(port: int) -> int:
    """Return the first free port from `port` upwards. Raises ConfigurationError where there is none."""
    for candidate in range(port, LAST_PORT + 1):
        if is_free(candidate):
            return candidate
    raise ConfigurationError(f"No port from {port} upwards is free for Neo4j.")
