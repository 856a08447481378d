"""The explorer's evidence of a link that has much of it: page by page, and what is left out is said on all of them."""

import re

import pytest
from explorer import Open, rest
from playwright.sync_api import Route, expect

from graph.bolt import Bolt
from graph.document import DatePrecision, DateSource, Document, DocumentDate, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.passage import Part, Passage
from graph.writer import Writer

LINES = [("Abc", 0)] * 70 + [("Xyz", 0)] + [line for block in range(1, 30) for line in (("Abc", block), ("Xyz", block))]
"""Who is named in each sentence, and its paragraph: the first is longer than what is shown of one text."""
CIRCLE = [f"n{n}" for n in range(230)]
LONG = "Of a text with more than 60 passages"
AMONG = "**/api/network/among*"


@pytest.fixture(scope="module")
def loaded(bolt: Bolt) -> None:
    """One document of thirty paragraphs that name both, and one that names a hub with each of many."""
    passages, mentions, text = [], [], ""
    for ordinal, (name, block) in enumerate(LINES):
        start = len(text)
        passages.append(Passage(ordinal, start, start + 7, f"{name} met", Part.BODY, block))
        mentions.append(Mention(name.lower(), name.lower(), name, start, start + 3, ordinal, 0, 3, Method.RULE))
        text += f"{name} met\n"
    digest = content_hash(text.encode())
    date = DocumentDate("2008-02", DatePrecision.MONTH, DateSource.SENT)
    document = Document(document_id(digest), digest, "a.txt", DocumentKind.TEXT, "Much", date=date)
    entities = tuple(Entity(name.lower(), Kind.PERSON, name, (name,)) for name in ("Abc", "Xyz"))
    writer = Writer(bolt)
    writer.prepare()
    writer.add([Extraction(document, text, tuple(passages), entities, tuple(mentions)), _hub()])
    writer.refresh()


def _hub() -> Extraction:
    passages, mentions, text = [], [], ""
    for ordinal, name in enumerate(CIRCLE):
        start, line = len(text), f"Hub {name}"
        passages.append(Passage(ordinal, start, start + len(line), line, Part.BODY, ordinal))
        for each, at in (("Hub", 0), (name, 4)):
            end = at + len(each)
            mentions.append(
                Mention(each.lower(), each.lower(), each, start + at, start + end, ordinal, at, end, Method.RULE)
            )
        text += f"{line}\n"
    digest = content_hash(text.encode())
    document = Document(document_id(digest), digest, "b.txt", DocumentKind.TEXT, "A hub")
    entities = tuple(Entity(name.lower(), Kind.PERSON, name, (name,)) for name in ("Hub", *CIRCLE))
    return Extraction(document, text, tuple(passages), entities, tuple(mentions))


def test_the_panel_of_a_hub_counts_all_that_is_shown(site: str, visit: Open) -> None:
    """Also beyond the two hundred that are counted at first."""
    page = visit(f"{site}/#show=hub:180&entity=hub", reduced_motion="reduce")
    rest(page)
    expect(page.locator(".reach")).to_have_text("180 of 200+ neighbours shown, strongest first")
    for shown in (200, 220):
        page.get_by_role("button", name="Show 20 more").click()
        expect(page.locator(".reach")).to_have_text(f"{shown} of 230 neighbours shown, strongest first")
    page.get_by_role("button", name="Show 10 more").click()
    expect(page.locator(".reach")).to_have_text("230 of 230 neighbours shown, strongest first")


def test_a_correction_forgets_what_was_read_of_links(site: str, visit: Open) -> None:
    """Evidence read before it is read again after it."""
    page = visit(f"{site}/#show=abc:20&link=abc,xyz&read=paragraph", reduced_motion="reduce")
    rest(page)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url) if "/api/evidence" in sent.url else None)
    page.locator("#panel h2 a").first.click()
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("Its name").fill("Abcd")
    page.locator(".correcting").get_by_role("button", name="Rename").click()
    expect(page.locator("#panel h2")).to_have_text("Abcd")
    page.go_back()
    expect(page.locator(".evidence li")).to_have_count(20)
    assert len(asked) == 1
    page.locator("#panel h2 a").first.click()
    page.locator(".judged").get_by_role("button", name="Undo").click()
    expect(page.locator("#panel h2")).to_have_text("Abc")


