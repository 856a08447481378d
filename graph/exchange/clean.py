"""Text that any reader of a file can take."""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def clean(text: str) -> str:
    r"""Return `text` with what XML 1.0 forbids (control characters, lone surrogates) replaced by U+FFFD.

    >>> clean("a\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def content(text: str) -> str:
    """Return text for the inside of an XML element. A carriage return is written so that it is read as one."""
    return escape(clean(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """Return text as an XML attribute's value with its quotes."""
    return quoteattr(clean(text), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def cell(text: str) -> str:
    """Return text for a cell of a table: what a spreadsheet would run as a formula gets an apostrophe before it.

    >>> cell("=1+1"), cell("Arturo Beltrán Leyva")
    ("'=1+1", 'Arturo Beltrán Leyva')
    """
    shown = clean(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
