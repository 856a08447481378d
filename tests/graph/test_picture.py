"""A network as one self-contained page."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.answer import Edge, EntityRow, Network, Weight
from graph.entity import Kind
from graph.picture import LOOKS, picture, policy

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "<!--<script>",
    "\u2028\u2029'\"`${1}{{ 7*7 }}{% x %}&lt;",
    "\u202eabl\u202c",
    "N" * 300,
]
TOKENS = Path(__file__).parents[2] / "api" / "static" / "css" / "tokens.css"


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes, and the text of its JSON block and heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the first text after a tag."""
        if self.tags and data.strip():
            tag, attributes = self.tags[-1]
            self.texts.setdefault(attributes.get("id") or tag, data)


def network(names: list[str]) -> Network:
    """A network of people, the first linked to all others."""
    nodes = [EntityRow(f"n{n}", name, "person", [name], n + 1, 1) for n, name in enumerate(names)]
    edges = [Edge("n0", node.id, Weight(2, 3, 1, None, None)) for node in nodes[1:]]
    return Network(nodes, edges, truncated=True)


def test_names_stand_in_the_page_as_text_and_never_as_markup() -> None:
    """Whatever a document calls somebody: the page has the tags that the template has, no more."""
    page = Tags(picture(network(HOSTILE), HOSTILE[0], "n"))
    plain = Tags(picture(network(["plain"] * len(HOSTILE)), "plain", "n"))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert page.texts["bdi"] == HOSTILE[0]
    titles = [node["title"].rsplit("\n", 1)[0] for node in json.loads(page.texts["data"])["nodes"]]
    assert titles == HOSTILE


def test_the_page_asks_nobody_for_anything() -> None:
    """Neither a CDN, as pyvis's own template does, nor the service."""
    page = Tags(picture(network(["a", "b"]), "A", "n"))
    addresses = [value for _, attributes in page.tags for key, value in attributes.items() if key in {"src", "href"}]
    assert addresses == ["data:,"]


def test_script_and_style_carry_the_nonce_that_the_policy_names() -> None:
    """Nothing else may run or style."""
    page = Tags(picture(network(["a", "b"]), "A", "abc-_1"))
    bearing = [a.get("nonce") for tag, a in page.tags if tag == "style" or (tag == "script" and "type" not in a)]
    assert bearing == ["abc-_1"] * 3
    assert not [key for _, attributes in page.tags for key in attributes if key == "style" or key.startswith("on")]
    assert "script-src 'nonce-abc-_1';" in policy("abc-_1")
    assert "unsafe" not in policy("abc-_1")


def test_the_page_is_drawn_without_physics_at_given_places() -> None:
    """Measured with 500 nodes: 0.3 s to first sight, where pyvis as it comes takes 30."""
    data = json.loads(Tags(picture(network(["a", "b", "c"]), "A", "n")).texts["data"])
    assert data["options"]["physics"] == {"enabled": False}
    assert data["options"]["layout"] == {"improvedLayout": False}
    assert data["options"]["edges"]["smooth"] is False
    assert all({"x", "y"} <= node.keys() for node in data["nodes"])
    assert {(edge["from"], edge["to"]) for edge in data["edges"]} == {("n0", "n1"), ("n0", "n2")}


def test_the_same_network_makes_the_same_page() -> None:
    """To the byte."""
    assert picture(network(["a", "b"]), "A", "n") == picture(network(["a", "b"]), "A", "n")


def test_an_empty_network_makes_a_page_too() -> None:
    """A name that stands alone in a store is no error."""
    assert "0 names and 0 links" in picture(Network([], [], truncated=False), "Nobody", "n")


def test_it_says_what_it_shows_and_what_it_does_not_mean() -> None:
    """Legend, notice, and that there is more."""
    page = picture(network(["a", "b"]), "A", "n")
    assert "A co-mention is not an association." in page
    assert "the strongest, there are more" in page
    assert "people</li>" in page
    assert "cartels</li>" not in page


@pytest.mark.parametrize("kind", list(Kind))
def test_a_kind_has_the_colour_that_it_has_in_the_explorer(kind: Kind) -> None:
    """Each in one colour and one shape of its own."""
    assert re.search(rf"--{kind}: {LOOKS[kind].colour};", TOKENS.read_text(encoding="utf-8"))
    assert len({look.colour for look in LOOKS.values()}) == len({look.shape for look in LOOKS.values()}) == len(Kind)
