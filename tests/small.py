"""Small extractions made by hand: lines of text, and the names to be found in them."""

import re

from graph.document import Document, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.name import fold, slug
from graph.passage import Part, Passage

NAMES = {
    "SEMAR": Kind.AGENCY,
    "DEA": Kind.AGENCY,
    "SEDENA": Kind.AGENCY,
    "Embassy": Kind.AGENCY,
    "Calderón": Kind.OFFICIAL,
    "Beltrán Leyva": Kind.TRAFFICKER,
    "Villarreal": Kind.TRAFFICKER,
    "Sinaloa Cartel": Kind.CARTEL,
    "Zetas": Kind.CARTEL,
    "Cuernavaca": Kind.PLACE,
    "Monterrey": Kind.PLACE,
}


def small(path: str, *lines: str) -> Extraction:
    """An extraction of a document whose passages are the lines, each a paragraph, with all of `NAMES` in them."""
    text = "\n".join(lines)
    digest = content_hash(f"{path}\n{text}".encode())
    passages, mentions, start = [], [], 0
    for ordinal, line in enumerate(lines):
        passages.append(Passage(ordinal, start, start + len(line), line, Part.BODY, ordinal))
        mentions += [
            Mention(
                slug(m[0]), fold(m[0]), m[0], start + m.start(), start + m.end(), ordinal, m.start(), m.end(),
                Method.GAZETTEER,
            )
            for m in re.finditer("|".join(map(re.escape, NAMES)), line)
        ]  # fmt: skip
        start += len(line) + 1
    found = tuple(Entity(slug(name), kind, name, known=True) for name, kind in NAMES.items() if name in text)
    document = Document(document_id(digest), digest, path, DocumentKind.CABLE, "")
    return Extraction(document, text, tuple(passages), found, tuple(mentions), ())
