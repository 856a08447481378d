"""Running the service on a port of this machine."""

import errno
import gc
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from api import logs
from api.app import create_app
from api.door import Door
from api.level import Level
from graph.errors import ConfigurationError
from graph.local.server import LocalServer
from graph.settings import Settings, share_metrics

FREE_FOR_ALL = 1024
"""The first port that needs no right of its own."""

NEXT_PORTS = 100
"""How many ports are tried after the one asked for."""

GRACE = 10
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
        # asyncio sends without delay only on sockets that say that they are TCP's; else a client that keeps its
        # connection waits 40 ms for the second packet of every answer.
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
        self.terminated = False

    def handle_term(self) -> None:
        self.terminated = True
        super().handle_term()

    def init_processes(self) -> None:
        super().init_processes()
        if self.processes[0].wait_until_ready(START, self.should_exit):
            self._on_ready()


def run(
    settings: Settings,
    door: Door,
    listening: socket.socket,
    on_ready: Callable[[], None],
    *,
    workers: int = 1,
    level: Level = Level.WARNING,
) -> None:
    """Serve until SIGTERM or Ctrl-C (which is the way to stop, no failure); call `on_ready` once it answers.

    Requests under way have `GRACE` seconds to finish. Several `workers` are processes of their own: they share
    nothing but what they count. After SIGTERM, which means that a service or a machine is going down, a local Neo4j
    that nobody else uses is stopped in order; after Ctrl-C it stays for the next command.
    """
    terminated = False

    def terminate(_signal: int, _frame: FrameType | None) -> None:
        nonlocal terminated
        terminated = True
        raise KeyboardInterrupt  # as uvicorn's own handler does for Ctrl-C, after everything is finished

    signal.signal(signal.SIGTERM, terminate)
    logs.configure(level)  # of several workers, this process watches over them
    with _counted_together(workers) as shared:
        config = uvicorn.Config(
            partial(_service, settings, door.hosts, shared, level),
            factory=True,
            workers=workers,
            log_config=None,
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
                supervisor = _Workers(config, [listening], on_ready)
                supervisor.run()
                terminated = supervisor.terminated
            else:
                _Server(config, on_ready).run([listening])
        except KeyboardInterrupt:
            pass
    if terminated and settings.uri is None:
        LocalServer(settings).stop_unused()


def _service(settings: Settings, hosts: list[str], shared: Path | None, level: Level) -> FastAPI:
    """Make the service in the process that is to run it."""
    logs.configure(level)
    app = create_app(settings, hosts, shared=shared)
    # What is there by now stays: an answer of many objects would otherwise have Python look through it again and again.
    gc.collect()
    gc.freeze()
    return app


@contextmanager
def _counted_together(workers: int) -> Iterator[Path | None]:
    """Give the folder in which several workers count together; one needs none."""
    if workers == 1:
        yield None
        return
    with TemporaryDirectory(prefix="trama-metrics-") as folder:
        share_metrics(Path(folder))
        yield Path(folder)
