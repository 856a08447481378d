"""The page of review, in a real browser."""

import re
from pathlib import Path

import httpx
import pytest
from explorer import Open
from playwright.sync_api import Page, Route, expect

from graph.bolt import Bolt
from graph.writer import Writer
from loaders.pipeline import load

MISSING = "async () => (await import('/static/explorer/main.js')).state.value.network.missing"
NAMES = ["Genaro Quiroz Luna", "Genaro Quiroz", "G. Quiroz Luna", "Teresa Ibarra Paz", "Teresa Ibarra"]


@pytest.fixture(scope="module")
def waiting(service: httpx.Client, bolt: Bolt, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A service over notes that spell two people in several ways."""
    folder: Path = tmp_path_factory.mktemp("notes")
    for n, name in enumerate(NAMES):
        text = f"Subject: Police\n\n{name} met Ambassador Tony Garza in Monterrey. {name} spoke of the DEA, twice.\n"
        (folder / f"note{n}.txt").write_text(text, encoding="utf-8")
    load([folder], Writer(bolt))
    return f"{service.base_url}/review"


def both(page: Page) -> list[str]:
    """The names that are looked at."""
    return page.locator(".side h3").all_inner_texts()


def test_pairs_are_judged_by_keys_and_taken_back(waiting: str, visit: Open) -> None:
    """Arrows turn, `n`, `u` and `s` judge, `z` takes back; the pair and its sentences come again."""
    page = visit(waiting)
    expect(page.locator(".side mark").first).to_be_visible()
    expect(page.locator("#effect")).to_contain_text("One entity with")
    first = both(page)
    page.keyboard.press("ArrowRight")
    assert both(page) != first
    page.keyboard.press("ArrowLeft")
    assert both(page) == first
    for key, word in (("n", "are not the same"), ("z", "Taken back"), ("s", "are the same"), ("z", "Taken back")):
        page.keyboard.press(key)
        expect(page.get_by_role("status")).to_contain_text(word, timeout=30_000)
        expect(page.locator("body")).not_to_have_attribute("aria-busy", "true")
    assert both(page) == first
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("left open")
    page.get_by_label("left open").check()
    expect(page.locator("#why")).to_contain_text("1 of 1 pairs")
    page.keyboard.press("Tab")
    page.get_by_label("Only pairs with one of this kind").select_option("place")
    expect(page.locator("#empty")).to_contain_text("No pair of this kind waits")


def test_it_goes_on_past_the_pairs_at_hand_and_says_what_could_not_be_read(
    waiting: str, service: httpx.Client, visit: Open
) -> None:
    """With one pair a page all are passed, also after a judgement; a failed reading is not overwritten."""
    page = visit(waiting, tolerate="status of 500")
    page.route("**/api/review?*", lambda route: route.continue_(url=route.request.url.replace("limit=10", "limit=1")))
    page.reload()
    pairs = service.get("/api/review", params={"limit": 50}).json()["items"]
    expected = [[pair[side]["entity"]["name"] for side in ("left", "right")] for pair in pairs]
    assert len(expected) > 2
    for n, pair in enumerate(expected):
        expect(page.locator("#why")).to_contain_text(re.compile(rf"pair {n + 1} · |{n + 1} of {len(expected)} pairs"))
        assert both(page) == pair
        page.get_by_label("The next pair").click(force=True)
    expect(page.get_by_label("The next pair")).to_be_disabled()
    page.reload()
    expect(page.locator("#why")).to_contain_text("pair 1 · ")
    page.keyboard.press("n")
    expect(page.get_by_role("status")).to_contain_text("are not the same")
    assert both(page) == expected[1]
    page.keyboard.press("ArrowRight")
    expect(page.locator("#why")).to_contain_text("pair 2 · ")
    assert both(page) == expected[2]
    page.keyboard.press("z")
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    assert both(page) == expected[0]
    page.route("**/api/review?*", lambda route: route.fulfill(status=500, json={"detail": "Out of ink."}))
    page.keyboard.press("s")
    expect(page.get_by_role("status")).to_contain_text("Out of ink. Read again", timeout=30_000)
    page.unroute("**/api/review?*")
    page.keyboard.press("z")
    expect(page.get_by_role("status")).to_contain_text("Taken back", timeout=30_000)


def test_a_judgement_takes_away_its_own_pair_and_no_other(waiting: str, visit: Open) -> None:
    """Also where other pairs are read while it is on its way; none can be asked for then."""
    page = visit(waiting)
    expect(page.locator(".side mark").first).to_be_visible()
    first = both(page)
    page.keyboard.press("ArrowRight")
    held: list[Route] = []
    for what in ("**/api/review?*", "**/api/judgements"):
        page.route(what, lambda route, _: held.append(route))
    kind = page.get_by_label("Only pairs with one of this kind")
    with page.expect_request("**/api/review?*"):
        kind.select_option("person")
    with page.expect_request("**/api/judgements"):
        page.get_by_role("button", name="Not the same").click()
    expect(kind).to_be_disabled()
    page.unroute("**/api/review?*")
    for route in held:
        route.continue_()
        expect(page.locator("#why")).to_contain_text("1 of")
    expect(page.get_by_role("status")).to_contain_text("are not the same")
    assert both(page) == first
    expect(kind).to_be_enabled()
    page.keyboard.press("z")
    expect(page.get_by_role("status")).to_contain_text("Taken back")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_narrow_window_and_is_readable_for_everyone(waiting: str, visit: Open, axe: str, theme: str) -> None:
    """At 390 pixels nothing is cut, and axe-core finds no violation."""
    page = visit(waiting, color_scheme=theme, viewport={"width": 390, "height": 780})
    expect(page.locator(".side mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate(axe)
    assert [(v["id"], v["nodes"][0]["html"]) for v in page.evaluate("() => axe.run()")["violations"]] == []


def test_an_entity_is_corrected_on_its_panel_and_the_correction_undone(waiting: str, visit: Open) -> None:
    """Renamed, and joined with another after a look at the effect: the panel shows what it is then."""
    page = visit(f"{waiting.removesuffix('/review')}/#show=teresa-ibarra:20&entity=teresa-ibarra")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Teresa Ibarra")
    correct = panel.locator("section.correct")
    correct.get_by_role("button", name="Rename").click()
    correct.get_by_label("Its name").fill("La Güera")
    correct.locator(".correcting").get_by_role("button", name="Rename").click()
    expect(panel.locator("h2")).to_have_text("La Güera", timeout=30_000)
    panel.locator(".judged").get_by_role("button", name="Undo").click()
    expect(panel.locator("h2")).to_have_text("Teresa Ibarra", timeout=30_000)
    correct.get_by_role("button", name="Same as").click()
    correct.get_by_label("The other name").fill("Teresa Ibarra Paz")
    correct.get_by_role("button", name="Teresa Ibarra Paz (").click()
    expect(correct.locator(".effect")).to_contain_text("One entity with")
    correct.get_by_role("button", name="The same", exact=True).click()
    expect(panel).to_contain_text("in 2 documents", timeout=30_000)
    expect(panel.locator(".judged").get_by_role("button", name="Undo")).to_be_visible(timeout=30_000)
    for known in ("teresa-ibarra", "teresa-ibarra-paz"):  # a link that was shared before
        shared = visit(f"{waiting.removesuffix('/review')}/#show={known}:20&entity={known}")
        expect(shared.locator("#panel")).to_contain_text("in 2 documents")
        assert shared.evaluate(MISSING) == []
        expect(shared.locator(".reach")).to_contain_text("neighbours shown")
    panel.locator(".judged").get_by_role("button", name="Undo").click()
    expect(panel).to_contain_text("in 1 document", timeout=30_000)
