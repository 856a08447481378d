"""What runs for a store: the server's and the keeper's processes, and the port.

A process is known by its command line, which names the store's folder, and never by its number alone: after a reboot
the number may be anybody's.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass

import psutil

from graph.local import process
from graph.local.home import Home, write_private
from graph.local.java import server_command


@dataclass(frozen=True, slots=True)
class State:
    """The processes' numbers and the Bolt port, as the keeper wrote them."""

    java: int
    keeper: int
    port: int

    def write(self, home: Home) -> None:
        """Keep it in the store's folder."""
        write_private(home.state, json.dumps(asdict(self)))


def read_state(home: Home) -> State | None:
    """Return the state where the server that it tells of is running, else None."""
    try:
        state = State(**json.loads(home.state.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return state if java_process(home, state) else None


def touch_state(home: Home) -> None:
    """Say that the server is being used just now."""
    os.utime(home.state)


def java_process(home: Home, state: State) -> psutil.Process | None:
    """Return the running server, or None."""
    return process.known(state.java, server_command(home)[1:])


def keeper_process(home: Home, state: State) -> psutil.Process | None:
    """Return the running keeper, or None."""
    return process.known(state.keeper, _keeper_words(home))


def find_java(home: Home) -> psutil.Process | None:
    """Look through every process for a server of this store, for one that no state tells of."""
    return process.found(server_command(home)[1:])


def keeper_command(home: Home, port: int, idle: float) -> list[str]:
    """Return the command that starts a keeper and comes back when the server's process exists."""
    return [sys.executable, *_keeper_words(home), str(port), str(idle)]


def _keeper_words(home: Home) -> list[str]:
    return ["-m", "graph.local.keeper", str(home.path)]
