"""Which Neo4j a command uses."""

import pytest

from graph import connection
from graph.bolt import Address, Bolt
from graph.connection import connect_address, is_older
from graph.errors import ConfigurationError, StoreUnavailableError
from graph.settings import Settings, read_settings


def own_server(address: Address, **changes: str) -> Settings:
    """Settings that name a server of the user's own."""
    given = {"NEO4J_URI": address.uri, "NEO4J_USERNAME": address.username, "NEO4J_PASSWORD": address.password or ""}
    return read_settings({**given, **changes})


def test_a_server_named_in_the_settings_is_used(address: Address) -> None:
    """The address is the one given, and it answers."""
    found = connect_address(own_server(address))
    assert found == address
    with Bolt(found) as bolt:
        assert bolt.read("RETURN 1 AS one") == [{"one": 1}]


def test_the_local_server_is_used_where_no_other_is_named(settings: Settings, address: Address) -> None:
    """It is the running one, whatever its port."""
    assert connect_address(settings) == address


def test_a_wrong_password_is_told_with_the_variables_to_look_at(address: Address) -> None:
    """One sentence, no traceback of the driver's."""
    with pytest.raises(ConfigurationError, match="check NEO4J_USERNAME and NEO4J_PASSWORD"):
        connect_address(own_server(address, NEO4J_PASSWORD="not-the-password"))


def test_a_server_that_does_not_answer_is_told_by_its_address() -> None:
    """Nothing listens on port 1."""
    settings = read_settings({"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "x"})
    with pytest.raises(StoreUnavailableError, match=r"No Neo4j answers at bolt://127\.0\.0\.1:1, which NEO4J_URI"):
        connect_address(settings)


def test_an_address_that_is_none_is_told() -> None:
    """A web page's address is no Neo4j's."""
    with pytest.raises(ConfigurationError, match="NEO4J_URI is an address such as"):
        connect_address(read_settings({"NEO4J_URI": "http://127.0.0.1:7474", "NEO4J_PASSWORD": "x"}))


def test_a_server_that_is_too_old_is_told_with_its_version(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written to it. The real server is made too old by asking for more."""
    monkeypatch.setattr(connection, "OLDEST", (9999, 0))
    with pytest.raises(
        ConfigurationError, match=r"at bolt://.* is version 20\d\d\.\d\d\.\d; Trama needs 5\.26 or newer"
    ):
        connect_address(own_server(address))


@pytest.mark.parametrize("version", ["4.4.38", "5.25.1", "nonsense"])
def test_older_versions_are_refused(version: str) -> None:
    """The queries need 5.26."""
    assert is_older(version)


@pytest.mark.parametrize("version", ["5.26.0", "5.27-aura", "2025.01.0", "2026.09.0"])
def test_newer_versions_are_taken(version: str) -> None:
    """Neo4j counts by year since 2025."""
    assert not is_older(version)
