"""The explorer in a real browser, over the two sample documents in a real store."""

import re
from collections.abc import Iterator

import pytest
from explorer import KINGPIN, NAVY, PAIR, Open, apart, between, names, overlapping, places, point, rest, shown
from playwright.sync_api import Browser, Page, expect


def test_it_opens_with_a_picture_of_the_strongest_names(explorer: Open) -> None:
    """Not an empty canvas, and with a word on how to begin."""
    page = explorer(reduced_motion="no-preference")
    assert {KINGPIN, NAVY, "felipe-calderon"} <= shown(page)
    expect(page.locator("#panel h2")).to_have_text("Who is named with whom")
    expect(page.locator("#panel")).to_contain_text("documents")
    expect(page.locator(".notice").first).to_contain_text("A co-mention is not an association")


def test_no_two_names_in_the_picture_overlap(explorer: Open) -> None:
    """Whatever cannot be written beside its neighbours is left out until there is room."""
    page = explorer()
    boxes = names(page)
    assert len(boxes) > 10
    assert overlapping(boxes) == []


def test_search_finds_while_typing_and_is_worked_by_keys(explorer: Open) -> None:
    """`/` goes there, arrows choose, Enter starts from what is chosen."""
    page = explorer()
    page.keyboard.press("/")
    page.keyboard.type("beltran")
    options = page.get_by_role("option")
    expect(options.filter(has_text="Arturo").first).to_be_visible()
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")
    name = options.first.locator(".name > bdi").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(name)
    expect(page).to_have_url(re.compile(r"#show=[a-z0-9-]+:20&entity="))


def test_a_search_without_hits_says_so(explorer: Open) -> None:
    """In a sentence that says what to try."""
    page = explorer()
    page.get_by_role("combobox", name="Search for a name").fill("zzyzx qqqq")
    expect(page.get_by_role("listbox")).to_contain_text("Nothing is called “zzyzx qqqq” here")
    page.get_by_role("combobox", name="Search for a name").fill("beltrxx leyvxx")
    expect(page.get_by_role("listbox")).to_contain_text("Nearest")
    expect(page.get_by_role("option").filter(has_text="Beltrán Leyva").first).to_be_visible()


def test_a_search_that_is_given_up_complains_of_nothing(explorer: Open) -> None:
    """Closed while the nearest names are still sought."""
    page = explorer()
    page.route(re.compile(r"/api/entities\?q=[a-z]{3,6}&"), lambda _: None)
    with page.expect_request(re.compile(r"/api/entities\?q=[a-z]{3,6}&")):
        page.get_by_role("combobox", name="Search for a name").fill("beltrxx leyvxx")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.wait_for_timeout(100)


def test_a_click_on_a_name_tells_who_it_is(explorer: Open) -> None:
    """Name, kind, counts, other spellings and how often each, and those it is named with most, by kind."""
    page = explorer()
    page.mouse.click(*point(page, KINGPIN))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(re.compile("Arturo Beltr[aá]n Leyva"))
    expect(panel).to_contain_text("trafficker")
    expect(panel).to_contain_text(re.compile(r"\d+ mentions in 2 documents"))
    expect(panel.locator(".aliases li").filter(has_text="ABL")).to_contain_text(re.compile(r"ABL \d+"))
    expect(panel.locator(".links h4")).to_contain_text(["Cartels", "Traffickers", "Agencies"])
    expect(panel.locator(".named-with").first.locator("li").first).to_contain_text("sentence")
    places = panel.locator(".named-with").last
    expect(places.locator("li")).to_have_count(5)
    panel.get_by_role("button", name=re.compile(r"\d+ more places")).click()
    assert places.locator("li").count() > 5


