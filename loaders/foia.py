"""Reading a released paper: memo, mail thread, briefing or plain text, with stamps or none."""

import re

from graph.document import Document, DocumentDate, DocumentKind, document_id
from graph.passage import Part
from graph.relation import RelationKind
from loaders.parts import dates
from loaders.parts.draft import Draft, compose
from loaders.parts.layer import Layer
from loaders.parts.markup import unmark
from loaders.parts.paper import Paper, plain
from loaders.reading import NoDocumentError, Reading

STAMP = re.compile(
    r"U\.?S\.? Department of State\s+Case No|\bRELEASED?\s+IN\s+(?:PART|FULL)\b"
    r"|Doc No\.? C\d{6,}|STATE DEPT\.? - PRODUCED TO"
)
_CASE = re.compile(r"Case No\.?\s*(F\W{0,2}\d{4}-?\d{3,6})")
_DOC = re.compile(r"Doc No\.?\s*(C\d{6,9})")
_STAMPED = re.compile(
    r"Doc No[^\n]{0,40}?\s{1,9}Date:\s*(\d\d/\d\d/\d{4})|^[^\w\n]{0,9}Date:[ \t]*(\d\d/\d\d/\d{4})", re.MULTILINE
)
_LETTERHEAD = re.compile(
    r"(?:United States|U\.S\.) Department of [A-Z][a-z]+"
    r"|U\.S\. DEPARTMENT OF [A-Z]+|Embassy of the United States(?: of America)?"
)
_QUOTED = re.compile(r"^[ \t]{0,99}>[> \t]*", re.MULTILINE)
_UNCLASSIFIED = re.compile(r"^[^\w\n]{0,40}UNCLASSIFIED\b", re.MULTILINE)
_PAGE = re.compile(r"<(?:pre|p|br|div|body)\b", re.IGNORECASE)
_SAMPLE = 20_000


def is_release(source: str) -> bool:
    """Tell whether a text carries the stamps of a FOIA release."""
    return bool(STAMP.search(source))


def read_foia(source: str, path: str, digest: str) -> Reading:
    """Read a paper released under FOIA, or any plain text (which merely has no stamps).

    Raises NoDocumentError where nothing but stamps is left.
    """
    released = is_release(source)
    layer = unmark(Layer.of(source)).layer if _PAGE.search(source, 0, _SAMPLE) else Layer.of(source)
    if ">" in layer.text:
        layer = layer.edited([(m.start(), m.end(), " " * len(m[0])) for m in _QUOTED.finditer(layer.text)])
    draft = Draft(layer, released=released)
    paper = Paper(draft)
    paper.read()
    reading = compose(draft, _document(draft, source, path, digest, paper), source)
    if all(passage.part is Part.STAMP for passage in reading.passages):
        raise NoDocumentError(f"{path} holds no text but stamps.")
    return reading


def _document(draft: Draft, source: str, path: str, digest: str, paper: Paper) -> Document:
    first = paper.mails[0] if paper.mails else None
    mail = bool(first and not first.memo)
    kind = DocumentKind.EMAIL if mail else DocumentKind.FOIA if draft.released else DocumentKind.TEXT
    case, doc = _CASE.search(source), _DOC.search(source)
    numbers = [("case", case[1])] if case else []
    numbers += [("doc", doc[1])] if doc else []
    return Document(
        id=document_id(digest),
        hash=digest,
        path=path,
        kind=kind,
        subject=(first.subject if first else "")
        or next((m.subject for m in paper.mails if m.subject), "")
        or paper.caption
        or _title(draft),
        date=_date(source, paper),
        origin=next((m.origin for m in paper.mails if m.origin), "") or _drafting_office(draft) or _letterhead(draft),
        marking=paper.banner or ("UNCLASSIFIED" if _UNCLASSIFIED.search(source) else ""),
        numbers=tuple(numbers),
    )


def _drafting_office(draft: Draft) -> str:
    drafted = (d.agency for d in draft.duties if d.relation is RelationKind.DRAFTED and d.agency)
    office = next(drafted, None)
    return draft.layer.text[office.start : office.end] if office else ""


def _letterhead(draft: Draft) -> str:
    for stretch in sorted(draft.stretches, key=lambda s: s.start)[:8]:
        if stretch.part in {Part.BODY, Part.HEADING} and (
            match := _LETTERHEAD.search(draft.layer.text, stretch.start, stretch.end)
        ):
            return " ".join(match[0].split())
    return ""


def _title(draft: Draft) -> str:
    """The last heading before the first text."""
    title = ""
    for stretch in sorted(draft.stretches, key=lambda s: s.start):
        if stretch.part is Part.HEADING:
            title = plain(draft.layer.text[stretch.start : stretch.end])
        elif stretch.part is Part.BODY and title:
            break
    return title


def _date(source: str, paper: Paper) -> DocumentDate | None:
    for mail in paper.mails[:3]:
        if sent := dates.sent(mail.sent):
            return sent
    if sent := dates.sent(paper.dateline):
        return sent
    stamp = _STAMPED.search(source)
    return dates.stamped(stamp[1] or stamp[2]) if stamp else None
