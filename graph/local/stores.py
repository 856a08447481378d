"""The stores that this machine keeps, one for each investigation."""

from graph.errors import ConfigurationError
from graph.settings import DEFAULT_STORE, Settings


def stores(settings: Settings) -> list[str]:
    """Return the names of the stores that were ever begun, in their order."""
    folder = settings.store_home.parent
    return sorted(each.name for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []


def require(settings: Settings) -> None:
    """Raise ConfigurationError, with the names that there are, for a store that is not there: often a mistyped one.

    The default store, and a server of the user's own, are always there.
    """
    if settings.uri is not None or settings.store == DEFAULT_STORE or settings.store_home.is_dir():
        return
    raise ConfigurationError(
        f"There is no store {settings.store!r} (stores: {', '.join(stores(settings)) or 'none'}). "
        f"`trama --store {settings.store} load` makes one."
    )
