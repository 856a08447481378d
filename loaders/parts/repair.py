"""Making the text of a stretch readable: white space, hard line breaks, tokenised punctuation."""

import re
from functools import cache
from importlib.resources import files

from loaders.parts.layer import Edit, Layer

_SPACE = re.compile(r"[^\S ]\s*| \s+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\u00ad¶]")
_HYPHENATED = re.compile(r"\b(?P<left>[A-Za-z][a-z]{1,20})(?P<gap>-[ \t]*\r?\n\s*)(?P<right>[a-z]{2,20})(?![a-z])")
_HYPHEN_KEPT = re.compile(r"-(?<=[A-Za-z]-)[ \t]*\r?\n\s*(?=[A-Za-z])|/(?<=[a-z]/)[ \t]*\r?\n\s*(?=[a-z])")
_BEFORE_COMMA = re.compile(r"(?<=\w) (?=[,;] )")
_BACKSLASH = re.compile(r"\\(?=\s*\n)")
_TOKENISED = re.compile(
    r" (?:(?=[,;:?!)\]%.'’])"  # most spaces are told from what stands beside them alone
    r"(?=[,;:?!)\]%](?:\s|[.,;)]|$)|\.(?:\s|$)|['’](?:s|S|t|T|re|ve|ll|d|m|RE|VE|LL)\b)"  # before a closing mark
    r"|(?<=[(\[$'’,] )"
    r"(?:(?<=[(\[] )|(?<=\S\$ )(?=\d)|(?<=\w['’] )(?=s\b)|(?<=\d , )(?=\d{3}\b)))"  # after an opening one
)
"""A space that a tokeniser put in; white space is collapsed before it is sought."""
_PREFIXES = frozenset({
    "anti", "co", "counter", "de", "ex", "inter", "mid", "multi", "non", "post", "pre", "pro", "re",
    "self", "semi", "sub", "trans", "ultra", "un", "vice",
})  # fmt: skip
_COMPOUNDS = frozenset([
    "led", "era", "area", "wide", "level", "style", "type", "like", "run", "born", "held", "made", "free", "only",
])  # fmt: skip
"""What a hyphen ties to a name (`Dallas-area`, `Saudi-led`)."""
_SYLLABLE = 3
"""Halves as short as this (`con-`, `per-`) are no words of their own."""
_MANGLED = re.compile(r"(?<=[A-Za-z]) ?, ?(?=[sS] )")
_QUOTE = re.compile(r'"')


@cache
def _common_words() -> frozenset[str]:
    return frozenset((files("loaders") / "data" / "common_words.txt").read_text(encoding="utf-8").split())


def is_broken(left: str, right: str) -> bool:
    """Tell whether a hyphen between two halves at a line's end was put in to break a word, and not written.

    >>> is_broken("govern", "ment"), is_broken("con", "duct"), is_broken("well", "known"), is_broken("counter", "coup")
    (True, True, False, False)
    """
    words = _common_words()
    if left[0].isupper():
        return not (right in _COMPOUNDS or (right in words and right.endswith(("ed", "ing"))))
    if left + right in words:
        return left not in _PREFIXES
    return left not in _PREFIXES and not (len(left) > _SYLLABLE and left in words)


def repaired(layer: Layer, *, tokenised: bool, hyphenated: bool = False) -> Layer:
    """Return the text as a person is shown it.

    White space is collapsed and trimmed, control characters are dropped. In `tokenised` text the spaces that a
    tokeniser put around punctuation are taken out again. `hyphenated` joins words that were broken at a line's end.
    """
    text = layer.text
    first: list[Edit] = []
    if "\\" in text:
        first += [(m.start(), m.end(), "") for m in _BACKSLASH.finditer(text)]
    if _CONTROL.search(text):
        first += [(m.start(), m.end(), "") for m in _CONTROL.finditer(text)]
    if hyphenated:
        first += [(*m.span("gap"), "") for m in _HYPHENATED.finditer(text) if is_broken(m["left"], m["right"])]
    first += [(m.start() + 1, m.end(), "") for m in _HYPHEN_KEPT.finditer(text)]
    layer = layer.edited(sorted(first)) if first else layer
    layer = layer.edited([(m.start(), m.end(), " ") for m in _SPACE.finditer(layer.text)])
    if tokenised:
        layer = layer.edited(_mangled(layer.text))
        layer = layer.edited(_detached(layer.text))
    else:
        layer = layer.edited([(m.start(), m.end(), "") for m in _BEFORE_COMMA.finditer(layer.text)])
    return _trimmed(layer)


def _detached(text: str) -> list[Edit]:
    edits = [(m.start(), m.end(), "") for m in _TOKENISED.finditer(text)]
    opening = True
    for match in _QUOTE.finditer(text):
        before, after = match.start() - 1, match.end()
        spaced = text[before : before + 1] == " ", text[after : after + 1] == " "
        if opening and spaced[1]:
            edits.append((after, after + 1, ""))
        elif not opening and spaced[0]:
            edits.append((before, before + 1, ""))
        opening = not opening
    return sorted(edits)


def _mangled(text: str) -> list[Edit]:
    """An apostrophe that the wire turned into a comma (`Brazil , s law`)."""
    if " s " not in text and " S " not in text:
        return []
    return [(m.start(), m.end(), "'") for m in _MANGLED.finditer(text)]


def _trimmed(layer: Layer) -> Layer:
    text = layer.text
    stripped = text.strip()
    if len(stripped) == len(text):
        return layer
    start = len(text) - len(text.lstrip())
    return layer.sliced(start, start + len(stripped))
