"""Taking markup out of a text: bracket tags, HTML tags, HTML entities."""

import re
from dataclasses import dataclass
from html import unescape

from loaders.parts.layer import Edit, Layer

_TOKEN = re.compile(
    r"\[(?P<open>PER|ORG|LOC|MISC)(?:\s{1,2}|(?=\]))"
    r"|[ \t\r\n]{0,2}(?P<close>\])"
    r"|<(?P<html>/?(?:code|pre|a|br|p|b|i|u|em|strong|div|span|font|h[1-6])(?:[\s/][^<>]{0,400})?)>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
)
_LONGEST_TAG = 160


@dataclass(frozen=True, slots=True)
class Tag:
    """What the machine tagger put in one pair of brackets, at `start:end` of the text without markup."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text without its markup, and what its bracket tags held (innermost before the one around it)."""

    layer: Layer
    tags: tuple[Tag, ...]


def unmark(layer: Layer) -> Unmarked:
    """Take bracket tags (also nested, unbalanced, over several lines), HTML tags and entities out of a text.

    A closing bracket with no tag open is text, unless two spaces stand before it, as the tagger writes them.
    """
    edits: list[Edit] = []
    tags: list[Tag] = []
    open_tags: list[tuple[str, int]] = []
    shift = 0  # how much shorter the text became before this point
    for match in _TOKEN.finditer(layer.text):
        new = ""
        start, end = match.span()
        if label := match["open"]:
            open_tags.append((label, end - shift - (end - start)))
        elif match["close"]:
            if open_tags:
                label, begin = open_tags.pop()
                if 0 < start - shift - begin <= _LONGEST_TAG:
                    tags.append(Tag(begin, start - shift, label))
            elif end - start < len("  ]"):
                continue
        elif entity := match["entity"]:
            new = unescape(entity)
            if new == entity:
                continue
            new = " " if new == "\xa0" else new
        elif (match["html"] or "").startswith("br"):
            new = "\n"
        edits.append((start, end, new))
        shift += end - start - len(new)
    return Unmarked(layer.edited(edits), tuple(_trimmed(tags, layer, edits)))


def _trimmed(tags: list[Tag], layer: Layer, edits: list[Edit]) -> list[Tag]:
    text = layer.edited(edits).text if tags else ""
    trimmed = []
    for tag in tags:
        inner = text[tag.start : tag.end]
        start = tag.start + len(inner) - len(inner.lstrip())
        end = tag.end - len(inner) + len(inner.rstrip())
        if start < end:
            trimmed.append(Tag(start, end, tag.label))
    return trimmed
