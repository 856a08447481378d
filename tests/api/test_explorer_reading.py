"""What a reader finds beside the picture, writes and takes away: evidence, paths, verdicts, notes, views, files."""

import csv
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import networkx as nx
import pytest
from explorer import KINGPIN, NAVY, PAIR, Open, picture, rest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[Page, str], Path]:
    """Presses a button of the sheet of exports and gives the file that comes."""

    def pressed(page: Page, button: str) -> Path:
        with page.expect_download() as download:
            page.locator("#panel").get_by_role("button", name=button, exact=True).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        return path

    return pressed


def test_evidence_is_weighed_in_words_and_put_in_order(explorer: Open) -> None:
    """Observed against expected; the oldest or the most telling first, and the address says so."""
    page = explorer(PAIR)
    expect(page.locator("#panel .chance")).to_contain_text(re.compile(r"by chance, [\d.]+ would hold both; [\d.]+ do"))
    order = page.get_by_label("In which order")
    newest = page.locator(".evidence .words").all_inner_texts()
    order.select_option("telling")
    expect(page).to_have_url(re.compile("order=telling"))
    expect(order).to_have_value("telling")
    words = page.locator(".evidence .words")
    deadline = time.monotonic() + 10
    while (telling := words.all_inner_texts()) == newest or len(telling) < len(newest):
        assert time.monotonic() < deadline, "the order on the page stays as it was"
        page.wait_for_timeout(50)
    assert sorted(telling) == sorted(newest)


def test_verdicts_and_notes_are_kept_and_obeyed(explorer: Open, service: httpx.Client) -> None:
    """A sentence judged a mere list does not count where verdicts are obeyed; a note is written, mended and deleted."""
    page = explorer(f"show={KINGPIN}:20&{PAIR}")
    before = next(n for a, b, n in picture(page)["edges"] if {a, b} == {KINGPIN, NAVY})
    page.get_by_label("Your verdict on this sentence").first.select_option("mere list")
    expect(page.locator(".evidence .verdict.against").first).to_be_visible()
    [verdict] = service.get("/api/verdicts", params={"a": KINGPIN, "b": NAVY}).json()["items"]
    assert verdict["verdict"] == "mere list"
    page.keyboard.press("f")
    page.get_by_label("Obey readers’ verdicts").check()
    expect(page).to_have_url(re.compile("obey=1"))
    rest(page)
    assert next(n for a, b, n in picture(page)["edges"] if {a, b} == {KINGPIN, NAVY}) == before - 1
    service.delete(f"/api/verdicts/{verdict['id']}")
    page.get_by_label("Close the filters").click()
    page.get_by_label("A note of yours").fill("<b>Ask</b> Delgado")
    page.get_by_role("button", name="Keep this note").click()
    expect(page.locator(".note .text")).to_have_text("<b>Ask</b> Delgado")
    page.get_by_role("button", name="Mend").click()
    page.get_by_label("The note").fill("Done")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator(".note .text")).to_have_text("Done")
    page.locator(".note").get_by_role("button", name="Delete").click()
    expect(page.locator(".note .text")).to_have_count(0)


def test_a_view_is_kept_by_name_and_comes_back(explorer: Open) -> None:
    """With its filters and places."""
    page = explorer(f"show={KINGPIN}:6&least=2&sheet=views")
    page.get_by_label("A title for this view").fill("The <i>navy</i> raid")
    page.get_by_role("button", name="Keep this view").click()
    expect(page.locator(".views li")).to_have_count(1)
    page.get_by_role("link", name="Trama").click()
    expect(page.locator("#panel h2")).to_have_text("Who is named with whom")
    rest(page)
    page.get_by_role("button", name="Views").click()
    page.locator(".views a", has_text="The <i>navy</i> raid").click()
    expect(page).to_have_url(re.compile(f"show={KINGPIN}:6&least=2"))
    page.get_by_role("button", name="Views").click()
    page.get_by_role("button", name="Delete the view").click()
    expect(page.locator(".views li")).to_have_count(0)


def test_a_path_is_read_hop_by_hop(explorer: Open) -> None:
    """Its other end is chosen by search; every link quotes a sentence, and the route is drawn."""
    page = explorer(f"entity={KINGPIN}")
    page.get_by_role("link", name="Path to …").click()
    expect(page.locator("#panel h2")).to_contain_text("to …")
    page.get_by_role("combobox", name="Search for a name").fill("Copenhagen")
    expect(page.get_by_role("option").first).to_contain_text("Copenhagen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"path={KINGPIN},copenhagen"))
    expect(page.locator(".way").first).to_be_visible()
    for hop in page.locator(".hops li").all():
        expect(hop.locator("mark.a").first).to_be_visible()
        expect(hop.locator("mark.b").first).to_be_visible()
    page.get_by_role("button", name="Draw this route").first.click()
    rest(page)
    assert {KINGPIN, "copenhagen"} <= set(picture(page)["nodes"])


def test_what_is_shown_is_kept_as_picture_and_data(explorer: Open, kept: Callable[[Page, str], Path]) -> None:
    """Every form holds the names and links that the filters left, and says what a link does not mean."""
    page = explorer(f"show={KINGPIN}:20&off=place&sheet=export")
    drawn = picture(page)
    assert kept(page, "PNG").read_bytes().startswith(b"\x89PNG")
    svg = kept(page, "SVG").read_text(encoding="utf-8")
    words = " ".join(ET.fromstring(svg).itertext())  # noqa: S314 -- our own page wrote it
    assert "A co-mention is not an association" in words
    assert "Mexican Navy" in words
    assert "Traffickers" in words
    assert "Places" not in words
    for graph in (nx.read_graphml(kept(page, "GraphML")), nx.read_gexf(kept(page, "GEXF"), version="1.3")):
        assert set(graph) == set(drawn["nodes"])
        assert {frozenset(edge) for edge in graph.edges} == {frozenset((a, b)) for a, b, _ in drawn["edges"]}
    with kept(page, "CSV").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(drawn["edges"])
    found = json.loads(kept(page, "JSON").read_text(encoding="utf-8"))
    assert [node["id"] for node in found["nodes"]] == drawn["nodes"]
    assert found["address"].startswith("http://127.0.0.1")


def test_a_page_and_a_packet_open_from_disk(
    explorer: Open, visit: Open, kept: Callable[[Page, str], Path], axe: str, service: httpx.Client
) -> None:
    """The packet holds every sentence of every link, the documents' ids, and where all of it comes from."""
    page = explorer(f"show={KINGPIN}:6&off=place&sheet=export")
    drawn = picture(page)
    network, packet, text = (kept(page, button) for button in ("Page", "HTML", "Markdown"))
    opened = visit(network.as_uri())
    expect(opened.get_by_role("heading", level=1)).to_contain_text("Arturo")
    expect(opened.locator("canvas")).to_be_visible()
    opened = visit(packet.as_uri())
    expect(opened.get_by_role("heading", level=2)).to_have_count(len(drawn["edges"]))
    expect(opened.locator("ol > li")).to_have_count(int(sum(strength for *_, strength in drawn["edges"])))
    document = service.get("/api/documents").json()["items"][0]["id"]
    for words in (document, "fingerprint", f"show={KINGPIN}:6", "not an association"):
        expect(opened.locator("main")).to_contain_text(words)
        assert words.replace("-", r"\-").replace(":", r"\:") in text.read_text(
            encoding="utf-8"
        ) or words in text.read_text(encoding="utf-8")
    opened.evaluate(axe)
    assert [v["id"] for v in opened.evaluate("() => axe.run()")["violations"]] == []
