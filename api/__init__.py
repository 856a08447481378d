"""The api room: the command line, the HTTP service and its pages, and `Trama`, the interface for notebooks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.notebook.trama import Trama

__all__ = ["Trama"]


def __getattr__(name: str) -> object:
    """Import the interface when it is asked for: commands that need no store must not wait for its libraries."""
    if name == "Trama":
        from api.notebook.trama import Trama  # noqa: PLC0415 - the reason stands above

        return Trama
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
