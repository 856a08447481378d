# ruff: noqa: S311, E501 - the die is to be the same each time; lists are read best when they are short
"""Documents that were damaged in every way that a seeded die gives: the same seed gives the same document."""

import random
import struct
import zlib
from collections.abc import Sequence

PIECES = [
    "\x00", "\x00\x01\x02", "\ufeff", "\ufffe", "\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "e\u0301", "\U0001f600", "ﬁ", "İ",
    "ß", "\u2028", "\x85", "\x1b[2J", "\f", "\r", "\r\n", "\t", "&#xD800;", "&#55357;", "&#0;", "&#x110000;", "&#" + "9" * 40 + ";",
    "&amp;amp;", "\\ud83d", "\\u0000", "%00", "</script><img src=x onerror=alert(1)>", "<!--", "]]>", "{{7*7}}", "$(id)", "[PER ", "[ORG ",
    "  ]", "[[PER  ] ]", "[]", "(((", ")))", "((C)", "¶", "¶1. (S//NF) ", "<pre>", "</pre>", "<code><pre>", "<p>", "<br", "<a href='", ">>>> ",
    "From: ", "To: ", "Sent: ", "Cc: a@b.c; ", "Subject: ", "SUBJECT: ", "TAGS: ", "E.O. 12958: ", "REF: ", "Classified By: ",
    "Drafted: ", "Cleared: ", "RELEASE IN PART B6\n", "1.4(B) ", "Date: 99/99/9999", "000000Z JAN 00", "31 FEB 2009", "PAGE 01 ",
    "002 OF 003 ", "XXXXXXXXXXXX", "A.", "J. ", "Mr. ", "de la ", "of the ", "AND ", "-", "----------", "____", ".", "...", '"', "'", "`", "/", "|",
    "Smith, John; ", "(ok) ", "US", "U.S.", "FARC", "Los Zetas", "Secretary of ", "١٢٣", "²", "\xa0", "㎏", "\u0130stanbul", "سلام",
]  # fmt: skip
"""What documents hold and readers find hard."""

PICTURES = [
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 64, 64) + b"\x08\2\0\0\0" + zlib.compress(bytes(range(256)) * 4),
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + bytes(random.Random(1).randbytes(900)),
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nstream\n" + random.Random(2).randbytes(900) + b"\nendstream",
    b"PK\x03\x04" + random.Random(3).randbytes(500),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(4).randbytes(500),
]  # fmt: skip
"""A picture, a PDF, an archive and an old Word file, by mistake."""


def mutant(seed: int, papers: Sequence[bytes], size: int = 1_500) -> bytes:
    """Return one of the papers, or a piece of it of about `size` bytes, damaged in one to four ways."""
    die = random.Random(seed)
    raw = _piece(die, die.choice(papers), size)
    for _ in range(die.choice((1, 1, 2, 2, 3, 4))):
        raw = die.choice(WAYS)(die, raw, papers, size)
    return raw


def _piece(die: random.Random, raw: bytes, size: int) -> bytes:
    if len(raw) <= size:
        return raw
    start = 0 if die.random() < 0.5 else die.randrange(len(raw) - size)
    return raw[start : start + size]


def _hard(die: random.Random) -> bytes:
    return die.choice(PIECES).encode()


def _truncated(die: random.Random, raw: bytes, *_: object) -> bytes:
    return raw[: die.randrange(len(raw) + 1)] if die.random() < 0.5 else raw[die.randrange(len(raw) + 1) :]


def _doubled(_die: random.Random, raw: bytes, *_: object) -> bytes:
    return raw + raw


def _random_bytes(die: random.Random, raw: bytes, *_: object) -> bytes:
    changed = bytearray(raw)
    for _times in range(die.choice((1, 5, 50)) if raw else 0):
        changed[die.randrange(len(raw))] = die.randrange(256)
    return bytes(changed)


def _nuls(die: random.Random, raw: bytes, *_: object) -> bytes:
    at = die.randrange(len(raw) + 1)
    return raw[:at] + b"\0" * die.choice((1, 3, 40)) + raw[at:]


def _put(die: random.Random, raw: bytes, *_: object) -> bytes:
    for _times in range(die.choice((1, 3, 9))):
        at = die.randrange(len(raw) + 1)
        raw = raw[:at] + _hard(die) * die.choice((1, 1, 2, 7)) + raw[at:]
    return raw


