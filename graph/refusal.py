"""Why Neo4j refuses a query, told of the text that the reader wrote and not of the one that was sent."""

import re

_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")
_QUOTE = re.compile(r'\s*\n"[^\n]*"\s*\n\s*\^\s*')
_BARE = re.compile(r"[\W\d_]*")


def told(message: str, query: str, before: int, cut: tuple[int, int] = (0, 0)) -> str:
    """Return Neo4j's message with the places moved to the reader's `query`, and without the line it quotes.

    `before` characters were put before the text that was sent, and at `cut[0]` of it, as the reader wrote it, `cut[1]`
    were left out. A message without a word says nothing to anybody, and gets a sentence.
    """

    def moved(place: re.Match[str]) -> str:
        units = max(int(place[3]) - before, 0)
        # Neo4j counts the units of UTF-16.
        at = len(query.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))
        at += cut[1] if at >= cut[0] else 0
        line = query.count("\n", 0, at) + 1
        return f"(line {line}, column {at - query.rfind(chr(10), 0, at)})"

    text = _PLACE.sub(moved, _QUOTE.sub("", message)).strip()
    if _BARE.fullmatch(text):
        return f"Neo4j cannot answer this query; the only reason that it gives is {text!r}."
    return text
