"""The text of a file's bytes."""

import codecs

_ASCII = 0x7F
_RARE = 8
"""Less than one character in so many of a Western text is accented; a picture has more that is no UTF-8."""
_LOST = "\N{REPLACEMENT CHARACTER}"


def decoded(raw: bytes) -> str:
    """Return the text of a file.

    UTF-16 where the file says so with a byte order mark; else UTF-8, bytes that are none replaced. A file all of whose
    characters beyond ASCII are no UTF-8 is an older one in a Western encoding, whose accents would be lost (`Guzmán`);
    a replacement character that was written as one is UTF-8.

    >>> decoded("Guzmán".encode("latin-1")), decoded("Guzmán".encode("utf-16"))
    ('Guzmán', 'Guzmán')
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    text = raw.decode("utf-8", errors="replace")
    lost = text.count(_LOST) - raw.count(_LOST.encode())
    if 0 < lost <= len(text) // _RARE and lost == sum(ord(character) > _ASCII for character in text):
        return raw.decode("cp1252", errors="replace")
    return text
