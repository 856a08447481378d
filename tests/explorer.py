"""What tests of the explorer do on its page: wait for it, look where things are drawn, and point at them.

Nothing on the page is looked for by its place in the code: a test does what a reader does, and asks the page's own
modules only where a point of the picture has to be hit.
"""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

expect.set_options(timeout=15_000)

Open = Callable[..., Page]
"""What the fixtures `explorer` and `visit` give: it opens a view, or an address."""

KINGPIN = "arturo-beltran-leyva"
NAVY = "mexican-navy"
PAIR = f"link={KINGPIN},{NAVY}&read=passage"

_AT = "async (id) => { const { canvas } = await import('/static/explorer/main.js'); return canvas.at(id); }"
_SHOWN = "async () => { const { canvas } = await import('/static/explorer/main.js'); return canvas.graph.nodes(); }"
_PICTURE = """async () => {
  const { state } = await import('/static/explorer/main.js');
  const { nodes, edges, gone } = state.value.picture;
  return { nodes: nodes.map(({ id }) => id), edges: edges.map(({ source, target, strength }) => [source, target, strength]), gone };
}"""  # noqa: E501 -- JavaScript
_PLACES = """async () => {
  const { canvas } = await import('/static/explorer/main.js');
  return Object.fromEntries(canvas.graph.mapNodes((id, { x, y }) => [id, [x, y]]));
}"""
_NAMES = "async () => [...(await import('/static/explorer/names.js')).placed.values()]"


def rest(page: Page) -> None:
    """Wait until everything is loaded and nothing moves."""
    page.wait_for_selector("body:not([aria-busy])")
    page.wait_for_selector("#picture:not([aria-busy])", state="attached")
    page.wait_for_timeout(60)


def shown(page: Page) -> set[str]:
    """The ids of the entities that were asked for, whatever the filters hide of them."""
    return set(page.evaluate(_SHOWN))


def picture(page: Page) -> dict[str, Any]:
    """What is drawn: the ids of its nodes, its edges as source, target and strength, and how much is filtered out."""
    drawn: dict[str, Any] = page.evaluate(_PICTURE)
    return drawn


def places(page: Page) -> dict[str, list[float]]:
    """Where the nodes stand, in the graph's own units."""
    found: dict[str, list[float]] = page.evaluate(_PLACES)
    return found


def apart(one: dict[str, list[float]], other: dict[str, list[float]]) -> float:
    """How far the node that moved most moved between two `places`, as a share of the picture's width."""
    width = max(x for x, _ in one.values()) - min(x for x, _ in one.values())
    return (
        max(abs(a - b) for id_ in one.keys() & other.keys() for a, b in zip(one[id_], other[id_], strict=True)) / width
    )


def names(page: Page) -> list[dict[str, float]]:
    """The rectangles of the names that are written."""
    found: list[dict[str, float]] = page.evaluate(_NAMES)
    return found


def point(page: Page, entity: str) -> tuple[float, float]:
    """Where an entity is drawn in the window."""
    box = page.locator("#picture").bounding_box()
    at = page.evaluate(_AT, entity)
    assert box is not None
    return box["x"] + at["x"], box["y"] + at["y"]


def between(page: Page, one: str, other: str, share: float = 0.5) -> tuple[float, float]:
    """A point of the line between two entities."""
    (x, y), (u, v) = point(page, one), point(page, other)
    return x + (u - x) * share, y + (v - y) * share


def overlapping(boxes: list[dict[str, float]]) -> list[tuple[dict[str, float], dict[str, float]]]:
    """The pairs of rectangles that share some of their area."""
    return [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    ]
