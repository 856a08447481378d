"""Processes of this machine: whether one is the one that is meant, whom it serves, and how it is ended."""

from collections.abc import Sequence

import psutil

STOP_SECONDS = 60.0


def known(pid: int, words: Sequence[str]) -> psutil.Process | None:
    """Return the process with that number if the words after its program begin with `words`, else None."""
    try:
        process = psutil.Process(pid)
    except (psutil.Error, ValueError):
        return None
    return process if _is(process, words) else None


def found(words: Sequence[str]) -> psutil.Process | None:
    """Look through every process for one whose words after the program begin with `words`."""
    return next((process for process in psutil.process_iter() if _is(process, words)), None)


def is_alive(process: psutil.Process) -> bool:
    """Tell whether the process still runs; one that ended and was not yet waited for does not."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def listens(process: psutil.Process, port: int) -> bool:
    """Tell whether it is this process, and no other, that listens on the port."""
    return _has_connection(process, port, psutil.CONN_LISTEN)


def has_clients(process: psutil.Process, port: int) -> bool:
    """Tell whether anybody holds a connection to the port on which the process listens."""
    return _has_connection(process, port, psutil.CONN_ESTABLISHED)


def stop(process: psutil.Process) -> None:
    """Let the process end in order; one that does not within a minute is killed."""
    try:
        process.terminate()
        process.wait(STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait()
    except psutil.NoSuchProcess:
        pass


def _has_connection(process: psutil.Process, port: int, status: str) -> bool:
    try:
        connections = process.net_connections("tcp")
    except psutil.Error:
        return False
    return any(connection.status == status and connection.laddr.port == port for connection in connections)


def _is(process: psutil.Process, words: Sequence[str]) -> bool:
    """The command line is empty for a process that is gone or a zombie, and refused for one that is not ours."""
    try:
        return bool(process.cmdline()[1 : len(words) + 1] == list(words))
    except psutil.Error:
        return False