def test_a_click_on_a_name_shows_its_neighbours_and_undo_takes_them_back(explorer: Open) -> None:
    """The first twenty, once; another click changes nothing in the picture, nor do the arrow keys."""
    page = explorer(f"show={KINGPIN}:20")
    before = shown(page)
    page.mouse.click(*point(page, NAVY))
    expect(page).to_have_url(re.compile(f"show={KINGPIN}:20,{NAVY}:20&entity={NAVY}"))
    expect(page.locator("#panel h2")).to_have_text("Mexican Navy")
    rest(page)
    after = shown(page)
    assert after > before
    page.wait_for_timeout(500)
    page.mouse.click(*point(page, NAVY))
    rest(page)
    assert shown(page) == after
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(f"show={KINGPIN}:20,{NAVY}:20&"))
    page.get_by_role("button", name="Undo").click()
    rest(page)
    assert shown(page) == before
    expect(page.locator("#panel h2")).to_be_visible()


def test_the_strongest_line_is_the_thickest_and_the_weak_are_thin(explorer: Open) -> None:
    """Whatever the largest number is."""
    page = explorer()
    lines = page.evaluate(
        """async () => {
          const { canvas } = await import('/static/explorer/main.js');
          return canvas.graph.mapEdges((_, { strength, size }) => [strength, size]);
        }"""
    )
    assert max(lines)[1] == max(size for _, size in lines) == 6
    assert all(size < 1 for strength, size in lines if strength == 1)


def test_posts_come_with_the_document_that_gives_them(explorer: Open) -> None:
    """A post without a source is a rumour."""
    page = explorer("entity=levi-chavous")
    post = page.locator("#panel .posts li").first
    expect(post).to_contain_text("Terrorism, Narcotics and Crime")
    post.get_by_role("link", name="one document").click()
    expect(page.locator("#panel .document")).to_be_visible()


def test_double_click_expands_and_undo_takes_it_back(explorer: Open) -> None:
    """What was there stays where it was; the panel says how many of how many are shown."""
    page = explorer("show=felipe-calderon:3", reduced_motion="no-preference")
    before = shown(page)
    assert len(before) == 4
    place = places(page)
    page.mouse.dblclick(*point(page, "felipe-calderon"))
    expect(page).to_have_url(re.compile("show=felipe-calderon:23"))
    rest(page)
    assert shown(page) > before
    expect(page.locator(".reach")).to_contain_text(re.compile(r"\d+ of \d+ neighbours shown"))
    assert apart(place, places(page)) < 0.002
    page.get_by_role("button", name="Undo").click()
    rest(page)
    assert shown(page) == before
    page.get_by_role("button", name="Redo").click()
    rest(page)
    assert shown(page) > before


def test_the_picture_is_worked_by_keys(explorer: Open) -> None:
    """Arrows go from name to name, Enter expands, Delete hides."""
    page = explorer("show=felipe-calderon:3&entity=felipe-calderon")
    page.locator("#picture").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("show=felipe-calderon:23"))
    rest(page)
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(re.compile("entity=felipe-calderon"))
    chosen = re.search("entity=([a-z0-9-]+)", page.url)
    assert chosen
    page.keyboard.press("Delete")
    expect(page).to_have_url(re.compile(f"hide={chosen[1]}"))
    rest(page)
    assert chosen[1] not in shown(page)
    expect(page.locator("#status")).to_contain_text("1 name taken out by you")


def test_a_dragged_name_stays_where_it_was_put(explorer: Open) -> None:
    """And moving it is not choosing it."""
    page = explorer()
    x, y = point(page, NAVY)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=6)
    page.mouse.up()
    moved = point(page, NAVY)
    assert abs(moved[0] - x - 60) < 8
    assert abs(moved[1] - y - 40) < 8


