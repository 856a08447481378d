"""Logging in and out, in a real browser."""

from pathlib import Path

from keyed import PLENTY, Holders
from playwright.sync_api import Browser, expect
from served import served

from api.access.role import Role
from graph.settings import Settings


def test_a_reader_logs_in_and_out_and_comes_back_to_the_view(browser: Browser, tmp_path: Path, axe: str) -> None:
    """A wrong key is said to be one; a link from another site finds who is logged in; the way out forgets them."""
    door = Holders(Settings(home=tmp_path, uri="bolt://127.0.0.1:1", password="x"), tmp_path / "keys")
    with served(door.settings, allowance=PLENTY) as site, browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{site}/review#kind=cartel")
        expect(page).to_have_url(f"{site}/login?next=%2Freview#kind=cartel")
        page.evaluate(axe)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate("axe.run().then((found) => found.violations.map((each) => each.id))") == []
        page.get_by_label("Your key").fill("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("not one of this service's")
        page.get_by_label("Your key").fill(door.secrets[Role.REVIEWER])
        page.get_by_role("button", name="Log in").click()
        expect(page).to_have_url(f"{site}/review#kind=cartel")
        expect(page.get_by_text("reviewer", exact=True)).to_be_visible()
        assert page.evaluate("document.cookie") == ""
        assert not [line for line in said if "Content Security Policy" in line]

        elsewhere = site.replace("127.0.0.1", "localhost")  # another site, to a browser
        page.goto(f"{elsewhere}/login")
        page.evaluate(f"location.assign('{site}/docs#here')")
        expect(page).to_have_url(f"{site}/docs#here")

        page.goto(f"{site}/review")
        page.get_by_role("button", name="Log out").click()
        expect(page).to_have_url(f"{site}/login")
        page.goto(site)
        expect(page).to_have_url(f"{site}/login")
        assert context.cookies() == []
