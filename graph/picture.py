"""A network as one self-contained page: the one module that imports pyvis.

pyvis gives the page vis-network (9.1.2, Apache-2.0 or MIT), which lies in its package; the template is ours, since
pyvis's own loads Bootstrap from a CDN in every mode. The style sheet of vis-network is left out: of its 220 kB the page
would use the tooltip's six lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log2, sqrt
from pathlib import Path
from typing import Any

from graph.answer import Edge, EntityRow, Network
from graph.entity import Kind
from graph.layout import NARROW, arranged, positions

TEMPLATE = Path(__file__).parent / "pages" / "network.html"
LIBRARY = Path("lib", "vis-9.1.2", "vis-network.min.js")
"""Within pyvis."""
LONGEST_LABEL = 30

OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "selectionWidth": 2},
    "interaction": {"hover": True, "tooltipDelay": 120, "keyboard": {"enabled": True, "bindToWindow": False}},
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn: colour and shape, so that neither stands alone; `points` draws the shape in 20 by 20."""

    plural: str
    colour: str
    shape: str
    points: str


LOOKS = {
    Kind.CARTEL: Look("cartels", "#a3262a", "hexagon", "5,2 15,2 20,10 15,18 5,18 0,10"),
    Kind.TRAFFICKER: Look("traffickers", "#b34a00", "diamond", "10,0 20,10 10,20 0,10"),
    Kind.AGENCY: Look("agencies", "#1d4f91", "square", "2,2 18,2 18,18 2,18"),
    Kind.OFFICIAL: Look("officials", "#2274a5", "star", "10,0 13,7 20,7 14,12 16,19 10,15 4,19 6,12 0,7 7,7"),
    Kind.PERSON: Look("people", "#75539b", "dot", ""),
    Kind.ORGANIZATION: Look("organizations", "#17795e", "triangle", "10,1 19,18 1,18"),
    Kind.PLACE: Look("places", "#6b675e", "triangleDown", "10,19 1,2 19,2"),
}


def policy(nonce: str) -> str:
    """Return the content policy of the page that `picture` made with this nonce: its own script and style, no more."""
    own = f"'nonce-{nonce}'"
    return (
        f"default-src 'none'; script-src {own}; style-src {own}; img-src 'self' data:; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )


def picture(network: Network, title: str, nonce: str, places: Mapping[str, tuple[float, float]] | None = None) -> str:
    """Return the HTML page that shows `network` under the heading `title`.

    It asks nobody for anything, so it also opens from disk; names stand in it as text and as JSON, never as markup.
    `nonce` goes on its script and style tags, for `policy`. `places` says where every node stands, in any unit; without
    it they are laid out.
    """
    from pyvis.network import Network as Drawing  # noqa: PLC0415 - imports IPython and networkx, for pages that nobody may open

    drawing = Drawing(heading=title)
    drawing.set_template(TEMPLATE.as_posix())
    drawing.templateEnv.autoescape = True
    names = {node.id: node.name for node in network.nodes}
    edges = sorted(network.edges, key=lambda edge: (-edge.weight.passages, -edge.weight.paragraphs, edge.source))
    drawing.templateEnv.globals.update(
        nonce=nonce,
        library=_library(),
        legend=[look for kind, look in LOOKS.items() if any(node.kind == kind for node in network.nodes)],
        names=names,
        links=edges,
        truncated=network.truncated,
    )
    # Assigned as whole lists: pyvis's add_edge looks through all edges before it adds one.
    wide = arranged(network, places) if places else positions(network)
    drawing.nodes = _nodes(network.nodes, wide, arranged(network, wide, NARROW))
    drawing.edges = [_edge(edge, names) for edge in reversed(edges)]
    drawing.options = OPTIONS
    html: str = drawing.generate_html()
    return html


def _nodes(
    rows: list[EntityRow], places: dict[str, tuple[float, float]], narrow: dict[str, tuple[float, float]]
) -> list[dict[str, Any]]:
    most = max((row.mentions for row in rows), default=1) or 1
    return [
        {
            "id": row.id,
            "label": _short(row.name),
            "title": f"{row.name}\n{row.kind}, {row.mentions} mentions in {row.documents} documents",
            "x": places[row.id][0],
            "y": places[row.id][1],
            "narrow": narrow[row.id],
            "size": 8 + 14 * sqrt(row.mentions / most),
            "color": LOOKS[Kind(row.kind)].colour,
            "shape": LOOKS[Kind(row.kind)].shape,
        }
        for row in rows
    ]


def _edge(edge: Edge, names: dict[str, str]) -> dict[str, Any]:
    weight = edge.weight
    return {
        "from": edge.source,
        "to": edge.target,
        "width": 1 + 0.9 * log2(max(weight.passages, 1)),
        "dashes": weight.passages == 0,
        "title": f"{names[edge.source]} and {names[edge.target]}\n"
        f"{weight.passages} sentences, {weight.paragraphs} paragraphs, {weight.documents} documents",
    }


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"


@lru_cache(maxsize=1)
def _library() -> str:
    import pyvis  # noqa: PLC0415 - the reason stands in `picture`

    return (Path(pyvis.__file__).parent / LIBRARY).read_text(encoding="utf-8")
