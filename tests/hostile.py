"""A document full of names that files and pages find hard."""

from graph.document import DatePrecision, DateSource, Document, DocumentDate, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.passage import Part, Passage
from graph.relation import DOCUMENT, Relation, RelationKind

HOSTILE = {
    "formula": '=HYPERLINK("http://evil.example";"x")',
    "markup": "<b>&amp;</node>]]> \"quoted\" 'so'",
    "control": "a\x00b\x0bc\x1b[2J\ufffe\uffff",
    "lines": "one\ntwo\r\nthree\tfour",
    "right-to-left": "\u202eسلام \U0001f600",
}


def hostile() -> Extraction:
    """Return a dated document that names all of `HOSTILE` in one sentence."""
    text = " ".join(HOSTILE.values())
    digest = content_hash(text.encode())
    mentions = []
    at = 0
    for id_, name in HOSTILE.items():
        span = at, at + len(name)
        mentions.append(Mention(id_, id_, name, *span, 0, *span, Method.RULE))
        at += len(name) + 1
    return Extraction(
        document=Document(
            document_id(digest),
            digest,
            "archive/hostile.txt",
            DocumentKind.EMAIL,
            subject="</desc>\x01",
            date=DocumentDate("2008-02", DatePrecision.MONTH, DateSource.SENT),
        ),
        text=text,
        passages=(Passage(0, 0, len(text), text, Part.BODY, 0),),
        entities=tuple(Entity(id_, Kind.ORGANIZATION, name) for id_, name in HOSTILE.items()),
        mentions=tuple(mentions),
        relations=(
            Relation("markup", RelationKind.WORKS_AT, "formula", "<title>"),
            Relation("lines", RelationKind.SIGNED, DOCUMENT),
            Relation("formula", RelationKind.PART_OF, "control"),
        ),
    )
