"""Whether a server that listens answers a query yet."""

from pathlib import Path

from graph.bolt import Address, Bolt
from graph.errors import ConfigurationError, StoreBrokenError, StoreUnavailableError


def is_ready(address: Address, password_file: Path) -> bool:
    """Tell whether the server answers. Raises StoreBrokenError, and ConfigurationError for a password that is wrong."""
    try:
        with Bolt(address) as bolt:
            bolt.read("RETURN 1 AS one")
    except StoreBrokenError:
        raise
    except StoreUnavailableError:
        return False
    except ConfigurationError as error:
        raise ConfigurationError(
            f"Neo4j refused the password in {password_file}: it is not the one that the store was made with."
        ) from error
    return True