def test_a_click_on_a_line_shows_every_sentence_with_both_names_marked(explorer: Open) -> None:
    """The evidence, with where each sentence stands."""
    page = explorer(f"show={KINGPIN}:20")
    for share in (0.5, 0.4, 0.6, 0.3, 0.7):
        page.mouse.click(*between(page, KINGPIN, NAVY, share))
        if f"link={KINGPIN}" in page.url and NAVY in page.url:
            break
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_contain_text("Arturo")
    expect(panel.locator("h2")).to_contain_text("Navy")
    sentences = panel.locator(".evidence li")
    count = sentences.count()
    assert count >= 3
    for n in range(count):
        expect(sentences.nth(n).locator("mark.a").first).to_be_visible()
        expect(sentences.nth(n).locator("mark.b").first).to_be_visible()
    first = sentences.filter(has_text="shoot-out in Cuernavaca")
    expect(first.locator(".source")).to_contain_text("NAVY OPERATION NETS DRUG KINGPIN")
    expect(first.locator(".source")).to_contain_text("paragraph 2")
    expect(first.locator(".portion")).to_have_text("(S) ")
    assert first.locator("mark").all_inner_texts().count("SEMAR") >= 1


def test_the_scope_widens_from_the_sentence_to_the_document(explorer: Open) -> None:
    """And the address says which one is read."""
    page = explorer(PAIR)
    page.get_by_text("Same paragraph", exact=True).click()
    expect(page).to_have_url(re.compile("read=paragraph"))
    expect(page.locator(".evidence li").first).to_be_visible()
    page.get_by_text("Same document", exact=True).click()
    expect(page).to_have_url(re.compile("read=document"))
    expect(page.locator(".evidence li").first.locator("mark.a").first).to_be_visible()


def test_a_sentence_leads_into_its_document_and_back(explorer: Open) -> None:
    """Scrolled to it, mentions marked by kind; next, previous, and back to the evidence."""
    page = explorer(PAIR)
    page.locator(".sentence").filter(has_text="shoot-out in Cuernavaca").click()
    here = page.locator(".passage.here")
    expect(here).to_contain_text("SEMAR")
    expect(here).to_be_in_viewport()
    expect(page.locator(".document .mention.trafficker").first).to_be_attached()
    expect(page.locator(".document .mention.agency").first).to_be_attached()
    page.get_by_role("button", name="Next mention").click()
    expect(page.locator(".steps [role=status]")).to_have_text(re.compile(r"\d+ of \d+"))
    expect(page.locator(".mention:focus")).to_be_in_viewport()
    first = page.locator(".steps [role=status]").inner_text()
    page.keyboard.press("n")
    expect(page.locator(".steps [role=status]")).not_to_have_text(first)
    page.keyboard.press("p")
    expect(page.locator(".steps [role=status]")).to_have_text(first)
    page.get_by_role("button", name="← Back").click()
    expect(page.locator(".evidence li").first).to_be_visible()


def test_what_was_blacked_out_is_shown_as_such(explorer: Open, foia_document: str) -> None:
    """Never as a name."""
    page = explorer(f"document={foia_document}")
    redacted = page.locator(".redacted")
    assert redacted.count() >= 1
    expect(redacted.first).to_contain_text("1.4")
    assert page.locator(".redacted .mention, .mention .redacted").count() == 0


def test_the_legend_switches_kinds(explorer: Open) -> None:
    """Off and on again, and says what is hidden."""
    page = explorer()
    places = page.locator("#legend button[data-kind=place]")
    expect(places).to_have_attribute("aria-pressed", "true")
    places.click()
    expect(places).to_have_attribute("aria-pressed", "false")
    expect(page).to_have_url(re.compile("off=place"))
    expect(page.locator("#status")).to_contain_text(re.compile(r"Filters hide \d+ of \d+ names"))
    page.get_by_role("button", name="Show all").click()
    expect(places).to_have_attribute("aria-pressed", "true")


def test_the_address_holds_the_view(explorer: Open) -> None:
    """Reload shows the same; back and forward go through what was seen."""
    page = explorer(f"show={KINGPIN}:20&off=place&{PAIR}")
    before = shown(page)
    page.reload()
    rest(page)
    assert shown(page) == before
    expect(page.locator(".evidence li").first).to_be_visible()
    expect(page.locator("#legend button[data-kind=place]")).to_have_attribute("aria-pressed", "false")
    page.locator("#panel h2 a").first.click()
    expect(page).to_have_url(re.compile(f"entity={KINGPIN}"))
    page.go_back()
    expect(page.locator(".evidence li").first).to_be_visible()
    page.go_forward()
    expect(page.locator("#panel h2")).to_contain_text("Arturo")


