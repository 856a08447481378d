"""Running the service on a port of this machine."""

import errno
import socket
from collections.abc import Callable
from functools import partial

import uvicorn
from uvicorn.supervisors import Multiprocess

from api.app import create_app
from api.door import Door
from graph.errors import ConfigurationError
from graph.settings import Settings

FREE_FOR_ALL = 1024
"""The first port that needs no right of its own."""

NEXT_PORTS = 100
"""How many ports are tried after the one asked for."""

GRACE = 3
"""Seconds that requests under way have to finish when the service is stopped."""

START = 60.0
"""Seconds that a worker may take until it answers."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on `port`, or where it is taken on the next free one; 0 is any.

    Raises ConfigurationError where no port can be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last = port if port == 0 else min(port + NEXT_PORTS, 65535)
    for each in range(port, last + 1):
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host.strip("[]"), each))
            listening.listen()
        except OSError as error:
            listening.close()
            if error.errno != errno.EADDRINUSE:
                raise _refused(host, each, error) from error
        else:
            return listening
    raise ConfigurationError(f"Every port from {port} to {last} of {host} is in use.")


def _refused(host: str, port: int, error: OSError) -> ConfigurationError:
    if error.errno == errno.EACCES and port < FREE_FOR_ALL:
        return ConfigurationError(f"Port {port} needs a right that you do not have: choose one from {FREE_FOR_ALL} on.")
    return ConfigurationError(f"Port {port} of {host} cannot be listened on: {error.strerror or error}.")


def address_of(listening: socket.socket, host: str) -> str:
    """Return the address that a browser takes for a listening socket."""
    name = f"[{host.strip('[]')}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}"


class _Server(uvicorn.Server):
    """A server that tells when it answers."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()


class _Workers(Multiprocess):
    """Several processes that answer on one socket, the dead replaced; it tells when the first of them answers."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], on_ready: Callable[[], None]) -> None:
        super().__init__(config, sockets)
        self._on_ready = on_ready

    def init_processes(self) -> None:
        super().init_processes()
        if self.processes[0].wait_until_ready(START, self.should_exit):
            self._on_ready()


def run(
    settings: Settings, door: Door, listening: socket.socket, on_ready: Callable[[], None], workers: int = 1
) -> None:
    """Serve until SIGTERM or Ctrl-C (which is the way to stop, no failure); call `on_ready` once it answers.

    Several `workers` are processes of their own: the service keeps nothing that they would have to share.
    """
    config = uvicorn.Config(
        partial(create_app, settings, door.hosts),
        factory=True,
        workers=workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(door.proxies),
        forwarded_allow_ips=list(door.proxies),
        ws="none",
        timeout_graceful_shutdown=GRACE,
    )
    try:
        if workers > 1:
            _Workers(config, [listening], on_ready).run()
        else:
            _Server(config, on_ready).run([listening])
    except KeyboardInterrupt:
        return