def _repeated(die: random.Random, raw: bytes, _papers: object, size: int) -> bytes:
    piece = b"".join(_hard(die) for _ in range(die.choice((1, 1, 2, 3))))
    at = die.randrange(len(raw) + 1)
    return raw[:at] + piece * max(1, die.randrange(size) // len(piece)) + raw[at:]


def _nested(die: random.Random, raw: bytes, _papers: object, size: int) -> bytes:
    a, b = die.choice(
        [
            (b"[PER ", b"  ]"),
            (b"<div>", b"</div>"),
            (b"(", b")"),
            (b"<b", b">"),
            (b"[", b"]"),
            (b"&lt;", b"&gt;"),
            (b'"', b'"'),
        ]
    )
    deep = max(1, die.randrange(size) // (len(a) + len(b)))
    start = die.randrange(len(raw) + 1)
    end = die.randrange(start, len(raw) + 1)
    return raw[:start] + a * deep + raw[start:end] + b * deep + raw[end:]


def _one_line(die: random.Random, raw: bytes, *_: object) -> bytes:
    return raw.replace(b"\n", die.choice((b" ", b"", b"\r", b"\t", b"\x0b")))


def _many_lines(die: random.Random, raw: bytes, *_: object) -> bytes:
    return raw.replace(b" ", b"\n") if die.random() < 0.5 else raw.replace(b"\n", b"\n" * die.choice((2, 9)))


def _giant_word(die: random.Random, raw: bytes, _papers: object, size: int) -> bytes:
    at = die.randrange(len(raw) + 1)
    return (
        raw[:at]
        + die.choice((b"A", b"a", b"Aa", b"7", b"X", b"\xc3\xa9", b"-a", b"'A", b".a")) * die.randrange(1, size)
        + raw[at:]
    )


def _addresses(die: random.Random, raw: bytes, _papers: object, size: int) -> bytes:
    one = die.choice(
        ("Smith{n}, John <s{n}@state.gov>; ", "RUEH{n}/AMEMBASSY X{n} ", "a{n}@b.c,", "Mills, Cheryl D; ", "H\n")
    )
    many = "".join(one.format(n=n) for n in range(max(1, size // len(one))))
    return b"From: H\nTo: " + many.encode() + b"\nSent: Monday\nSubject: x\n\n" + raw


def _spliced(die: random.Random, raw: bytes, papers: Sequence[bytes], size: int) -> bytes:
    other = _piece(die, die.choice(papers), size)
    return raw[: die.randrange(len(raw) + 1)] + other[die.randrange(len(other) + 1) :]


def _cut_out(die: random.Random, raw: bytes, *_: object) -> bytes:
    start = die.randrange(len(raw) + 1)
    return raw[:start] + raw[die.randrange(start, len(raw) + 1) :]


def _shuffled(die: random.Random, raw: bytes, *_: object) -> bytes:
    mark = die.choice((b"\n", b" ", b"  ]", b". "))
    parts = raw.split(mark)
    die.shuffle(parts)
    return mark.join(parts)


def _encoded(die: random.Random, raw: bytes, *_: object) -> bytes:
    text = raw.decode("utf-8", "replace")
    name = die.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp437", "utf-7", "utf-8-sig", "shift-jis")
    )
    return text.encode(name, "replace") + die.choice((b"", b"", b"\0", b"\xd8"))


def _not_utf8(die: random.Random, raw: bytes, *_: object) -> bytes:
    bad = die.choice(
        (b"\xff\xfe", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\x80" * 9, b"\xe2\x82")
    )
    at = die.randrange(len(raw) + 1)
    return raw[:at] + bad + raw[at:]


def _mistaken(die: random.Random, raw: bytes, *_: object) -> bytes:
    other = die.choice(PICTURES)
    return other + raw if die.random() < 0.5 else raw + other


def _cased(die: random.Random, raw: bytes, *_: object) -> bytes:
    return die.choice((bytes.upper, bytes.lower, bytes.swapcase, bytes.title))(raw)


WAYS = (
    _truncated, _doubled, _random_bytes, _nuls, _put, _put, _put, _repeated, _nested, _one_line, _many_lines, _giant_word, _addresses,
    _spliced, _spliced, _cut_out, _shuffled, _encoded, _not_utf8, _mistaken, _cased,
)  # fmt: skip
