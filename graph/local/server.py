"""The Neo4j that Trama keeps itself: one for each store, shared by every command that uses the store."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from graph.bolt import Address
from graph.errors import StoreBrokenError, StoreUnavailableError
from graph.local import swap
from graph.local.disk import refuse_full
from graph.local.home import Home
from graph.local.jars import NEO4J_VERSION, class_path
from graph.local.java import write_arguments
from graph.local.memory import machine_memory, memory_for
from graph.local.password import USERNAME, set_first_password
from graph.local.port import DEFAULT_PORT, LOOPBACK, next_free
from graph.local.process import has_clients, listens, stop
from graph.local.readiness import is_ready
from graph.local.state import State, find_java, java_process, keeper_command, keeper_process, read_state, touch_state
from graph.progress import Notify, Progress, no_notice, no_progress
from graph.settings import Settings

IDLE_SECONDS = 600.0
START_SECONDS = 120.0
LOOK_SECONDS = 0.1
STARTS = 3
"""How many ports are tried where another program takes the chosen one before Neo4j does."""
DATABASE = "neo4j"
STARTING = "Starting Neo4j"
PORT_TAKEN = "Address already in use"


@dataclass(frozen=True, slots=True)
class Status:
    """What another Cypher client needs in order to connect; `uri` and `pid` are None while nothing runs."""

    running: bool
    uri: str | None
    username: str
    password_file: Path
    home: Path
    pid: int | None
    version: str


class LocalServer:
    """The local server of the settings' store. Nothing runs before `start`; making one costs nothing."""

    def __init__(
        self,
        settings: Settings,
        *,
        port: int = DEFAULT_PORT,
        idle_seconds: float = IDLE_SECONDS,
        start_seconds: float = START_SECONDS,
        notify: Notify = no_notice,
    ) -> None:
        self._settings = settings
        self._home = Home(settings.store_home)
        self._port = port
        self._idle = idle_seconds
        self._limit = start_seconds
        self._notify = notify

    def start(self, progress: Progress = no_progress) -> Address:
        """Return where the store's server listens, after starting it where it does not run.

        Raises ConfigurationError (jars, password, settings) and StoreUnavailableError (it does not answer in time).
        """
        self._home.make()
        with self._locked():
            return self._run(progress)

    def stop(self) -> bool:
        """Stop the server and wait until it has closed its store; tell whether one was running."""
        if not self._home.path.exists():
            return False
        with self._locked():
            return self._stop()

    def replace(self, still: Callable[[Address], AbstractContextManager[bool]]) -> Address | None:
        """Put the store in `Home.incoming` in this one's place and start the server on it.

        Where the store was ever started, `still` is asked whether that may be; it holds off other writers until its
        context ends. Returns None, and changes nothing, where it may not. Raises what `start` raises.
        """
        with self._locked(), ExitStack() as held:
            state = read_state(self._home)
            if state is not None or self._home.database.exists():
                address = self._run()
                state = read_state(self._home)
                if not held.enter_context(still(address)):
                    return None
                self._stop()
            swap.begin(self._home)
            if state is not None:
                self._port = state.port  # where clients that were there look again
            return self._run()

    def stop_unused(self) -> bool:
        """Stop the server as `stop` does, unless somebody is connected to it; tell whether it was stopped."""
        if not self._home.path.exists():
            return False
        with self._locked():
            return not self.used() and self._stop()

    @contextmanager
    def halted(self) -> Iterator[None]:
        """Keep the server stopped for the length of the block; whoever wants to start it waits."""
        self._home.make()
        with self._locked():
            if self._stop():
                self._notify("Neo4j is stopped for it; whoever uses the store waits.")
            yield

    def _stop(self) -> bool:
        state = read_state(self._home)
        keeper = keeper_process(self._home, state) if state else None
        java = java_process(self._home, state) if state else find_java(self._home)
        for process in (keeper, java):  # the keeper stops the server; without a keeper it is stopped here
            if process is not None:
                stop(process)
        return java is not None

    def used(self) -> bool:
        """Tell whether anybody holds a connection to the server just now."""
        state = read_state(self._home)
        java = java_process(self._home, state) if state else None
        return state is not None and java is not None and has_clients(java, state.port)

    def status(self) -> Status:
        """Tell whether the server runs, and how to connect to it."""
        state = read_state(self._home)
        return Status(
            running=state is not None,
            uri=_uri(state.port) if state else None,
            username=USERNAME,
            password_file=self._home.password_file,
            home=self._home.path,
            pid=state.java if state else None,
            version=NEO4J_VERSION,
        )

    def _run(self, progress: Progress = no_progress) -> Address:
        """Start the server where it does not run, and wait for it."""
        state = read_state(self._home)
        if state is None:
            return self._start(progress)
        if keeper_process(self._home, state) is None:
            state = self._keep(state.port, "ab")
        touch_state(self._home)
        try:
            return self._answering(state, time.monotonic() + self._limit)
        except StoreBrokenError:
            self._stop()
            return self._start(progress)

    def _start(self, progress: Progress) -> Address:
        jars = class_path(self._settings, progress)
        refuse_full(self._home.path)
        progress(STARTING, 0, 1)
        deadline = time.monotonic() + self._limit
        memory = memory_for(machine_memory())
        write_arguments(self._home, jars, memory)
        orphan = find_java(self._home)
        if orphan is not None:  # its port is not known any more
            stop(orphan)
        swap.finish(self._home)
        self._home.begin()
        port, tries = self._port, STARTS
        while True:
            port = self._free_port(port)
            self._home.configure(port, memory)
            if not self._home.auth_file.exists():
                set_first_password(self._home)
            try:
                address = self._answering(self._keep(port, "wb"), deadline)
            except StoreUnavailableError:
                tries -= 1
                if not tries or PORT_TAKEN not in self._home.console_text():
                    self._stop()  # one that neither answers nor ends would be in the way of the next try
                    raise
            else:
                progress(STARTING, 1, 1)
                return address

    def _free_port(self, port: int) -> int:
        free = next_free(port)
        if free != port:
            self._notify(f"Port {port} is in use: Neo4j listens on {free} instead.")
        return free

    def _keep(self, port: int, mode: str) -> State:
        """Start a keeper, which starts the server or takes over the one that runs, and return what it wrote."""
        with self._home.console.open(mode) as console:
            subprocess.run(  # noqa: S603  the program is ours
                keeper_command(self._home, port, self._idle),
                cwd=self._home.path,  # not the user's folder, whose own graph.py would be found first
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
                check=False,
            )
        state = read_state(self._home)
        if state is None:
            raise self._silence("Neo4j did not start")
        return state

    def _answering(self, state: State, deadline: float) -> Address:
        """Wait until the server answers a query."""
        address = Address(_uri(state.port), USERNAME, self._home.password(), DATABASE)
        while time.monotonic() < deadline:
            java = java_process(self._home, state)
            if java is None:
                raise self._silence("Neo4j ended while it started")
            if listens(java, state.port) and is_ready(address, self._home.password_file):
                self._home.unborn.unlink(missing_ok=True)
                return address
            time.sleep(LOOK_SECONDS)
        raise self._silence(f"Neo4j did not answer within {self._limit:g} s")

    def _silence(self, what: str) -> StoreUnavailableError:
        refuse_full(self._home.path)  # its log, on the same disk, may say nothing of it
        return StoreUnavailableError(f"{what}; {self._home.console} ends with: {self._home.last_words()}")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(self._home.start_lock)
        try:
            lock.acquire(timeout=1)
        except Timeout:
            self._notify("Another command is starting or stopping Neo4j; waiting for it.")
            lock.acquire()
        try:
            yield
        finally:
            lock.release()


def _uri(port: int) -> str:
    return f"bolt://{LOOPBACK}:{port}"
