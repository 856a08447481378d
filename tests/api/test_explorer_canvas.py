"""What a reader does to the picture, and that the address holds it: places, pins, choices, filters, looks."""

import re

import httpx
import pytest
from explorer import KINGPIN, NAVY, Open, apart, names, overlapping, picture, places, point, rest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_the_address_holds_the_places_and_pins(explorer: Open) -> None:
    """Opened elsewhere it is the same picture; a drag is undone, and done again."""
    page = explorer()
    expect(page).to_have_url(re.compile("at="))
    first = places(page)
    x, y = point(page, NAVY)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 50, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(f"pin={NAVY}"))
    dragged = places(page)
    assert apart(first, dragged) > 0.02
    elsewhere = explorer(page.url.split("#")[1], viewport={"width": 700, "height": 600})
    assert apart(dragged, places(elsewhere)) < 0.002
    page.get_by_role("button", name="Undo").click()
    assert apart(first, places(page)) < 0.002
    page.get_by_role("button", name="Redo").click()
    assert apart(dragged, places(page)) < 0.002


def test_what_is_new_comes_and_nothing_else_jumps(explorer: Open) -> None:
    """Neither on the screen, as long as the new ones fit on it."""
    page = explorer(f"show={KINGPIN}:3")
    before = places(page)
    page.mouse.dblclick(*point(page, KINGPIN))
    expect(page).to_have_url(re.compile(f"show={KINGPIN}:23"))
    rest(page)
    after = places(page)
    assert len(after) > len(before)
    assert apart(before, after) < 0.002
    expect(page.locator(".reach")).to_contain_text(re.compile(r"\d+ of \d+ neighbours shown, strongest first"))
    assert overlapping(names(page)) == []


def test_a_layout_that_is_stopped_leaves_the_picture_at_rest(explorer: Open) -> None:
    """Undone while the new names still move, the picture is what it was, and says that it is busy no more."""
    page = explorer(f"show={KINGPIN}:3", reduced_motion="no-preference")
    before = places(page)
    page.mouse.dblclick(*point(page, KINGPIN))
    page.wait_for_selector("#picture[aria-busy]", state="attached")
    page.get_by_role("button", name="Undo").click()
    rest(page)
    assert places(page).keys() == before.keys()
    assert apart(before, places(page)) < 0.002


def test_filters_say_when_they_cannot_be_applied(explorer: Open) -> None:
    """And it is said no more once they can, or need not be."""
    page = explorer(f"show={KINGPIN}:10", tolerate="status of 500")
    word = page.locator("#word")
    page.route("**/api/network/facets?*", lambda route: route.fulfill(status=500, json={"detail": "Out of ink."}))
    page.keyboard.press("f")
    expect(page.locator("#filters h2")).to_be_visible()
    expect(word).to_contain_text("Out of ink.")
    page.unroute("**/api/network/facets?*")
    page.get_by_role("button", name="Try now").click()
    expect(word).to_be_hidden()
    page.locator("#filters").get_by_role("button", name=re.compile("FOIA release")).click()
    expect(page.locator("#status")).to_contain_text("Filters hide")
    expect(word).to_be_hidden()


def test_shift_chooses_several_to_be_acted_on(explorer: Open) -> None:
    """By clicks, by a line drawn around them, and by keys; they are hidden, or kept alone."""
    page = explorer(f"show={KINGPIN}:8")
    page.keyboard.down("Shift")
    page.mouse.click(*point(page, KINGPIN))
    page.mouse.click(*point(page, "mexico"))
    page.keyboard.up("Shift")
    expect(page.locator("#panel h2")).to_have_text("2 names")
    expect(page).to_have_url(re.compile(f"some={KINGPIN},mexico"))
    box = page.locator("#picture").bounding_box()
    assert box is not None
    corners = [(2, 2), (box["width"] - 2, 2), (box["width"] - 2, box["height"] - 2), (2, box["height"] - 2), (2, 3)]
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.down()
    for x, y in corners:
        page.mouse.move(box["x"] + x, box["y"] + y, steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page.locator("#panel h2")).to_have_text("9 names")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("2 names")
    page.get_by_role("button", name="Keep only these").click()
    rest(page)
    assert set(picture(page)["nodes"]) == {KINGPIN, "mexico"}
    page.reload()
    rest(page)
    assert set(picture(page)["nodes"]) == {KINGPIN, "mexico"}, "nor do neighbours come with a reload"
    page.locator("#picture").focus()
    page.keyboard.press("Delete")
    rest(page)
    assert len(picture(page)["nodes"]) > 9, "with nothing left, the overview comes back"
    page.get_by_role("button", name="Undo").click()
    rest(page)
    assert set(picture(page)["nodes"]) == {KINGPIN, "mexico"}


