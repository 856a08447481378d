"""What was blacked out: runs of X in a cable, exemption codes in a FOIA release."""

import re

from graph.passage import Redaction

CODE = (
    r"(?:1\.4\s?\(?[A-Ha-h]\)?|25X\d{1,2}(?:,\s?E\.?O\.?\s?\d{5})?|50X\d|B\(?[1-9]\)?(?:\s?\([A-F]\))?(?:\s?CIA|\s?NSA)?"
    r"|\(b\)\s?\(\d\)|NR)"
)
"""One exemption code, as release officers print it: `1.4(B)`, `25X1`, `B6`, `B7(C)`, `(b)(1)`."""

CODES = re.compile(rf"(?<![\w/.-])\(?{CODE}(?:[\s,;/]{{1,3}}\(?{CODE})*(?![\w/-])(?!\.\w)")
"""A run of exemption codes."""

_CROSSED = re.compile(r"X{4,}|x{6,}|\*{8,}")
_BLOCKS = re.compile(r"[■█▇]{1,}")


def redactions(text: str, *, codes: bool) -> tuple[Redaction, ...]:
    """Find what is redacted in a shown text; `codes` says that exemption codes count (they do in FOIA releases)."""
    found = [Redaction(m.start(), m.end()) for m in _CROSSED.finditer(text)] if "XXXX" in text or "xxxx" in text else []
    if codes:
        found += [Redaction(m.start(), m.end(), m[0]) for m in CODES.finditer(text)]
        found += [Redaction(m.start(), m.end()) for m in _BLOCKS.finditer(text)]
    return tuple(sorted(found, key=lambda r: r.start))
