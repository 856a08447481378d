"""Which Neo4j a command uses: the user's own server where NEO4J_URI names one, else the local one."""

import re

from graph.bolt import Address, Bolt
from graph.errors import ConfigurationError, StoreUnavailableError
from graph.local.server import LocalServer
from graph.progress import Notify, Progress, no_notice, no_progress
from graph.settings import Settings

OLDEST = (5, 26)
"""The oldest version that understands all of Trama's Cypher, such as `$($label)`."""

URI = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://")
"""What the driver speaks Bolt to. It takes http:// too, as a preview that lacks what loading needs."""

VERSION_QUERY = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"


def connect_address(settings: Settings, progress: Progress = no_progress, notify: Notify = no_notice) -> Address:
    """Return the address of a Neo4j that answers; the local one is fetched and started where needed.

    Raises ConfigurationError or StoreUnavailableError, whose sentence names what to look at.
    """
    if settings.uri is None:
        return LocalServer(settings, notify=notify).start(progress)
    if not URI.match(settings.uri):
        raise ConfigurationError("NEO4J_URI is an address such as neo4j://host:7687, neo4j+s://… or bolt://….")
    address = Address(settings.uri, settings.username, settings.password, settings.database)
    try:
        with Bolt(address) as bolt:
            bolt.check()
            version = str(bolt.read(VERSION_QUERY)[0]["version"])
    except StoreUnavailableError as error:
        raise StoreUnavailableError(f"No Neo4j answers at {settings.uri}, which NEO4J_URI names.") from error
    if is_older(version):
        raise ConfigurationError(f"The Neo4j at {settings.uri} is version {version}; Trama needs 5.26 or newer.")
    return address


def is_older(version: str) -> bool:
    """Tell whether a version as Neo4j spells it (`5.26.1`, `2026.09.0`, `5.27-aura`) is too old to use."""
    numbers = re.match(r"(\d+)\.(\d+)", version)
    return numbers is None or (int(numbers[1]), int(numbers[2])) < OLDEST
