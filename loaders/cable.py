"""Reading a diplomatic cable, tagged or not."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from graph.document import DateSource, Document, DocumentDate, DocumentKind, document_id
from graph.entity import Kind
from graph.mention import Method
from graph.passage import Part
from graph.relation import RelationKind
from loaders.parts import dates
from loaders.parts.cable_copies import join_copies, second_copy
from loaders.parts.cable_header import CLASSIFICATION, CableHeader, read_header
from loaders.parts.classified_by import LABEL, classified_by
from loaders.parts.draft import MARKS, Draft, Duty, Name, compose
from loaders.parts.layer import Edit, Layer
from loaders.parts.markup import Tag, unmark
from loaders.parts.paragraphs import paragraphs
from loaders.parts.routing import Routing, read_routing
from loaders.parts.signature import signature
from loaders.posts import post_named, post_title
from loaders.reading import NoDocumentError, Reading

_HEADED = re.compile(rf"{CLASSIFICATION}|\bE\.?O\.?\s?1[23]\d{{3}}|\bTAGS\b|\bSUBJECT\b|\bREF\b|¶")
_PAGE = re.compile(
    r"(?=[A-Z\d\s])"  # no page break begins with anything else
    r"(?:(?:\b(?P<words>[A-Z][A-Z'’.]{1,40}(?: [A-Z'’.]{2,40}){0,3}) |(?<!\s))\s*"
    r"\b0{0,3}\d{5,8}\s+0\d\d(?:\.\d)?\s+OF\s+0\d\d\b"
    rf"|\b(?:{CLASSIFICATION}\s+)?PAGE\s+0?\d{{1,2}}\s+(?:RU\w{{4,6}}\s+|[A-Z]+(?: [A-Z]+){{0,2}}\s+)\d{{4,6}}"
    r"(?:\s+\d\d\s+OF\s+\d\d)?(?:\s+\d{6}Z)?)"
)
_PAGE_HINT = re.compile(r" OF 0\d\d\b|\bPAGE\s+0?\d")
_NO_NAME_TAG = re.compile(
    rf"[(\s]*(?:{MARKS}|DECL|DECL:|REF|REF:|REFTEL|SUBJECT:?|TAGS:?|CONFIDENTIAL|SECRET|SIPDIS|NOFORN|SENSITIVE|SUMMARY:?|Summary:?|COMMENT:?|Comment:?|X+|FY)[)\s]*"
)
_NUMBERED = re.compile(r"\d{2}([A-Z]{3,25})\d")
_CLASSIFIED_WITHIN = 3000
_TOP = 20_000


def is_cable(source: str) -> bool:
    """Tell whether a text is the page of a cable."""
    top = source[:_TOP]
    if "<pre>" in top or "¶" in top:
        return True
    return bool(
        re.search(rf"^\s*(?:{CLASSIFICATION})\b.{{0,80}}\d{{4,8}}", top)
        or re.search(r"\bTAGS\b.{0,400}\bSUBJ", top, re.DOTALL)
    ) and ("E.O." in top or "TAGS" in top)


def read_cable(source: str, path: str, digest: str) -> Reading:
    """Read a cable's page.

    Raises NoDocumentError where the page holds no cable.
    """
    unmarked = unmark(Layer.of(source))
    if not _HEADED.search(unmarked.layer.text[:_TOP]):
        raise NoDocumentError(f"{path} holds no cable.")
    layer = unmarked.layer
    routing = read_routing(layer.text, min(len(layer.text), _TOP))
    header = read_header(layer.text, routing.end)
    if (again := second_copy(layer.text, header)) is not None:
        header = join_copies(layer.text, routing.end, again)
    if not (header.is_cable or "¶" in layer.text):
        raise NoDocumentError(f"{path} holds no cable.")
    draft = Draft(layer, tokenised=_is_tokenised(layer.text, bool(unmarked.tags)))
    draft.stretches += [*routing.stretches, *header.stretches]
    draft.names += [*_tag_names(layer.text, unmarked.tags), *routing.names, *header.names]
    draft.duties += header.duties
    if not any(d.relation is RelationKind.CLASSIFIED for d in header.duties):
        _classified_later(draft, header)
    _cut_pages(draft, header.post)
    _read_body(draft, header)
    reading = compose(draft, _document(path, digest, header, routing), source)
    if not reading.passages:
        raise NoDocumentError(f"{path} holds no cable.")
    return reading


def _read_body(draft: Draft, header: CableHeader) -> None:
    text = draft.layer.text
    signed = signature(text, header.end)
    end = signed[0] if signed else len(text)
    draft.stretches += paragraphs(text, header.end, end)
    if signed:
        name = Name(*signed, kind=Kind.OFFICIAL)
        draft.add(*signed, Part.SIGNATURE, whole=True)
        draft.names.append(name)
        draft.duties.append(Duty(name, RelationKind.SIGNED))


def _classified_later(draft: Draft, header: CableHeader) -> None:
    """Some cables say who classified them in the first paragraphs."""
    text = draft.layer.text
    label = LABEL.search(text, header.end, header.end + _CLASSIFIED_WITHIN)
    if label:
        statement = classified_by(text, label.end(), len(text))
        draft.names += statement.names
        draft.duties += statement.duties


def _tag_names(text: str, tags: tuple[Tag, ...]) -> Iterator[Name]:
    for tag in tags:
        inner = text[tag.start : tag.end]
        if not _NO_NAME_TAG.fullmatch(inner) and any(c.isalpha() for c in inner):
            yield Name(tag.start, tag.end, tag=tag.label, method=Method.TAG)


def _is_tokenised(text: str, tagged: bool) -> bool:
    return tagged or text.count(" , ") + text.count(" . ") > 2 * (text.count(", ") - text.count(" , ")) + 2


def _cut_pages(draft: Draft, post: str) -> None:
    """Blank the page-break lines, so that the sentence around each is whole; positions stay as they are."""
    text = draft.layer.text
    if not _PAGE_HINT.search(text):
        return
    edits: list[Edit] = []
    for match in _PAGE.finditer(text):
        start = match.start()
        if words := match["words"]:
            own = post if post and words.endswith(post) else words.rsplit(" ", 1)[-1]
            start = match.end("words") - len(own)
        edits.append((start, match.end(), " " * (match.end() - start)))
    draft.names = [n for n in draft.names if not any(s <= n.start < e for s, e, _ in edits)]
    draft.layer = draft.layer.edited(edits)


def _document(path: str, digest: str, header: CableHeader, routing: Routing) -> Document:
    printed = routing.number or " ".join(filter(None, (header.post, header.number)))
    return Document(
        id=document_id(digest),
        hash=digest,
        path=path,
        kind=DocumentKind.CABLE,
        subject=header.subject,
        date=_date(path, routing, header),
        origin=post_title(header.post) if header.post else routing.origin or _numbered_at(routing.number, path),
        marking=header.marking or routing.marking,
        numbers=(("cable", printed),) if printed else (),
        tags=header.tags,
    )


def _numbered_at(number: str, path: str) -> str:
    """Return the post in a cable's number or file name (`04ANKARA348`), where nothing else tells it."""
    for name in (number, PurePosixPath(path.replace("\\", "/")).stem):
        match = _NUMBERED.match(name)
        if match and (post := post_named(match[1])):
            return post.title
    return ""


def _date(path: str, routing: Routing, header: CableHeader) -> DocumentDate | None:
    sent = dates.sent(routing.sent) or dates.sent(routing.dated) or dates.sent(header.dated)
    if sent:
        return sent
    name = PurePosixPath(path.replace("\\", "/")).stem
    return dates.year_of_number(routing.number, DateSource.NUMBER) or dates.year_of_number(name, DateSource.FILENAME)
