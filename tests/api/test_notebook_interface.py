"""The interface for notebooks, asked as a notebook asks it."""

import asyncio
import html
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import networkx as nx
import pandas as pd
import pytest
from hostile import HOSTILE, hostile
from playwright.sync_api import Page

from api import Trama
from api.choosing import AmbiguousNameError
from graph.bolt import Bolt
from graph.errors import InputError, NotFoundError, QueryRefusedError
from graph.writer import Writer

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture(scope="module")
def trama(loaded: None, bolt: Bolt) -> Iterator[Trama]:  # noqa: ARG001 - it fills the store
    """The interface to the two samples and a document of hostile names."""
    writer = Writer(bolt)
    writer.add([hostile()])
    writer.refresh()
    with Trama() as opened:
        yield opened


def test_importing_the_room_imports_no_library() -> None:
    """So that `trama --help` answers at once; the interface is there when it is asked for."""
    code = "import sys, api; print('networkx' in sys.modules, 'neo4j' in sys.modules, api.Trama.__name__)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False False Trama\n"


def test_a_name_leads_to_neighbours_and_a_graph(trama: Trama) -> None:
    """In one line, as the documentation has it."""
    graph = trama.entity("Arturo Beltrán Leyva").neighbours(kind="agency").to_networkx()
    assert isinstance(graph, nx.Graph)
    assert graph.nodes["mexican-navy"]["kind"] == "agency"
    assert {data["kind"] for id_, data in graph.nodes(data=True) if id_ != "arturo-beltran-leyva"} == {"agency"}
    assert graph.edges["arturo-beltran-leyva", "mexican-navy"]["passages"] == 9
    assert graph.number_of_edges() > len(graph) - 1


def test_neighbours_are_a_data_frame_too(trama: Trama) -> None:
    """A row a neighbour, strongest first."""
    neighbours = trama.entity("ABL").neighbours(kind="agency")
    table = neighbours.to_pandas()
    assert isinstance(table, pd.DataFrame)
    assert list(table["name"]) == [each.entity.name for each in neighbours]
    assert table["passages"].is_monotonic_decreasing


@pytest.mark.parametrize("name", ["Arturo Beltrán Leyva", "arturo beltran leyva", "ABL", "arturo-beltran-leyva"])
def test_an_entity_is_asked_for_by_name_alias_or_id(trama: Trama, name: str) -> None:
    """Accents or none."""
    assert trama.entity(name).id == "arturo-beltran-leyva"


def test_a_name_that_fits_several_or_none_names_the_nearest(trama: Trama) -> None:
    """With their ids, to ask by; one error for both."""
    with pytest.raises(AmbiguousNameError, match=r"'arturo-beltran-leyva'.*'beltran-leyva-organization'"):
        trama.entity("Beltran Leyva")
    with pytest.raises(AmbiguousNameError, match=r"No entity is called 'Beltrán'\. The nearest are"):
        trama.entity("Beltrán")
    with pytest.raises(NotFoundError, match="No entity is called 'Zzyzx'"):
        trama.entity("Zzyzx")


def test_evidence_is_shown_with_both_names_marked(trama: Trama) -> None:
    """And every answer is readable as plain text too."""
    found = trama.entity("Arturo Beltrán Leyva").evidence("SEMAR")
    assert len(found) == 9
    assert len(trama.evidence("SEMAR", "ABL")) == 9
    marked = [html.unescape(text) for text in re.findall("<mark[^>]*>(.*?)</mark>", found._repr_html_())]
    assert {"ABL", "SEMAR"} <= set(marked)
    assert "killed" in repr(trama.search("killed"))
    assert repr(found).startswith("Texts that name Arturo Beltrán Leyva and Mexican Navy: 9\n")


def test_whatever_documents_say_is_escaped(trama: Trama) -> None:
    """In every representation for Jupyter."""
    entity = trama.entity("markup")
    shown = [
        entity,
        entity.neighbours(),
        entity.evidence("formula"),
        entity.network(),
        trama.entities("quoted"),
        trama.documents(kind="email"),
        trama.cypher("MATCH (e:Entity {id: 'markup'}) RETURN e.name AS `<i>`"),
    ]
    for each in shown:
        text = each._repr_html_()
        assert not re.search("<(b|i|/node|title|/desc)>", text)
        assert "&lt;" in text
    frame = entity.neighbours().show()._repr_html_()
    assert frame.count("<") == 2
    assert HOSTILE["markup"] not in frame


def test_it_works_where_an_event_loop_runs(trama: Trama) -> None:
    """As in a notebook."""

    async def cell() -> int:
        return len(trama.entity("SEMAR").neighbours())

    assert asyncio.run(cell()) > 0


def test_a_network_starts_from_names(trama: Trama) -> None:
    """And says when it was cut."""
    network = trama.network("SEMAR", "SEDENA", limit=5)
    assert network.cut
    assert {"mexican-navy", "mexican-army"} <= set(network.to_networkx())
    assert len(network.to_pandas()) == len(network.links)
    assert "cut" in repr(network)


def test_cypher_only_reads(trama: Trama) -> None:
    """With parameters; its rows are a table."""
    rows = trama.cypher("MATCH (e:Cartel) WHERE e.mentions > $least RETURN e.name AS name", least=1)
    assert ["Los Zetas"] in list(rows)
    assert list(rows.to_pandas().columns) == ["name"]
    with pytest.raises(QueryRefusedError):
        trama.cypher("MATCH (n) DELETE n")


def test_a_file_is_read_without_a_store(samples: list[Path]) -> None:
    """And every mention shows who found it in which sentence."""
    found = Trama(settings=SimpleNamespace(store="none", uri=None)).extract(samples[0])  # type: ignore[arg-type]
    assert found.document.kind == "cable"
    assert "arturo-beltran-leyva" in {entity.id for entity in found.entities}
    assert set(found.mentions.to_pandas()["method"]) >= {"gazetteer"}
    assert len(found.relations) > 0


def test_loading_says_what_was_done(trama: Trama, samples: list[Path], tmp_path: Path) -> None:
    """As the command does; a path that is not there is one sentence."""
    assert "2 were there already" in repr(trama.load(*samples))
    with pytest.raises(InputError, match="nothing"):
        trama.load(tmp_path / "nothing")


def test_a_closed_connection_opens_again() -> None:
    """At the next question."""
    trama = Trama()
    first = trama.stats()
    trama.close()
    trama.close()
    assert trama.stats() == first
    trama.close()


def test_a_part_is_exported(trama: Trama, tmp_path: Path) -> None:
    """In the forms of the command."""
    trama.export("graphml", tmp_path / "zetas.graphml", ids=["los-zetas"])
    assert "los-zetas" in nx.read_graphml(tmp_path / "zetas.graphml")


def test_the_picture_is_drawn_inside_the_page(trama: Trama, tmp_path: Path, visit: Callable[..., Page]) -> None:
    """In a real browser, without asking anybody for anything (see `visit`)."""
    drawn = trama.entity("Arturo Beltrán Leyva").neighbours(kind="agency").show()
    (tmp_path / "cell.html").write_text(f"<!doctype html><body>{drawn._repr_html_()}</body>", encoding="utf-8")
    page = visit((tmp_path / "cell.html").as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("canvas").wait_for()
    assert frame.get_by_text("Mexican Navy").count() > 0
