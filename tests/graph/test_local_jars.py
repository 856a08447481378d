"""Neo4j's jars are exactly the listed ones, or are not used: over real HTTP, away from the user's cache."""

import hashlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from graph.errors import ConfigurationError
from graph.local.fetch import fetch
from graph.local.jar import Jar
from graph.local.jars import class_path, jar_folder, listed_jars, unsound
from graph.progress import no_progress
from graph.settings import Settings, read_settings

COORDINATES = ("org.example:thread:jar:1.0", "org.example:loom:jar:linux-x86_64:2.0.Final")
NAMES = ("thread-1.0.jar", "loom-2.0.Final-linux-x86_64.jar")


class Repository(SimpleHTTPRequestHandler):
    """Maven Central's way of serving files, without a line on stderr for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def central(tmp_path: Path) -> Path:
    """The folder of a repository with two jars."""
    for name, folder in zip(NAMES, ("thread/1.0", "loom/2.0.Final"), strict=True):
        path = tmp_path / "central" / "org" / "example" / folder / name
        path.parent.mkdir(parents=True)
        path.write_bytes(name.encode() * 1000)
    return tmp_path / "central"


@pytest.fixture
def repository(central: Path) -> Iterator[str]:
    """The repository's address, while it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Repository, directory=str(central))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the jars go."""
    path = tmp_path / "cache" / "jars"
    path.mkdir(parents=True)
    return path


def jars() -> list[Jar]:
    """Return the two jars as a list would name them."""
    hashes = [hashlib.sha256(name.encode() * 1000).hexdigest() for name in NAMES]
    return [Jar(coordinate, sha256) for coordinate, sha256 in zip(COORDINATES, hashes, strict=True)]


def test_the_list_names_every_jar_once() -> None:
    """241 files whose names differ, so that they fit into one folder."""
    names = [jar.name for jar in listed_jars()]
    assert len(names) == len(set(names)) == 241
    assert names[:2] == ["neo4j-2026.09.0.jar", "neo4j-server-2026.09.0.jar"]
    assert "netty-transport-native-epoll-4.2.18.Final-linux-aarch_64.jar" in names


def test_what_a_killed_process_left_is_removed(repository: str, folder: Path) -> None:
    """The folders into which it fetched, and no others."""
    (folder.parent / f"fetching-{folder.name}-x1" / "org").mkdir(parents=True)
    (folder.parent / "fetching-others-x1").mkdir()
    fetch(jars(), folder, no_progress, repository)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["fetching-others-x1", "jars"]


def test_missing_jars_are_fetched_with_progress(repository: str, folder: Path) -> None:
    """Every jar comes under its name, and what was needed on the way is gone."""
    told: list[tuple[str, int, int]] = []
    fetch(jars(), folder, lambda *step: told.append(step), repository)
    assert unsound(folder, jars()) == []
    assert told == [("Fetching Neo4j", 1, 2), ("Fetching Neo4j", 2, 2)]
    assert [path.name for path in folder.parent.iterdir()] == ["jars"]


def test_a_truncated_jar_is_noticed_and_fetched_again(repository: str, folder: Path) -> None:
    """One byte less is not the jar."""
    fetch(jars(), folder, no_progress, repository)
    first = folder / NAMES[0]
    first.write_bytes(first.read_bytes()[:-1])
    assert unsound(folder, jars()) == jars()[:1]
    fetch(jars()[:1], folder, no_progress, repository)
    assert unsound(folder, jars()) == []


def test_a_jar_that_always_comes_wrong_is_not_kept(central: Path, repository: str, folder: Path) -> None:
    """What the repository serves is not what the list says: the name stays free, the other jar is there."""
    next(central.rglob(NAMES[1])).write_bytes(b"something else")
    fetch(jars(), folder, no_progress, repository)
    assert [path.name for path in folder.iterdir()] == [NAMES[0]]


class CutOff(Repository):
    """A connection that breaks in the middle of each jar."""

    def copyfile(self, source, outputfile) -> None:
        """Send the half of what was promised."""
        outputfile.write(source.read()[:5000])
        self.close_connection = True


def test_a_download_that_is_cut_off_is_told_and_the_next_try_works(
    central: Path, repository: str, folder: Path
) -> None:
    """Nothing of it is left under a jar's name, nor beside."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(CutOff, directory=str(central))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        with pytest.raises(ConfigurationError, match="Neo4j could not be fetched from Maven Central"):
            fetch(jars(), folder, no_progress, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()
    assert [path.name for path in folder.parent.rglob("*")] == ["jars"]
    fetch(jars(), folder, no_progress, repository)
    assert unsound(folder, jars()) == []


def test_without_a_network_the_sentence_tells_what_helps(folder: Path) -> None:
    """Nothing listens on port 1."""
    with pytest.raises(
        ConfigurationError, match=r"connect this machine to the network, or name a folder .* TRAMA_NEO4J"
    ):
        fetch(jars(), folder, no_progress, "http://127.0.0.1:1")


def test_a_folder_of_the_users_own_is_held_to_the_same_list(tmp_path: Path) -> None:
    """TRAMA_NEO4J_JARS is not fetched into: what is missing or differs is named."""
    for jar in listed_jars()[1:]:
        (tmp_path / jar.name).write_bytes(b"not a jar")
    settings = read_settings({"TRAMA_NEO4J_JARS": str(tmp_path)})
    with pytest.raises(ConfigurationError, match=r"^neo4j-2026\.09\.0\.jar and 240 more .* TRAMA_NEO4J_JARS names"):
        class_path(settings, no_progress)


def test_a_copied_folder_serves_a_machine_without_a_network(settings: Settings, tmp_path: Path) -> None:
    """What Trama fetched on one machine is, as it lies there, what TRAMA_NEO4J_JARS wants on another."""
    source = jar_folder(settings)
    for jar in listed_jars():
        (tmp_path / jar.name).symlink_to(source / jar.name)
    (tmp_path / "unlisted.jar").write_bytes(b"never on the class path")
    paths = class_path(read_settings({"TRAMA_NEO4J_JARS": str(tmp_path)}), no_progress)
    assert [path.name for path in paths] == [jar.name for jar in listed_jars()]
