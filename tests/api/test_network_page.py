"""The page to keep, in a real browser: from the service, and from disk."""

from pathlib import Path

import httpx
import pytest
from explorer import Open
from playwright.sync_api import expect

from graph.answer import Edge, EntityRow, Network, Weight
from graph.picture import picture

INK = """() => {
  const canvas = document.querySelector("canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let seen = 0;
  for (let at = 3; at < pixels.length; at += 4) seen += pixels[at] > 0;
  return seen;
}"""
"""How many pixels of the picture are drawn."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_entity_is_shown_among_its_neighbours(site: str, visit: Open, axe: str, theme: str) -> None:
    """Drawn under a policy that lets only its own script run, and readable for everyone."""
    page = visit(f"{site}/network/arturo-beltran-leyva", color_scheme=theme)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Arturo")
    expect(page.locator("canvas")).to_be_visible()
    assert page.evaluate(INK) > 5000
    page.get_by_text("The links as a table").click()
    expect(page.get_by_role("row").filter(has_text="Navy").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.evaluate(axe)
    assert [(v["id"], v["nodes"][0]["html"]) for v in page.evaluate("() => axe.run()")["violations"]] == []


def test_its_policy_names_a_fresh_nonce(service: httpx.Client) -> None:
    """One for each answer, and no source beside it."""
    first, second = (service.get("/network/mexican-navy") for _ in range(2))
    policies = [answer.headers["content-security-policy"] for answer in (first, second)]
    assert policies[0] != policies[1]
    assert all("script-src 'nonce-" in policy and "unsafe" not in policy for policy in policies)
    assert first.headers["x-content-type-options"] == "nosniff"


def test_nobody_is_not_found(site: str, visit: Open) -> None:
    """And it is said in words, with a way on."""
    page = visit(f"{site}/network/nobody-at-all", tolerate="status of 404")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody of this name is in the store")
    page.get_by_role("link", name="Search the explorer").click()
    expect(page.get_by_role("combobox", name="Search for a name")).to_be_visible()


def test_it_opens_from_disk_and_names_cannot_break_out_of_it(visit: Open, tmp_path: Path) -> None:
    """Kept as a file, with names that try."""
    names = ["</script><script>document.title = 'out'</script>", "<img src=x onerror=\"document.title = 'out'\">", "B"]
    nodes = [EntityRow(f"n{n}", name, "person", [], 5, 1) for n, name in enumerate(names)]
    edges = [Edge("n0", "n1", Weight(1, 1, 1, None, None)), Edge("n0", "n2", Weight(0, 1, 1, None, None))]
    file = tmp_path / "kept.html"
    file.write_text(picture(Network(nodes, edges, truncated=False), names[0], "kept"), encoding="utf-8")
    page = visit(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(names[0])
    assert page.evaluate(INK) > 500
    page.get_by_text("The links as a table").click()
    expect(page.get_by_role("cell").filter(has_text="onerror")).to_be_visible()
    at = page.evaluate("() => network.canvasToDOM(network.getPosition('n1'))")
    box = page.locator("#network").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    expect(page.locator(".vis-tooltip")).to_contain_text("<img src=x onerror")
    assert page.title().endswith("· Trama")
