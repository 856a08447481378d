"""Names as text: folding a spelling for comparison, and making a readable identifier of it."""

import hashlib
import re
import unicodedata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SPELLED = 12
"""Code points that are spelled out."""


def collapse(text: str) -> str:
    """Return `text` with every run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return the spelling that two writings of one name share: no accents, no case, single spaces.

    >>> fold("Beltrán  LEYVA")
    'beltran leyva'
    """
    if text.isascii():
        return collapse(text).lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return collapse("".join(c for c in decomposed if not unicodedata.combining(c)).casefold())


def slug(text: str) -> str:
    """Return the readable identifier of a name, of the form `[a-z0-9-]+`.

    A name with no Latin letter or digit at all is spelled by its code points, so that it never comes out empty; a long
    one by its first and a digest of the whole.

    >>> slug("José Luis Vergara"), slug("D(S)")
    ('jose-luis-vergara', 'd-s')
    """
    plain = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if plain:
        return plain
    name = collapse(text)
    rest = [hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]] if len(name) > _SPELLED else []
    return "-".join(["u", *(f"{ord(c):x}" for c in name[:_SPELLED]), *rest])
