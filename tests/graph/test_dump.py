"""A dump by Neo4j's own tool, of a local server of this file's own, and a store made of it again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from archive import archive
from dump import everything

from graph.backup.dumping import dump, load
from graph.bolt import Bolt
from graph.errors import ConfigurationError, ConflictError, InputError
from graph.local.server import LocalServer
from graph.settings import Settings
from graph.writer import Writer

# Each start of Neo4j takes 6 s, and many times that on a machine that does other work.
pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]


@pytest.fixture(scope="module")
def own(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings with a home of this file's own, whose server is stopped at the end."""
    own = replace(settings, home=tmp_path_factory.mktemp("home"))
    yield own
    LocalServer(own).stop()


def test_a_dump_is_made_and_loaded(own: Settings, tmp_path: Path) -> None:
    """The server is stopped for it, which is said; a start meanwhile waits. A store that holds anything stays."""
    with pytest.raises(InputError, match="nothing to back up"):
        dump(own, tmp_path / "none.dump")
    with Bolt(LocalServer(own).start()) as bolt:
        writer = Writer(bolt)
        writer.prepare()
        writer.add(archive(6))
        writer.refresh()
        before = everything(bolt)
    said: list[str] = []
    path = tmp_path / "saved.dump"
    assert dump(own, path, notify=said.append) == path.stat().st_size
    assert said == ["Neo4j is stopped for it; whoever uses the store waits."]
    assert [each.name for each in tmp_path.iterdir()] == ["saved.dump"]
    assert path.stat().st_mode & 0o777 == 0o600
    with Bolt(LocalServer(own).start()) as bolt:
        bolt.run("CREATE (:Stray)")
        with pytest.raises(ConflictError, match="--replace"):
            load(own, path)
    with Bolt(LocalServer(own).start()) as bolt:
        assert bolt.read("RETURN COUNT { (:Stray) } AS n") == [{"n": 1}]
    cut = tmp_path / "cut.dump"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(InputError, match=r"cut\.dump is no whole dump.*Nothing was restored"):
        load(own, cut, replace=True)
    with pytest.raises(ConfigurationError, match="TRAMA_NEO4J_JARS"):
        load(replace(own, jars=tmp_path), path, replace=True)
    load(own, path, replace=True, who="ana")
    with Bolt(LocalServer(own).start()) as bolt:
        acts = bolt.run("MATCH (x:Act {what: 'store.restored'}) WITH x, x.who AS who DELETE x RETURN who")
        assert acts == [{"who": "ana"}]
        assert everything(bolt) == before


def test_a_dump_is_of_the_local_server_and_replaces_dumps_alone(own: Settings, tmp_path: Path) -> None:
    """A server of the user's own has tools of its own; a file of another kind is not written over."""
    with pytest.raises(ConfigurationError, match="NEO4J_URI"):
        dump(replace(own, uri="bolt://127.0.0.1:1"), tmp_path / "x")
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="choose another name"):
        dump(own, tmp_path / "notes.txt")
