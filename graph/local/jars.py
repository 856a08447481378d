"""Neo4j's jars: which they are, where they lie, and that they are what the committed list says.

Every start hashes all of them: 241 files, 180 MB, 0.13 s. Remembering an earlier check would save less than it risks.
"""

from collections.abc import Iterable
from pathlib import Path

import platformdirs
from filelock import FileLock

from graph.errors import ConfigurationError
from graph.local.fetch import fetch
from graph.local.jar import Jar, is_sound
from graph.progress import Progress
from graph.settings import Settings

NEO4J_VERSION = "2026.09.0"
ENDPOINT = f"org.neo4j:neo4j:{NEO4J_VERSION}+org.neo4j.app:neo4j-server:{NEO4J_VERSION}"
"""What `graph.local.list_jars` resolves; `jars.txt` is its outcome, so that a user's machine resolves nothing."""

LIST = Path(__file__).with_name("jars.txt")


def listed_jars() -> list[Jar]:
    """Return the committed list, in the order of the class path."""
    lines = (line.split() for line in LIST.read_text(encoding="utf-8").splitlines())
    return [Jar(coordinate, sha256) for sha256, coordinate in lines]


def jar_folder(settings: Settings) -> Path:
    """Return the folder of the jars: the user's, else one in the user's cache that all homes and stores share."""
    return settings.jars or platformdirs.user_cache_path("trama") / f"neo4j-{NEO4J_VERSION}"


def class_path(settings: Settings, progress: Progress) -> list[Path]:
    """Return the verified jars, after fetching from Maven Central what is not there or not as listed.

    Raises ConfigurationError where a jar of the user's own folder is missing or differs, or where one cannot be had.
    """
    folder, jars = jar_folder(settings), listed_jars()
    if settings.jars is not None:
        _refuse(unsound(folder, jars), f"the folder that TRAMA_NEO4J_JARS names, {folder}")
    elif unsound(folder, jars):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(f"{folder.name}.lock")):
            fetch(unsound(folder, jars), folder, progress)
            _refuse(unsound(folder, jars), "Maven Central")
    return [folder / jar.name for jar in jars]


def unsound(folder: Path, jars: Iterable[Jar]) -> list[Jar]:
    """Return those of the jars that are not in the folder, or are not what the list says."""
    return [jar for jar in jars if not is_sound(folder / jar.name, jar)]


def _refuse(jars: list[Jar], source: str) -> None:
    if jars:
        more = f" and {len(jars) - 1} more" if len(jars) > 1 else ""
        raise ConfigurationError(f"{jars[0].name}{more} could not be had from {source} as Trama's list wants it.")
