"""Fetching jars from Maven Central with jgo, whose resolver is Python: neither Maven nor Java is needed."""

import logging
import shutil
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.errors import ConfigurationError
from graph.local.jar import Jar, is_sound
from graph.progress import Progress

if TYPE_CHECKING:
    from jgo.maven import MavenContext

AT_ONCE = 8
TRIES = 3
"""How often a jar is asked for: again after a broken connection, and again after a wrong hash."""
SECONDS_PER_ANSWER = 30
FETCHING = "Fetching Neo4j"


def fetch(jars: Sequence[Jar], folder: Path, progress: Progress, repository: str | None = None) -> None:
    """Put the jars into the folder, each only once its hash is right; a jar that came wrong is fetched again.

    `repository` is the address to fetch from, Maven Central's where none is given. A jar that is wrong `TRIES` times is
    left out. The caller holds the folder's lock. Raises ConfigurationError where Maven Central does not answer.
    """
    from jgo.maven import MavenContext  # noqa: PLC0415 - takes 0.3 s, which only the first start should pay

    logging.getLogger("jgo").setLevel(logging.ERROR)  # it warns of a wrong SHA-1, which the list finds as well
    # The jars come into a folder beside theirs, so that a half-written one is never seen under its name.
    prefix = f"fetching-{folder.name}-"
    for left in folder.parent.glob(f"{prefix}*"):  # by a process that was killed: no other fetches under this lock
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=folder.parent, prefix=prefix) as incoming:
        maven = MavenContext(
            repo_cache=Path(incoming),
            remote_repos={"central": repository} if repository else None,
            timeout=SECONDS_PER_ANSWER,
        )
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            _watch([pool.submit(_fetch_one, maven, jar, folder) for jar in jars], progress)
        finally:
            pool.shutdown(cancel_futures=True)


def _watch(futures: list[Future[None]], progress: Progress) -> None:
    for done, future in enumerate(as_completed(futures), start=1):
        try:
            future.result()
        except (OSError, RuntimeError) as error:  # from requests and from jgo
            raise ConfigurationError(
                "Neo4j could not be fetched from Maven Central: connect this machine to the network, or name a folder "
                "that holds its jars in TRAMA_NEO4J_JARS."
            ) from error
        progress(FETCHING, done, len(futures))


def _fetch_one(maven: "MavenContext", jar: Jar, folder: Path) -> None:
    artifact = maven.create_dependency(jar.coordinate).artifact
    for tries_left in reversed(range(TRIES)):
        try:
            path: Path = artifact.resolve()
        except OSError:
            if not tries_left:
                raise
            continue  # what came of it is found wrong, and deleted, by the next try
        if is_sound(path, jar):
            path.replace(folder / jar.name)
            return
        path.unlink()
