"""Extractions made by Hypothesis: small, lawful, and meeting each other in names, entities, pairs and posts."""

from dataclasses import replace

from hypothesis import strategies as st

from graph.document import DatePrecision, DateSource, Document, DocumentDate, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.name import fold
from graph.passage import Part, Passage, Redaction
from graph.relation import DOCUMENT, Relation, RelationKind

SPELLINGS = {
    "abl": ["Arturo Beltrán Leyva", "ARTURO BELTRAN LEYVA", "Arturo Beltran Leyva", "ABL"],
    "semar": ["SEMAR", "Secretariat of the Navy", "SECRETARIAT OF THE NAVY"],
    "zapata": ["Zapata", "ZAPATA"],
    "state": ["Department of State", "State"],
    "juarez": ["Juárez", "Juarez", "Ciudad Juárez"],
    "hostile": ['</script> "x" \\', "سلام\u202e", "''", "name] OR"],
}
PROSE = [" ".join(f"{chr(97 + n % 26) * 3}{seed * 7 + n * n:o}" for n in range(60)) for seed in (1, 9)]
"""What documents say beside the names: enough to tell two texts apart, the same for some of them."""
DATES = [None, "2008", "2009", "2009-12", "2009-12-17", "2010-01-02"]


@st.composite
def extractions(draw: st.DrawFn, content: str, path: str) -> Extraction:
    """Give an extraction of a document with this content and path."""
    names = draw(st.lists(st.sampled_from(sorted(SPELLINGS)), unique=True, max_size=5))
    entities = tuple(
        Entity(
            id=name,
            kind=draw(st.sampled_from(Kind)),
            name=draw(st.sampled_from(SPELLINGS[name])),
            known=draw(st.booleans()),
        )
        for name in names
    )
    passages = []
    mentions = []
    start = 0
    for ordinal in range(draw(st.integers(0, 5))):
        block = draw(st.integers(ordinal // 2, ordinal))
        part = draw(st.sampled_from([Part.BODY, Part.BODY, Part.BODY, Part.SUBJECT, Part.ADDRESS]))
        words: list[str] = []
        for entity in draw(st.lists(st.sampled_from(entities), max_size=4)) if entities else []:
            surface = draw(st.sampled_from(SPELLINGS[entity.id]))
            at = sum(len(word) + 1 for word in words)
            mentions.append(
                Mention(
                    entity=entity.id,
                    source=fold(draw(st.sampled_from([entity.name, surface]))),
                    surface=surface,
                    start=start + at,
                    end=start + at + len(surface),
                    passage=ordinal,
                    shown_start=at,
                    shown_end=at + len(surface),
                    method=draw(st.sampled_from(Method)),
                    confidence=draw(st.sampled_from([0.5, 1.0])),
                )
            )
            words.append(surface)
        text = " ".join([*words, "XXXX."])
        redaction = Redaction(len(text) - 5, len(text) - 1, draw(st.sampled_from(["", "B1"])))
        passages.append(
            Passage(
                ordinal=ordinal,
                start=start,
                end=start + len(text),
                text=text,
                part=part,
                block=block,
                paragraph=draw(st.one_of(st.none(), st.just(block + 1))),
                marking=draw(st.sampled_from(["", "S"])),
                redactions=(redaction,) if draw(st.booleans()) else (),
            )
        )
        start += len(text) + 1
    prose = draw(st.sampled_from(PROSE))
    passages.append(Passage(len(passages), start, start + len(prose), prose, Part.BODY, len(passages)))
    digest = content_hash(content.encode())
    date = draw(st.sampled_from(DATES))
    precisions = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}
    return Extraction(
        document=Document(
            id=document_id(digest),
            hash=digest,
            path=path,
            kind=draw(st.sampled_from(DocumentKind)),
            subject=draw(st.sampled_from(["", "RAID"])),
            date=DocumentDate(date, precisions[len(date)], DateSource.SENT) if date else None,
            numbers=draw(st.sampled_from([(), (("cable", "MEXICO 003573"),)])),
            tags=draw(st.sampled_from([(), ("PREL", "SNAR")])),
        ),
        text=" ".join(passage.text for passage in passages),
        passages=tuple(passages),
        entities=entities,
        mentions=tuple(mentions),
        relations=tuple(draw(st.lists(_relations(names), max_size=3, unique=True))) if names else (),
    )


def _relations(names: list[str]) -> st.SearchStrategy[Relation]:
    kinds = {RelationKind.WORKS_AT, RelationKind.PART_OF}
    name = st.sampled_from(names)
    title = st.sampled_from(["", "Ambassador"])
    return st.one_of(
        st.builds(Relation, name, st.sampled_from(sorted(set(RelationKind) - kinds)), st.just(DOCUMENT), title),
        st.builds(Relation, name, st.just(RelationKind.WORKS_AT), name, title),
        st.builds(Relation, name, st.just(RelationKind.PART_OF), name),
    )


@st.composite
def archives(draw: st.DrawFn, prefix: str = "", least: int = 0, most: int = 4) -> list[Extraction]:
    """Give documents that differ in content and path; those of two prefixes share paths, never content.

    Some are versions of one before them: they say the same, to a letter or nearly, and another extraction of it.
    """
    count = draw(st.integers(least, most))
    made: list[Extraction] = []
    for n in range(count):
        content, path = f"{prefix} {n}", f"archive/{n}.txt"
        if made and draw(st.booleans()):
            made.append(draw(twins(draw(st.sampled_from(made)), content, path)))
        else:
            made.append(draw(extractions(content, path)))
    return made


@st.composite
def twins(draw: st.DrawFn, of: Extraction, content: str, path: str) -> Extraction:
    """Give a version of a document: some of its mentions and relations were missed, its header may name somebody."""
    digest = content_hash(content.encode())
    extra = draw(st.sampled_from(["", "", "TO EMBASSY", "INFO RUEHC"]))
    end = of.passages[-1].end if of.passages else 0
    routing = Passage(len(of.passages), end + 1, end + 1 + len(extra), extra, Part.ADDRESS, len(of.passages))
    return replace(
        of,
        document=replace(of.document, id=document_id(digest), hash=digest, path=path),
        passages=(*of.passages, routing) if extra else of.passages,
        mentions=tuple(m for m in of.mentions if draw(st.booleans())),
        relations=of.relations[draw(st.integers(0, 1)) :],
    )