def test_the_filters_act_are_told_and_are_undone(explorer: Open, service: httpx.Client) -> None:
    """Least strength, chance, kinds of documents, tags, dates: each hides links, says so and stands in the address."""
    page = explorer(f"show={KINGPIN}:40")
    whole = picture(page)
    page.keyboard.press("f")
    drawer = page.locator("#filters")
    expect(drawer.get_by_role("button", name=re.compile("PREL"))).to_be_visible()
    status = page.locator("#status")
    for act, address in (
        (lambda: drawer.locator("[data-filter=least]").fill("50"), "least="),
        (lambda: drawer.get_by_label("Only links beyond chance").check(), "chance=1"),
        (lambda: drawer.get_by_role("button", name=re.compile("FOIA release")).click(), "doc=foia"),
        (lambda: drawer.get_by_role("button", name=re.compile("PREL")).click(), "tag=PREL"),
        (lambda: drawer.locator("[data-filter=to]").fill("2005") or page.keyboard.press("Enter"), "to=2005"),
    ):
        act()
        expect(page).to_have_url(re.compile(re.escape(address)))
        expect(status).to_contain_text(re.compile(r"Filters hide (\d+ of \d+ names and )?\d+ of \d+ links"))
        now = picture(page)
        assert len(now["edges"]) < len(whole["edges"])
        page.get_by_role("button", name="Undo").click()
        expect(page).not_to_have_url(re.compile(re.escape(address)))
        assert picture(page) == whole
    drawer.get_by_role("button", name=re.compile("FOIA release")).click()
    expect(page).to_have_url(re.compile("doc=foia"))
    page.wait_for_timeout(200)
    foia = next(row["id"] for row in service.get("/api/documents").json()["items"] if row["kind"] == "foia")
    for source, target, strength in picture(page)["edges"]:
        items = service.get("/api/evidence", params={"a": source, "b": target, "limit": 500}).json()["items"]
        assert strength == sum(item["document"]["id"] == foia for item in items)
    page.get_by_role("button", name="Clear all filters").click()
    expect(page).not_to_have_url(re.compile("doc="))


@pytest.mark.parametrize(
    "look", ["colour=community", "size=centrality", "by=documents", "by=significance&scope=paragraph"]
)
def test_looks_change_what_is_seen_and_stand_in_the_address(explorer: Open, look: str) -> None:
    """Colour by group, size by centrality, lines by another measure."""
    page = explorer(f"show={KINGPIN}:30")
    look_of = """async () => { const { canvas } = await import('/static/explorer/main.js');
      return [canvas.graph.mapNodes((id, node) => [canvas.colour(node), node.size]), canvas.graph.mapEdges((id, { strength }) => strength)]; }"""  # noqa: E501 -- JavaScript
    plain = page.evaluate(look_of)
    page.goto(f"{page.url.split('#')[0]}#show={KINGPIN}:30&{look}")
    rest(page)
    assert page.evaluate(look_of) != plain
    if look == "colour=community":
        expect(page.locator(".groups li").first).to_be_visible()


def test_hubs_are_told_by_links_that_say_little(explorer: Open) -> None:
    """A name linked to everybody, and to each no more than chance has it; the names it is strong with are none."""
    page = explorer()
    found = page.evaluate(
        """async () => {
          const { hubs } = await import('/static/explorer/sieve.js');
          const nodes = Array.from({ length: 12 }, (_, n) => ({ id: `n${n}` }));
          const edge = (source, target, npmi) => ({ source: `n${source}`, target: `n${target}`, weight: { npmi } });
          const edges = [2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [edge(0, n, 0.05), edge(1, n, 0.6)]);
          return [[...hubs({ nodes, edges })], [...hubs({ nodes, edges }, new Set(['n0']))]];
        }"""
    )
    assert found == [["n0"], []]
