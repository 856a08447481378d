"""Names that would break out of a page are shown as the text they are, everywhere in the explorer."""

import csv
import json
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from explorer import Open, rest
from playwright.sync_api import expect

from graph.bolt import Bolt
from graph.document import Document, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.name import fold
from graph.passage import Part, Passage
from graph.writer import Writer

NAMES = {
    "script": "</script><script>document.title='out'</script>",
    "image": "<img src=x onerror=\"document.title='out'\">",
    "turned": "\u202eLeyva\u202c 𝒜𝒷𝓁",
    "long": "Very long name " * 20 + "end",
}
SUBJECT = "</title><script>document.title='out'</script>"


@pytest.fixture(scope="module")
def loaded(bolt: Bolt) -> None:
    """One document that names all of them in one sentence."""
    mentions: list[Mention] = []
    text = ""
    for id_, name in NAMES.items():
        start, end = len(text), len(text) + len(name)
        mentions.append(Mention(id_, fold(name), name, start, end, 0, start, end, Method.RULE))
        text += f"{name} met "
    passage = Passage(0, 0, len(text), text, Part.BODY, 0, 1, "S")
    digest = content_hash(text.encode())
    document = Document(document_id(digest), digest, "a/\"'<b>.txt", DocumentKind.TEXT, SUBJECT)
    entities = tuple(Entity(id_, Kind.PERSON, name, (name, SUBJECT)) for id_, name in NAMES.items())
    writer = Writer(bolt)
    writer.prepare()
    writer.add([Extraction(document, text, (passage,), entities, tuple(mentions))])
    writer.refresh()


def test_hostile_names_are_text_everywhere(site: str, visit: Open) -> None:
    """In the list of what was found, the panels, the evidence, the document, the table and the titles."""
    page = visit(site)
    page.wait_for_selector("body:not([aria-busy])")
    page.get_by_role("combobox", name="Search for a name").fill("script")
    expect(page.get_by_role("listbox")).to_contain_text(NAMES["script"])
    for id_, name in NAMES.items():
        page.goto(f"{site}/#entity={id_}")
        expect(page.locator("#panel h2")).to_have_text(name.strip())
    for a, b in combinations(NAMES, 2):
        page.goto(f"{site}/#link={a},{b}&read=passage")
        expect(page.locator(".evidence mark.a")).to_have_text(NAMES[a].strip())
        expect(page.locator(".evidence mark.b")).to_have_text(NAMES[b].strip())
        expect(page.locator(".evidence cite")).to_have_text(SUBJECT)
    page.locator(".sentence").click()
    expect(page.locator("#panel h2")).to_have_text(SUBJECT)
    expect(page.locator(".document .mention.a")).to_have_text(NAMES["turned"])
    expect(page.locator(".facts")).to_contain_text("a/\"'<b>.txt")
    page.keyboard.press("t")
    expect(page.locator("#table")).to_contain_text(NAMES["image"])
    assert page.title() == "Trama: who is named with whom"
    assert page.locator("#panel img, #panel script, #table img, #found img").count() == 0
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= 1280


def test_hostile_names_are_text_in_every_export(site: str, visit: Open, tmp_path: Path) -> None:
    """In pictures, data, the page to keep and the packet, which open from disk and run nothing of them."""
    page = visit(f"{site}/#sheet=export")
    rest(page)
    files: dict[str, Path] = {}
    for button in ("SVG", "GraphML", "GEXF", "CSV", "JSON", "Page", "HTML", "Markdown"):
        with page.expect_download() as download:
            page.locator("#panel").get_by_role("button", name=button, exact=True).click()
        files[button] = tmp_path / f"{button}-{download.value.suggested_filename}"
        download.value.save_as(files[button])
    ET.fromstring(files["SVG"].read_text(encoding="utf-8"))  # noqa: S314 -- our own page wrote it
    names = set(NAMES.values())
    graphml = nx.read_graphml(files["GraphML"])
    assert {name for _, name in graphml.nodes(data="name")} == names
    assert {name for _, name in nx.read_gexf(files["GEXF"], version="1.3").nodes(data="label")} == names
    with files["CSV"].open(encoding="utf-8", newline="") as file:
        assert {row[key] for row in csv.DictReader(file) for key in ("source_name", "target_name")} == names
    assert {node["name"] for node in json.loads(files["JSON"].read_text(encoding="utf-8"))["nodes"]} == names
    for form in ("Page", "HTML"):
        opened = visit(files[form].as_uri())
        expect(opened.get_by_role("heading", level=1)).to_be_visible()
        assert opened.title() != "out"
        assert opened.locator("img").count() == 0
    expect(opened.locator("li mark").first).to_be_visible()
    expect(opened.locator("main")).to_contain_text("a/\"'<b>.txt")
    assert not [
        line for line in files["Markdown"].read_text(encoding="utf-8").splitlines() if "<img" in line.replace("\\<", "")
    ]
