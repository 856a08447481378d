"""The keeper: a small process that owns a store's Neo4j and stops it when nobody has used it for a while.

`python -m graph.local.keeper HOME PORT IDLE_SECONDS` goes into the background, starts the server (or takes over one
whose keeper died), writes the state and returns to whoever called it. SIGTERM stops both.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph.local.home import Home
from graph.local.java import server_command
from graph.local.process import has_clients, is_alive, stop
from graph.local.state import State, find_java

LOOKS = 20
"""How often the keeper looks for clients before the idle time is over."""
LONGEST_PAUSE = 5.0
PATIENCE = 15.0
"""How many seconds an older keeper, which is just going, may take."""


def keep(home: Home, port: int, idle: float, ready: int) -> None:
    """Run the server until it ends, `idle` seconds pass without a client, or SIGTERM comes.

    A byte on the pipe `ready` says that the server's process exists and its state is written.
    """
    with FileLock(home.keeper_lock, timeout=PATIENCE):
        java = find_java(home) or psutil.Popen(server_command(home), stdin=subprocess.DEVNULL)
        signal.signal(signal.SIGTERM, _leave)
        try:
            State(java.pid, os.getpid(), port).write(home)
            os.write(ready, b".")
            os.close(ready)
            watch(home, java, port, idle)
        finally:
            stop(java)
            home.state.unlink(missing_ok=True)


def watch(home: Home, java: psutil.Process, port: int, idle: float) -> None:
    """Return when the server has ended, or was stopped after `idle` seconds without a client."""
    pause = min(idle / LOOKS, LONGEST_PAUSE)
    used = time.time()
    while is_alive(java):
        if has_clients(java, port):
            used = time.time()
        elif time.time() - max(used, home.state.stat().st_mtime) > idle and stopped_unused(home, java, port, idle):
            return
        time.sleep(pause)


def stopped_unused(home: Home, java: psutil.Process, port: int, idle: float) -> bool:
    """Stop the server unless a command is just about to use it; tell whether it was stopped."""
    try:
        with FileLock(home.start_lock, timeout=0):
            if has_clients(java, port) or time.time() - home.state.stat().st_mtime <= idle:
                return False
            stop(java)
            return True
    except Timeout:
        return False


def _leave(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(0)


def main() -> None:
    """Fork: the child keeps the server, the parent returns when the child is ready (0) or has failed (1)."""
    path, port, idle = sys.argv[1:]
    readable, writable = os.pipe()
    if os.fork():
        os.close(writable)
        sys.exit(0 if os.read(readable, 1) else 1)
    os.close(readable)
    os.setsid()
    keep(Home(Path(path)), int(port), float(idle), writable)


if __name__ == "__main__":
    main()