def test_the_picture_does_not_disturb_who_works_on_the_panel(site: str, visit: Open) -> None:
    """What is typed there stays when the picture comes later, and a correction is shown before the picture is."""
    page = visit(f"{site}/#show=abc:20", reduced_motion="reduce")
    rest(page)
    held: list[Route] = []
    page.route(AMONG, lambda route, _: held.append(route))
    with page.expect_request(AMONG):
        page.goto(f"{site}/#show=hub:20&entity=hub")
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("Its name").fill("Hub of all")
    expect(page.locator(".reach")).to_have_text("200+ neighbours")
    held.pop().continue_()
    rest(page)
    expect(page.locator(".reach")).to_have_text("20 of 200+ neighbours shown, strongest first")
    expect(page.get_by_label("Its name")).to_have_value("Hub of all")
    read: list[str] = []
    page.on("request", lambda sent: read.append(sent.url) if "/api/judgements?" in sent.url else None)
    with page.expect_request(AMONG):
        page.locator(".correcting").get_by_role("button", name="Rename").click()
    expect(page.locator("#panel h2")).to_have_text("Hub of all")
    held.pop().continue_()
    page.unroute(AMONG)
    rest(page)
    assert len(read) == 1
    page.locator(".judged").get_by_role("button", name="Undo").click()
    expect(page.locator("#panel h2")).to_have_text("Hub")


def test_a_form_that_comes_late_does_not_replace_another(site: str, visit: Open) -> None:
    """The list of documents was asked for first, another form is open by now."""
    page = visit(f"{site}/#show=abc:20&entity=abc", reduced_motion="reduce")
    rest(page)
    held: list[Route] = []
    page.route("**/sources?*", lambda route, _: held.append(route))
    with page.expect_request("**/sources?*"):
        page.get_by_role("button", name="Split off").click()
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("Its name").fill("Abcd")
    with page.expect_response("**/sources?*"):
        held.pop().continue_()
    page.wait_for_timeout(100)
    expect(page.get_by_label("Its name")).to_have_value("Abcd")


def test_what_a_correction_would_do_is_said_of_the_one_chosen_last(site: str, visit: Open) -> None:
    """However late the answer about another comes; and nobody is joined with a name that is being typed over."""
    page = visit(f"{site}/#show=abc:20&entity=abc", reduced_motion="reduce")
    rest(page)
    held: list[Route] = []
    page.route("**/preview?*other=xyz*", lambda route, _: held.append(route))
    correct = page.locator("section.correct")
    correct.get_by_role("button", name="Same as").click()
    correct.get_by_label("The other name").fill("Xyz")
    with page.expect_request("**/preview?*other=xyz*"):
        correct.get_by_role("button", name="Xyz (").click()
    correct.get_by_label("The other name").fill("Hub")
    expect(correct.get_by_role("button", name="The same", exact=True)).to_have_count(0)
    correct.get_by_role("button", name="Hub (").click()
    expect(correct.locator(".effect")).to_contain_text("One entity with")
    said = correct.locator(".effect").inner_text()
    with page.expect_response("**/preview?*other=xyz*"):
        held.pop().continue_()
    page.wait_for_timeout(100)
    expect(correct.locator(".effect")).to_have_text(said)


def test_a_control_in_use_keeps_the_focus(site: str, visit: Open) -> None:
    """Although the panel beside it is written anew."""
    page = visit(f"{site}/#show=abc:20&entity=abc", reduced_motion="reduce")
    rest(page)
    scope = page.get_by_label("What a line says")
    scope.focus()
    scope.select_option("paragraph")
    expect(page.locator("#panel .links")).to_contain_text("Same paragraph, the strongest")
    expect(scope).to_be_focused()


def test_more_keeps_what_was_said_of_the_whole(site: str, visit: Open) -> None:
    """After More, and after coming back to what was read."""
    page = visit(f"{site}/#show=abc:20&link=abc,xyz&read=paragraph", reduced_motion="reduce")
    note = page.locator("#panel .note")
    expect(page.locator(".evidence li")).to_have_count(20)
    expect(note).to_contain_text(LONG)
    page.get_by_role("button", name="More").click()
    expect(page.locator(".evidence li")).to_have_count(30)
    expect(note).to_contain_text(LONG)
    page.locator("#panel h2 a").first.click()
    expect(page.locator("#panel h2")).to_have_text("Abc")
    page.go_back()
    expect(page.locator(".evidence li")).to_have_count(30)
    expect(note).to_contain_text(LONG)


def test_where_marks_overlap_the_longer_one_wins(site: str, visit: Open) -> None:
    """Wherever it begins."""
    page = visit(site)
    shown = page.evaluate(
        """async () => {
          const { marked } = await import('/static/explorer/text.js');
          const spans = [{ start: 0, end: 3 }, { start: 1, end: 6 }, { start: 6, end: 7 }, { start: 6, end: 99 }];
          return marked('abcdefgh', spans, (span, text) => `[${text}]`);
        }"""
    )
    assert shown == ["a", "[bcdef]", "[g]", "h"]


def test_the_histogram_chooses_years(site: str, visit: Open) -> None:
    """A click on a bar takes its year, a second one lets go of it."""
    page = visit(f"{site}/#show=abc:20&scope=paragraph", reduced_motion="reduce")
    rest(page)
    page.keyboard.press("f")
    bar = page.locator(".histogram [data-year='2008']")
    bar.click()
    expect(page).to_have_url(re.compile("from=2008&to=2008"))
    bar.click()
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.locator(".histogram").first).to_have_attribute("aria-label", re.compile("2008: 1"))
