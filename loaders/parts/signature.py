"""The name that signs a cable, at its very end."""

import re

_TRAILER = re.compile(
    r"(?:[\s>#=*/\"“”'.,\\-]++|</?t[drh]>|</?table>|\bNNNN\b|\bCABLE ENDS\b|\bEnd Cable Text\b"
    r"|\bSENSITIVE BUT UNCLASSIFIED\b|\b(?:Declassified|Released)\b.{0,60}\b(?:19|20)\d\d|\b1(?=\s+SENS)"
    r"|\b\d{4}[A-Z]{3,8}\d{4,6} - (?:Classification:)?"
    r"|\b0\s+\d\d/\d\d/\d{4}(?:\s+\d+\s+[A-Z,]+)?|\b(?:SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|NOFORN)"
    r"(?:\s*//?\s*[A-Z]+)*){1,12}+$"
)
_SURNAME = (
    r"(?:(?:Mc|Mac|Van|VAN|van|Von|VON|von|De|DE|de|La|LA|St\.|ST\.|Del|DEL|O['’]) ?){0,2}"
    r"[A-Z][A-Za-z'’]+(?:-[A-Z][A-Za-z'’]+)?"
)
_ALONE = re.compile(rf"(?:^|\n)[ \t]*(?P<name>(?:[A-Z][A-Za-z]*\.? ){{0,2}}{_SURNAME})$")
_AFTER = re.compile(
    r"(?:(?:[.?!:/)*\"”'-]|\d)\s+|\"\s*|(?<=[a-z])\s+(?=[A-Z]{4}))"
    r"(?P<name>(?:(?:VAN|VON|DE|LA|ST\.|DEL) ){0,2}[A-Z]{2}[A-Z'’]+(?:-[A-Z'’]{3,})?|Mc[A-Z]{3,})$"
)
_BESIDE = re.compile(rf"(?:X{{4,}}+|\b(?:https?:|www\.)\S+(?: \S{{1,8}}){{0,2}}?)[\s*_=-]*(?P<name>{_SURNAME})$")
"""After a crossed-out address, or one that the last line bids visit."""
_SPOKEN = re.compile(rf"[.?!\"”]\s+(?P<name>{_SURNAME}(?:,? [Jj][Rr])?)$")
_NO_NAME = re.compile(
    r"\b(?:END|COMMENT|SUMMARY|NOTE|TEXT|PARAGRAPH|SECTION|STOP|BT|SENSITIVE|SIPDIS|SECRET|UNCLASSIFIED|REF|POST"
    r"|EMBASSY|USG|MISSING|CABLE|ANNEX)\b|X{4}",
    re.IGNORECASE,
)
_TAIL = 400
_LONGEST = 40


def signature(text: str, start: int) -> tuple[int, int] | None:
    """Find the signature in a cable whose body begins at `start`: alone on the last line, or after the last stop."""
    begin = max(start, len(text) - _TAIL)
    tail = text[begin:]
    trailer = _TRAILER.search(tail)
    if trailer and trailer.start() > 0:
        tail = tail[: trailer.start()]
    match = _BESIDE.search(tail) or _ALONE.search(tail) or _AFTER.search(tail) or _SPOKEN.search(tail)
    if match is None or len(match["name"]) > _LONGEST or _NO_NAME.search(match["name"]):
        return None
    words = match["name"].split()
    if len(words) > 1 and not match["name"].isupper() and match.re is _ALONE and words[0] in {"The", "A", "In", "End"}:
        return None
    return begin + match.start("name"), begin + match.end("name")
