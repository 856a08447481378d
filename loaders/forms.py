"""The form of a source file, told from what is in it, and the file read in that form."""

import re
import sys
from pathlib import Path

from graph.document import content_hash
from loaders.cable import is_cable, read_cable
from loaders.decoding import decoded
from loaders.foia import is_release, read_foia
from loaders.reading import NoDocumentError, Reading

PDF = b"%PDF-"
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_LINKS_ONLY = re.compile(r"\s*(?:<[^<>]{0,200}>\s*)*Appears in these articles")
_SAMPLE = 8_000


def read(raw: bytes, path: str) -> Reading:
    """Read the bytes of a source file, as `read_text` does; what they are decoded to is `loaders.decoding`'s to say.

    Raises NoDocumentError where the file holds no document.
    """
    if raw.startswith(PDF):
        raise NoDocumentError(f"{path} is a PDF: make text of it first, for instance with pdftotext.")
    return read_text(decoded(raw), path, content_hash(raw))


def read_text(source: str, path: str, digest: str) -> Reading:
    """Read a source text: a cable, a FOIA release, a mail or plain text, whichever it holds, line ends as they are.

    `path` and `digest`, the content hash of the file's bytes, are kept in the document's record; the name that `path`
    ends with tells the year and the post of a cable whose text leaves them out. Raises NoDocumentError where the text
    holds no document.
    """
    if not _LETTERS.search(source):
        raise NoDocumentError(f"{path} holds no text.")
    sample = source[:_SAMPLE]
    if len(_BINARY.findall(sample)) > len(sample) // 8:
        raise NoDocumentError(f"{path} is no text file.")
    if is_cable(source) and not is_release(source[:_SAMPLE]):
        return read_cable(source, path, digest)
    if _LINKS_ONLY.match(source):
        raise NoDocumentError(f"{path} holds no cable: it only says where one was written about.")
    return read_foia(source, path, digest)


def view(reading: Reading) -> str:
    """Return a reading as a developer looks at it: passages with part, block and marking; findings; roles."""
    out = [repr(reading.document)]
    for passage in reading.passages:
        codes = " ".join(f"<{r.code or 'X'}>" for r in passage.redactions)
        number = "" if passage.paragraph is None else f"¶{passage.paragraph}"
        head = f"{passage.ordinal:3} {passage.block:3} {passage.part:9} {number:4} {passage.marking:4}"
        out.append(f"{head} {passage.text} {codes}")
    for finding in reading.findings:
        text = reading.shown[finding.start : finding.end]
        out.append(f"  {finding.start:6} {finding.method}:{finding.tag or finding.kind} {text!r}")
    for role in reading.roles:
        agency = role.agency and reading.shown[role.agency.start : role.agency.end]
        person = reading.shown[role.person.start : role.person.end]
        out.append(f"  ROLE {person!r} {role.relation} at {agency!r} as {role.title!r}")
    return "\n".join(out)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(view(read(Path(name).read_bytes(), Path(name).name)) + "\n")
