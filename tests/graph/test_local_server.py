"""The local Neo4j is started, shared, found again and stopped: with real processes, in a home of this file's own.

The tests run in the order in which they stand and hand the server on to each other, since each start costs seconds.
"""

import os
import re
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import psutil
import pytest

from graph.bolt import Bolt
from graph.errors import ConfigurationError, QueryRefusedError, StoreUnavailableError
from graph.local.home import Home
from graph.local.server import LocalServer
from graph.local.state import State, find_java, read_state
from graph.settings import Settings

# A start takes 6 s, and many times that on a machine that does other work.
pytestmark = [pytest.mark.timeout(300), pytest.mark.slow]

START = """
import sys
from graph.local.server import LocalServer
from graph.settings import read_settings
print(LocalServer(read_settings(), port=int(sys.argv[1])).start().uri)
"""


@pytest.fixture(scope="module")
def own(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a home of this file's own."""
    return replace(settings, home=tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def home(own: Settings) -> Home:
    """The folder of the store."""
    return Home(own.store_home)


@pytest.fixture(scope="module")
def port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(own: Settings, port: int) -> Iterator[LocalServer]:
    """The server, which is not started yet; stopped when the file is done."""
    local = LocalServer(own, port=port)
    yield local
    local.stop()


def state_of(home: Home) -> State:
    """Return what runs."""
    state = read_state(home)
    assert state is not None
    return state


def eventually(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Tell whether it comes to hold in that time."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


@contextmanager
def taken(port: int) -> Iterator[None]:
    """Let another program listen on the port."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        yield


def test_nothing_runs_before_the_first_start(server: LocalServer) -> None:
    """Asking for the status and stopping make nothing and start nothing."""
    assert not server.status().running
    assert server.stop() is False
    assert not server.status().home.exists()


def test_two_commands_that_start_at_once_share_one_server(own: Settings, home: Home, port: int) -> None:
    """Whoever comes second waits for the first and gets the same address; both end, the server stays."""
    command = [sys.executable, "-c", START, str(port)]
    environment = {**os.environ, "TRAMA_HOME": str(own.home)}
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: subprocess.check_output(command, env=environment, text=True), range(2))
    assert first == second == f"bolt://127.0.0.1:{port}\n"
    java = psutil.Process(state_of(home).java)
    assert [p for p in psutil.process_iter() if p.pid != java.pid and p.name() == "java" and _is_for(p, home)] == []


def _is_for(process: psutil.Process, home: Home) -> bool:
    try:
        return any(str(home.path) in word for word in process.cmdline())
    except psutil.Error:
        return False


def test_the_status_gives_what_another_client_needs(server: LocalServer, home: Home, port: int) -> None:
    """The address, the name, where the password is; the password itself only its owner can read."""
    status = server.status()
    assert status.running
    assert (status.uri, status.username) == (f"bolt://127.0.0.1:{port}", "neo4j")
    assert status.home == home.path
    assert status.pid == state_of(home).java
    assert status.password_file.read_text().strip() == server.start().password
    for private in (status.password_file, home.auth_file, home.config / "neo4j.conf"):
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700


def test_only_this_machine_can_reach_it(home: Home, port: int) -> None:
    """The one port that is open is Bolt's, on loopback."""
    connections = psutil.Process(state_of(home).java).net_connections("inet")
    listening = [c.laddr for c in connections if c.status == psutil.CONN_LISTEN]
    assert [(address.ip.removeprefix("::ffff:"), address.port) for address in listening] == [("127.0.0.1", port)]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("file:///etc/hostname", "'dbms.security.allow_csv_import_from_file_urls' is false"),
        ("http://127.0.0.1:9/a.csv", "/127.0.0.1 is blocked"),
        ("https://[::1]:9/a.csv", "/0:0:0:0:0:0:0:1 is blocked"),
        ("ftp://192.0.2.1/a.csv", "/192.0.2.1 is blocked"),
    ],
)
def test_cypher_reaches_neither_files_nor_the_network(server: LocalServer, source: str, why: str) -> None:
    """The server's own settings refuse it, whoever asks."""
    with Bolt(server.start()) as bolt, pytest.raises(QueryRefusedError, match=re.escape(why)):
        bolt.run("LOAD CSV FROM $source AS line RETURN line", source=source)


def test_a_password_that_does_not_fit_is_told_with_its_file(server: LocalServer, home: Home) -> None:
    """The sentence says where the password is kept."""
    kept = home.password_file.read_text()
    home.password_file.write_text("not-the-password")
    try:
        with pytest.raises(ConfigurationError, match=r"refused the password in .*/password"):
            server.start()
    finally:
        home.password_file.write_text(kept)


def test_a_server_whose_keeper_was_killed_gets_a_new_one(server: LocalServer, home: Home) -> None:
    """Java is not left without anybody to stop it, and is not started anew."""
    before = state_of(home)
    killed = psutil.Process(before.keeper)
    killed.kill()
    killed.wait()
    server.start()
    after = state_of(home)
    assert after.java == before.java
    assert after.keeper != before.keeper


def test_a_server_that_no_state_tells_of_is_found(home: Home) -> None:
    """As when a keeper was killed before it could write: the server is known by its command line."""
    java = find_java(home)
    assert java is not None
    assert java.pid == state_of(home).java


def test_a_killed_server_is_started_anew_and_stops_by_itself(server: LocalServer, own: Settings, home: Home) -> None:
    """Java and keeper are killed, their numbers now belong to others (as after a reboot), and their port is taken.

    The next free port serves what was written before. An open connection keeps the server, silence ends it, in order.
    """
    with Bolt(server.start()) as bolt:
        bolt.run("CREATE (:Survivor)")
    killed = state_of(home)
    for process in [psutil.Process(killed.keeper), psutil.Process(killed.java)]:
        process.kill()
        process.wait()
    replace(killed, java=os.getpid(), keeper=os.getpid()).write(home)
    assert not server.status().running

    said: list[str] = []
    with (
        taken(killed.port),
        Bolt(LocalServer(own, port=killed.port, idle_seconds=2, notify=said.append).start()) as bolt,
    ):
        assert bolt.read("MATCH (s:Survivor) RETURN count(s) AS survivors") == [{"survivors": 1}]
        state = state_of(home)
        assert said == [f"Port {killed.port} is in use: Neo4j listens on {state.port} instead."]
        assert state.port > killed.port
        time.sleep(4)
        assert bolt.read("RETURN 1 AS one") == [{"one": 1}]
        assert state_of(home) == state
    assert eventually(lambda: not home.state.exists() and not psutil.pid_exists(state.keeper))
    assert find_java(home) is None
    assert "Stopped." in home.console_text()
    assert server.stop() is False


def test_a_server_that_cannot_start_is_told_with_the_last_lines_of_its_log(server: LocalServer, home: Home) -> None:
    """What Neo4j says of a full disk, a broken store or another's lock is handed on; nothing is left running."""
    databases = home.path / "data" / "databases"
    databases.rename(databases.with_name("elsewhere"))
    databases.write_text("a file where a folder should be")
    with pytest.raises(
        StoreUnavailableError,
        match=r"ended while it started; .*/console.log ends with: .*Please ensure no other process",
    ):
        server.start()
    assert find_java(home) is None
    assert eventually(lambda: not home.state.exists())


def test_a_store_that_cannot_be_made_is_told(own: Settings) -> None:
    """The first password could not be set: there is no start without one."""
    folder = Home(own.home / "stores" / "broken")
    folder.make()
    (folder.path / "data").write_text("a file where a folder should be")
    with pytest.raises(ConfigurationError, match=r"broken cannot be made: ."):
        LocalServer(replace(own, store="broken")).start()
