"""A packet as one HTML file that opens from disk and asks nobody for anything."""

from collections.abc import AsyncIterator
from html import escape

from api.marks import pieces
from api.packet.packet import Link, Packet
from api.packet.words import NOTICE, counts, facts, place, title
from graph.answer import Evidence

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1f1d1a; --soft: #5d5850; --rule: #dfdacf; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #191816; --ink: #eeeae1; --soft: #aba498; --rule: #3a3731; --mark: #6b5310; }
}
body { max-width: 46em; margin: 2em auto; padding: 0 1em; background: var(--paper); color: var(--ink); }
body { font: 16px/1.55 Georgia, "Liberation Serif", serif; overflow-wrap: anywhere; }
h2 { margin-top: 2em; border-top: 1px solid var(--rule); padding-top: 1em; font-size: 1.25em; }
dt { color: var(--soft); } dd { margin: 0 0 .4em; } li { margin: 0 0 1em; }
.place, .counts { color: var(--soft); font: 13px/1.4 system-ui, sans-serif; }
mark { background: var(--mark); color: inherit; }
"""


async def html(packet: Packet) -> AsyncIterator[str]:
    """Give the file, piece by piece."""
    head = packet.head
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(head.title)}: evidence</title><style>{STYLE}</style></head><body><main>\n"
        f"<h1><bdi>{escape(head.title)}</bdi></h1><p><strong>{escape(NOTICE)}</strong></p>\n<dl>"
    )
    yield "".join(f"<dt>{term}</dt><dd>{escape(value)}</dd>" for term, value in facts(head)) + "</dl>\n"
    async for link in packet.links():
        yield _link(link)
    yield "</main></body></html>\n"


def _link(link: Link) -> str:
    more = f"<p>The newest {len(link.texts)} texts: there are more.</p>\n" if link.more else ""
    return (
        f"<h2><bdi>{escape(link.a.name)}</bdi> ({link.a.kind}) and "
        f"<bdi>{escape(link.b.name)}</bdi> ({link.b.kind})</h2>\n"
        f'<p class="counts">{escape(counts(link))}</p>\n<ol>{"".join(map(_text, link.texts))}</ol>\n{more}'
    )


def _text(text: Evidence) -> str:
    cut = pieces(text.text, text.a, text.b)
    words = "".join(escape(piece) if name is None else f"<mark>{escape(piece)}</mark>" for piece, name in cut)
    return (
        f'<li><div dir="auto">{words}</div>'
        f'<div class="place"><bdi>{escape(title(text.document))}</bdi>; {escape(place(text))}</div></li>\n'
    )
