"""Where the service listens, and what is said where it cannot."""

import errno
import socket

import pytest

from api.serving import NEXT_PORTS, listen
from graph.errors import ConfigurationError


def test_a_port_in_use_is_passed_over() -> None:
    """The next free one is taken."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with listen("127.0.0.1", port) as found:
            assert port < found.getsockname()[1] <= port + NEXT_PORTS


def test_answers_do_not_wait_for_an_acknowledgement() -> None:
    """Of a socket that is not known to speak TCP, asyncio leaves Nagle's algorithm on: 40 ms an answer."""
    with listen("127.0.0.1", 0) as found:
        assert found.proto == socket.IPPROTO_TCP


def test_an_address_that_is_not_this_machines_is_no_port_in_use() -> None:
    """One sentence, at the first try."""
    with pytest.raises(ConfigurationError) as refusal:
        listen("192.0.2.1", 8000)
    assert "Port 8000 of 192.0.2.1 cannot be listened on" in str(refusal.value)


def test_a_port_that_needs_a_right_is_told_as_such() -> None:
    """Not as a hundred ports in use."""
    try:
        with socket.create_server(("127.0.0.1", 80)):
            pytest.skip("This user may listen on port 80.")
    except OSError as error:
        if error.errno != errno.EACCES:
            pytest.skip("Port 80 is in use.")
    with pytest.raises(ConfigurationError, match="needs a right"):
        listen("127.0.0.1", 80)
