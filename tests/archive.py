"""An archive made by a seeded die: documents with dates of every sort, clearances, posts and offices, to count over."""

import random
from collections import Counter, defaultdict
from typing import Any

from graph.comention import pairs_of, places
from graph.document import DatePrecision, DateSource, Document, DocumentDate, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.name import fold
from graph.passage import Part, Passage
from graph.relation import DOCUMENT, Relation, RelationKind

NAMES = {
    "abl": ("Arturo Beltrán Leyva", Kind.TRAFFICKER),
    "semar": ("SEMAR", Kind.AGENCY),
    "dea": ("DEA", Kind.AGENCY),
    "sinaloa": ("Sinaloa Cartel", Kind.CARTEL),
    "juarez": ("Ciudad Juárez", Kind.PLACE),
    "pascual": ("Carlos Pascual", Kind.OFFICIAL),
    "feeley": ("John Feeley", Kind.OFFICIAL),
    "wha-mex": ("WHA/MEX", Kind.AGENCY),
    "wha": ("WHA", Kind.AGENCY),
    "inr": ("INR", Kind.AGENCY),
    "state": ("Department of State", Kind.AGENCY),
}
PARENTS = {"wha-mex": "wha", "wha": "state", "inr": "state"}
OFFICES = ["wha-mex", "wha", "inr", "dea"]
DATES = [
    None,
    ("2009", DateSource.NUMBER),
    ("2009", DateSource.FILENAME),
    ("2010", DateSource.FILENAME),
    ("2009-03", DateSource.SENT),
    ("2009-12-17", DateSource.SENT),
    ("2009-12-31", DateSource.SENT),
    ("2010-01-02", DateSource.SENT),
    ("2010-02-03", DateSource.SENT),
    ("2015-06-01", DateSource.STAMPED),
]
_PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


def archive(count: int, seed: int = 7) -> list[Extraction]:
    """Return so many documents, the same every time."""
    die = random.Random(seed)  # noqa: S311 - no secret
    return [_document(die, n) for n in range(count)]


def _document(die: random.Random, n: int) -> Extraction:
    date = DATES[n % len(DATES)]
    passages, mentions = [], []
    start = block = 0
    for ordinal in range(die.randint(1, 6)):
        block += die.random() < 0.5
        words: list[str] = []
        for id_ in die.sample(sorted(NAMES), die.randint(0, 4)):
            name = NAMES[id_][0]
            at = sum(len(word) + 1 for word in words)
            mentions.append(
                Mention(id_, fold(name), name, start + at, start + at + len(name), ordinal, at, at + len(name),
                        Method.RULE)
            )  # fmt: skip
            words.append(name)
        text = " ".join([*words, f"{n}."])
        part = die.choice([Part.BODY, Part.BODY, Part.BODY, Part.SUBJECT, Part.ADDRESS])
        passages.append(Passage(ordinal, start, start + len(text), text, part, block))
        start += len(text) + 1
    relations = _relations(die)
    named = {m.entity for m in mentions} | {r.subject for r in relations} | {r.object for r in relations} - {DOCUMENT}
    digest = content_hash(f"{n} {start}".encode())
    return Extraction(
        Document(
            document_id(digest),
            digest,
            f"archive/{n}.txt",
            DocumentKind.CABLE,
            date=DocumentDate(date[0], _PRECISIONS[len(date[0])], date[1]) if date else None,
        ),
        " ".join(p.text for p in passages),
        tuple(passages),
        tuple(Entity(id_, NAMES[id_][1], NAMES[id_][0], known=True) for id_ in sorted(named)),
        tuple(mentions),
        relations,
    )


def _relations(die: random.Random) -> tuple[Relation, ...]:
    found = []
    kinds = [RelationKind.DRAFTED, RelationKind.CLEARED, RelationKind.CLEARED, RelationKind.APPROVED]
    for person in die.sample(["pascual", "feeley"], die.randint(0, 2)):
        found.append(Relation(person, die.choice(kinds), DOCUMENT, die.choice(["", "Ambassador"])))
        for office in die.sample(OFFICES, die.randint(0, 2)):
            found.append(Relation(person, RelationKind.WORKS_AT, office, die.choice(["", "Ambassador"])))
            child = office
            while child in PARENTS:
                found.append(Relation(child, RelationKind.PART_OF, PARENTS[child]))
                child = PARENTS[child]
    return tuple(dict.fromkeys(found))


def counted(documents: list[Extraction]) -> dict[tuple[str, str], Counter[str]]:
    """What the links of some documents count, by the one definition of a link."""
    sums: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for x in documents:
        for both, n in pairs_of(places(x)).items():
            sums[both].update(passages=n.passages, paragraphs=n.paragraphs, documents=1)
    return sums


def as_counts(counts: Any) -> Counter[str]:
    return Counter(passages=counts.passages, paragraphs=counts.paragraphs, documents=counts.documents)