def test_the_table_twin_holds_what_the_picture_shows(explorer: Open) -> None:
    """Sortable, and each row leads to the entity and to its strongest evidence."""
    page = explorer()
    ids = shown(page)
    page.get_by_role("button", name="Table").click()
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(len(ids))
    page.get_by_role("button", name="Name", exact=True).click()
    names = [name.lower() for name in page.locator("#table tbody th").all_inner_texts()]
    assert names == sorted(names)
    page.locator("#table .strongest a").first.click()
    expect(page.locator("#panel .evidence, #panel .pair").first).to_be_visible()


def test_a_browser_without_webgl_gets_the_table_and_a_word(site: str, blind: Browser) -> None:
    """Everything can still be read."""
    page = blind.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site)
    expect(page.get_by_text("This browser cannot draw the picture")).to_be_visible()
    expect(page.locator("#table tbody tr").first).to_be_visible()
    assert errors == []
    page.close()


def test_a_store_that_is_away_is_said(lonely_site: str, visit: Open) -> None:
    """With a button to try again; the browser's own line about the status is no error of the page."""
    page = visit(lonely_site, tolerate=r"status of 503")
    expect(page.locator("#word")).to_contain_text("The store is away")
    expect(page.get_by_role("button", name="Try now")).to_be_visible()
    expect(page.locator("#panel h2")).to_have_text("The store is away")


def test_an_entity_that_is_not_in_the_store_is_said(explorer: Open) -> None:
    """An address may come from another store."""
    page = explorer("show=nobody-at-all:20&entity=nobody-at-all", tolerate=r"status of 404")
    expect(page.locator("#word")).to_contain_text("Not in this store: nobody-at-all")
    expect(page.locator("#panel h2")).to_have_text("Not in this store")


VIEWS = (
    "",
    f"entity={KINGPIN}",
    PAIR,
    f"path={KINGPIN},copenhagen",
    f"some={KINGPIN},{NAVY}&colour=community",
    "sheet=export",
    "sheet=views",
    "table=1",
)


def through(page: Page) -> Iterator[str]:
    """Go through the kinds of views in one window, as links do."""
    start = page.url.split("#")[0]
    for view in VIEWS:
        page.goto(f"{start}#{view}")
        rest(page)
        expect(page.locator("#panel h2")).to_be_visible()
        expect(page.locator("#panel")).not_to_contain_text("Reading…")
        yield view
    page.keyboard.press("f")
    expect(page.locator("#filters h2")).to_be_visible()
    yield "filters"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_assistive_technology(explorer: Open, axe: str, theme: str) -> None:
    """axe-core finds no violation, in either theme."""
    page = explorer(color_scheme=theme)
    page.evaluate(axe)
    for view in through(page):
        found = page.evaluate("() => axe.run()")["violations"]
        assert (view, [(v["id"], v["nodes"][0]["html"][:160], v["nodes"][0]["failureSummary"]) for v in found]) == (
            view,
            [],
        )


def test_it_fits_a_telephone(explorer: Open) -> None:
    """At 390 pixels nothing sticks out to the side, and the picture and the reading both have room."""
    page = explorer(viewport={"width": 390, "height": 844})
    sticking_out = (
        "[...document.querySelectorAll('#panel *')].filter((e) => e.getBoundingClientRect().right > 391).length"
    )
    for _ in through(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate(sticking_out) == 0
        assert page.locator("#panel").bounding_box()["height"] > 250  # type: ignore[index]
        assert page.locator(".stage").bounding_box()["height"] > 200  # type: ignore[index]
