"""The documents that come with Trama."""

from pathlib import Path

from graph.errors import ConfigurationError


def samples() -> list[Path]:
    """Return the bundled documents. They stand beside the packages, in the checkout that Trama was installed from.

    Raises ConfigurationError where the packages were copied elsewhere without them.
    """
    folder = Path(__file__).parents[1] / "samples"
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise ConfigurationError(
            f"The bundled documents are not at {folder}: run the demo from a checkout of Trama, "
            "or load documents of your own with `trama load`.",
        )
    return files
