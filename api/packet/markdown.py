"""A packet as Markdown (CommonMark)."""

import re
from collections.abc import AsyncIterator

from api.marks import pieces
from api.packet.packet import Link, Packet
from api.packet.words import NOTICE, counts, facts, place, title
from graph.answer import Evidence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:$@])")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    r"""Return a text that Markdown shows as it is, on one line: every character that could mean something escaped.

    >>> print(plain("a <b>*x*"))
    a \<b\>\*x\*
    """
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))


async def markdown(packet: Packet) -> AsyncIterator[str]:
    """Give the file, piece by piece."""
    yield f"# {plain(packet.head.title)}\n\n**{NOTICE}**\n\n"
    yield "".join(f"- {term}: {plain(value)}\n" for term, value in facts(packet.head))
    async for link in packet.links():
        yield _link(link)


def _link(link: Link) -> str:
    more = f"\nThe newest {len(link.texts)} texts: there are more.\n" if link.more else ""
    return (
        f"\n## {plain(link.a.name)} ({link.a.kind}) and {plain(link.b.name)} ({link.b.kind})\n\n"
        f"{plain(counts(link))}\n\n{''.join(map(_text, link.texts))}{more}"
    )


def _text(text: Evidence) -> str:
    cut = pieces(text.text, text.a, text.b)
    words = "".join(plain(piece) if name is None else f"**{plain(piece).strip()}**" for piece, name in cut)
    return f"1. {words.strip()}\n   *{plain(title(text.document)).strip()}*; {plain(place(text))}\n"
