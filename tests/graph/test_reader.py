"""Reading: what a person asks of a store that the writer filled."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.bolt import Address, AsyncBolt, Bolt
from graph.document import DatePrecision, DateSource, Document, DocumentDate, DocumentKind, content_hash, document_id
from graph.entity import Entity, Kind, Post
from graph.errors import InputError, NotFoundError
from graph.extraction import Extraction
from graph.mention import Mention, Method
from graph.name import fold
from graph.passage import Part, Passage, Redaction
from graph.query import query
from graph.reader import Reader
from graph.reading.typed import names_query, passages_query
from graph.relation import DOCUMENT, Relation, RelationKind
from graph.writer import Writer

T = TypeVar("T")
Ask = Callable[[Callable[[Reader], Coroutine[Any, Any, T]]], T]

ENTITIES = {
    "arturo-beltran-leyva": Entity(
        "arturo-beltran-leyva", Kind.TRAFFICKER, "Arturo Beltrán Leyva", ("ABL",), known=True
    ),
    "semar": Entity("semar", Kind.AGENCY, "Mexican Navy", ("SEMAR",), known=True),
    "dea": Entity("dea", Kind.AGENCY, "Drug Enforcement Administration", ("DEA",), known=True),
    "sinaloa-cartel": Entity("sinaloa-cartel", Kind.CARTEL, "Sinaloa Cartel", ("Sinaloa",), known=True),
    "carlos-pascual": Entity("carlos-pascual", Kind.OFFICIAL, "Carlos Pascual", (), (Post("Ambassador"),)),
    "cuernavaca": Entity("cuernavaca", Kind.PLACE, "Cuernavaca", ()),
}
SURFACES = {
    "Arturo Beltrán Leyva": "arturo-beltran-leyva",
    "ABL": "arturo-beltran-leyva",
    "SEMAR": "semar",
    "DEA": "dea",
    "Sinaloa Cartel": "sinaloa-cartel",
    "PASCUAL": "carlos-pascual",
    "Cuernavaca": "cuernavaca",
}
RAID = [
    (Part.ADDRESS, 0, "INFO DEA SEMAR"),
    (Part.SUBJECT, 1, "SEMAR hunts ABL"),
    (Part.BODY, 2, "SEMAR units killed Arturo Beltrán Leyva in Cuernavaca."),
    (Part.BODY, 2, "Nothing else was said."),
    (Part.BODY, 2, "The DEA had told SEMAR, and SEMAR went."),
    (Part.BODY, 3, "The Sinaloa Cartel gained from it, [XXXX] said."),
    (Part.SIGNATURE, 4, "PASCUAL"),
]
LATER = [
    (Part.BODY, 0, "ABL is dead."),
    (Part.BODY, 0, "The DEA noted it."),
    (Part.BODY, 1, "The DEA met SEMAR in Cuernavaca."),
]


def extraction(path: str, subject: str, date: str | None, lines: list[tuple[Part, int, str]]) -> Extraction:
    """One document whose passages are the lines, and whose mentions are all the surfaces in them."""
    text = "\n".join(line for _, _, line in lines)
    digest = content_hash(f"{path}\n{text}".encode())
    when = DocumentDate(date, DatePrecision.DAY, DateSource.SENT) if date else None
    document = Document(
        document_id(digest), digest, path, DocumentKind.CABLE, subject, when, "MEXICO", "SECRET",
        (("cable", "MEXICO 003573"),), ("SNAR",),
    )  # fmt: skip
    passages, mentions, start = [], [], 0
    for ordinal, (part, block, line) in enumerate(lines):
        redactions = tuple(Redaction(m.start(), m.end(), "B1") for m in re.finditer(r"\[X+\]", line))
        paragraph = block if part is Part.BODY else None
        passages.append(Passage(ordinal, start, start + len(line), line, part, block, paragraph, "S", redactions))
        mentions += [
            Mention(
                SURFACES[m[0]], fold(m[0]), m[0], start + m.start(), start + m.end(), ordinal, m.start(), m.end(),
                Method.GAZETTEER, 0.9,
            )
            for m in re.finditer("|".join(map(re.escape, SURFACES)), line)
        ]  # fmt: skip
        start += len(line) + 1
    found = tuple(ENTITIES[id_] for id_ in sorted({m.entity for m in mentions}))
    relations: tuple[Relation, ...] = ()
    if "carlos-pascual" in {m.entity for m in mentions}:
        relations = (
            Relation("carlos-pascual", RelationKind.SIGNED, DOCUMENT),
            Relation("carlos-pascual", RelationKind.WORKS_AT, "dea", "Ambassador"),
        )
    return Extraction(document, text, tuple(passages), found, tuple(mentions), relations)


FIRST = extraction("cables/raid.txt", "SEMAR hunts ABL", "2009-12-17", RAID)
SECOND = extraction("cables/later.txt", "Afterwards", "2010-02-03", LATER)


@pytest.fixture(scope="module")
def store(bolt: Bolt) -> Bolt:
    """A store with two documents."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add([FIRST, SECOND])
    writer.refresh()
    bolt.run("CALL db.awaitIndexes(60)")
    bolt.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    return bolt


@pytest.fixture(scope="module")
def ask(store: Bolt, address: Address) -> Iterator[Ask[Any]]:
    """Something that reads: it runs what a reader is asked for to its end."""
    del store
    with asyncio.Runner() as runner:
        bolt = AsyncBolt(address)
        yield lambda question: runner.run(question(Reader(bolt)))
        runner.run(bolt.close())


def ids(items: Any) -> list[str]:
    return [item.id for item in items.items]


@pytest.mark.parametrize(
    "typed",
    [
        "Arturo Beltrán Leyva",
        "arturo beltran leyva",
        "ABL",
        "beltran",
        "Beltran Leyv",
        "artur",
        "Arturo Beltarn",
        "ARTURO  BELTRÁN",
        "A. Beltran Leyva",
        "A.B. Leyva",
    ],
)
def test_an_entity_is_found_by_alias_accents_or_none_one_typo_and_while_one_types(ask: Ask[Any], typed: str) -> None:
    assert ids(ask(lambda r: r.entities(typed)))[0] == "arturo-beltran-leyva"


@pytest.mark.parametrize(
    "typed", ["[", '"', "/", "(", "~ AND", "***", "?", "\\", "OR", "NOT", "a:b^2", "{!x}", "''", "a" * 200, "\x00"]
)
def test_nothing_typed_is_an_operator_of_the_index(ask: Ask[Any], typed: str) -> None:
    ask(lambda r: r.entities(typed))
    ask(lambda r: r.search(typed))
    ask(lambda r: r.documents(typed))


def test_exact_aliases_come_before_weightier_entities(ask: Ask[Any]) -> None:
    assert ids(ask(lambda r: r.entities("sinaloa")))[0] == "sinaloa-cartel"


def test_without_a_name_entities_come_by_their_mentions_page_by_page(ask: Ask[Any]) -> None:
    everything = ask(lambda r: r.entities(limit=100))
    counts = [e.mentions for e in everything.items]
    assert counts == sorted(counts, reverse=True)
    assert everything.next is None
    first = ask(lambda r: r.entities(limit=2))
    second = ask(lambda r: r.entities(limit=100, cursor=first.next))
    assert ids(first) + ids(second) == ids(everything)


def test_entities_are_chosen_by_kind(ask: Ask[Any]) -> None:
    assert set(ids(ask(lambda r: r.entities(kind="agency")))) == {"dea", "semar"}
    assert ids(ask(lambda r: r.entities("ABL", kind="agency"))) == []
    with pytest.raises(InputError, match="no kind"):
        ask(lambda r: r.entities(kind="ghost"))


@pytest.mark.parametrize("cursor", ["x", "ZnJvbSB4", "ZnJvbSAtNA", "é", "====", "ZnJvbSA5OTk5OTk5OTk5OTk5OTk5"])
def test_a_cursor_that_no_list_gave_is_an_input_error(ask: Ask[Any], cursor: str) -> None:
    with pytest.raises(InputError, match="cursor"):
        ask(lambda r: r.entities(cursor=cursor))


def test_an_entity_shows_its_aliases_dates_and_posts(ask: Ask[Any]) -> None:
    abl = ask(lambda r: r.entity("arturo-beltran-leyva"))
    assert (abl.name, abl.kind, abl.documents, abl.first, abl.last) == (
        "Arturo Beltrán Leyva", "trafficker", 2, "2009-12-17", "2010-02-03",
    )  # fmt: skip
    assert "ABL" in abl.aliases
    (post,) = ask(lambda r: r.entity("carlos-pascual")).posts
    assert (post.title, post.agency, post.documents) == ("Ambassador", "dea", [FIRST.document.id])


def test_unknown_ids_are_not_found(ask: Ask[Any]) -> None:
    for question in (
        lambda r: r.entity("nobody"),
        lambda r: r.neighbours("nobody"),
        lambda r: r.evidence("nobody", "dea"),
        lambda r: r.network(["dea", "nobody"]),
        lambda r: r.document("nothing"),
    ):
        with pytest.raises(NotFoundError):
            ask(question)


def test_neighbours_come_strongest_first_at_each_scope(ask: Ask[Any]) -> None:
    by_passage = ask(lambda r: r.neighbours("semar")).items
    assert {n.entity.id: n.weight.passages for n in by_passage} == {
        "arturo-beltran-leyva": 2,
        "dea": 2,
        "cuernavaca": 2,
    }
    by_paragraph = ask(lambda r: r.neighbours("arturo-beltran-leyva", scope="paragraph")).items
    assert {n.entity.id: n.weight.paragraphs for n in by_paragraph} == {"semar": 2, "dea": 2, "cuernavaca": 1}
    by_document = ask(lambda r: r.neighbours("sinaloa-cartel", scope="document"))
    assert {n.entity.id: n.weight.documents for n in by_document.items} == dict.fromkeys(
        ["arturo-beltran-leyva", "cuernavaca", "dea", "semar"], 1
    )  # not Pascual, who signed it: a signature makes no link at any scope
    assert by_document.note is None
    assert [n.entity.id for n in ask(lambda r: r.neighbours("semar", kind="place")).items] == ["cuernavaca"]
    with pytest.raises(InputError, match="scope"):
        ask(lambda r: r.neighbours("semar", scope="page"))


def test_evidence_of_a_passage_marks_both_names_newest_first(ask: Ask[Any]) -> None:
    found = ask(lambda r: r.evidence("dea", "semar")).items
    assert [(e.document.path, e.text) for e in found] == [
        ("cables/later.txt", "The DEA met SEMAR in Cuernavaca."),
        ("cables/raid.txt", "The DEA had told SEMAR, and SEMAR went."),
    ]
    assert [marked(e.text, e.a) for e in found] == [["DEA"], ["DEA"]]
    assert [marked(e.text, e.b) for e in found] == [["SEMAR"], ["SEMAR", "SEMAR"]]


def test_address_lines_are_no_evidence(ask: Ask[Any]) -> None:
    texts = [
        e.text
        for scope in ("passage", "paragraph", "document")
        for e in ask(lambda r, s=scope: r.evidence("dea", "semar", s)).items
    ]
    assert not any("INFO" in text for text in texts)


def test_evidence_of_a_paragraph_joins_the_sentences_that_name_either(ask: Ask[Any]) -> None:
    later, raid = ask(lambda r: r.evidence("arturo-beltran-leyva", "dea", "paragraph")).items
    assert later.text == "ABL is dead. The DEA noted it."
    assert (marked(later.text, later.a), marked(later.text, later.b)) == (["ABL"], ["DEA"])
    assert (
        raid.text == "SEMAR units killed Arturo Beltrán Leyva in Cuernavaca. … The DEA had told SEMAR, and SEMAR went."
    )
    assert (marked(raid.text, raid.a), marked(raid.text, raid.b)) == (["Arturo Beltrán Leyva"], ["DEA"])


def test_evidence_of_a_document_joins_all_that_name_either(ask: Ask[Any]) -> None:
    (found,) = ask(lambda r: r.evidence("sinaloa-cartel", "cuernavaca", "document")).items
    assert (marked(found.text, found.a), marked(found.text, found.b)) == (["Sinaloa Cartel"], ["Cuernavaca"])


def test_evidence_comes_page_by_page(ask: Ask[Any]) -> None:
    first = ask(lambda r: r.evidence("dea", "semar", limit=1))
    second = ask(lambda r: r.evidence("dea", "semar", limit=1, cursor=first.next))
    assert second.items[0].document.path == "cables/raid.txt"
    assert second.next is None


def test_every_counted_link_has_exactly_its_evidence(ask: Ask[Any]) -> None:
    whole = ask(lambda r: r.network(["semar", "sinaloa-cartel"], depth=3))
    assert whole.edges
    for edge in whole.edges:
        for scope, count in (("passage", edge.weight.passages), ("paragraph", edge.weight.paragraphs)):
            assert len(ask(lambda r, e=edge, s=scope: r.evidence(e.source, e.target, s)).items) == count


def test_a_network_is_cut_at_its_limit_and_says_so(ask: Ask[Any]) -> None:
    whole = ask(lambda r: r.network(["semar"]))
    assert {n.id for n in whole.nodes} == {"semar", "dea", "arturo-beltran-leyva", "cuernavaca"}
    assert not whole.truncated
    assert {(e.source, e.target) for e in whole.edges} >= {("dea", "semar"), ("arturo-beltran-leyva", "cuernavaca")}
    assert all(e.source < e.target for e in whole.edges)
    cut = ask(lambda r: r.network(["semar"], limit=2))
    assert (len(cut.nodes), cut.truncated) == (2, True)
    for depth, limit in ((0, 10), (4, 10), (1, 0), (1, 99_999)):
        with pytest.raises(InputError):
            ask(lambda r, d=depth, n=limit: r.network(["semar"], d, n))


def test_documents_are_listed_newest_first_and_found_by_their_words(ask: Ask[Any]) -> None:
    assert [d.path for d in ask(lambda r: r.documents()).items] == ["cables/later.txt", "cables/raid.txt"]
    assert [d.path for d in ask(lambda r: r.documents("hunts semar")).items] == ["cables/raid.txt"]
    assert ask(lambda r: r.documents(kind="foia")).items == []


def test_a_document_shows_mentions_at_their_places_in_both_texts(ask: Ask[Any]) -> None:
    document = ask(lambda r: r.document(FIRST.document.id))
    assert document.text == FIRST.text
    assert (document.numbers, document.tags) == ({"cable": "MEXICO 003573"}, ["SNAR"])
    spans = [(p.text, m) for p in document.passages for m in p.mentions]
    assert len(spans) == len(FIRST.mentions)
    for text, mention in spans:
        assert text[mention.start : mention.end] == mention.surface
        assert document.text[mention.source_start : mention.source_end] == mention.surface
    (blacked,) = [p for p in document.passages if p.redactions]
    assert marked(blacked.text, blacked.redactions) == ["[XXXX]"]


def test_search_finds_words_and_quoted_phrases(ask: Ask[Any]) -> None:
    assert [h.text for h in ask(lambda r: r.search("killed beltran")).items] == [RAID[2][2]]
    assert [h.text for h in ask(lambda r: r.search('"semar went"')).items] == [RAID[4][2]]
    assert ask(lambda r: r.search('"went semar"')).items == []
    first = ask(lambda r: r.search("semar", limit=2))
    rest = ask(lambda r: r.search("semar", limit=10, cursor=first.next))
    assert len({(h.document.id, h.passage) for h in first.items + rest.items}) == 5


def test_search_gives_every_passage_once_page_by_page(ask: Ask[Any]) -> None:
    """Also where many fit equally well: their order is the index's own on every page."""
    seen, cursor = [], None
    while cursor or not seen:
        page = ask(lambda r, cursor=cursor: r.search("semar", limit=1, cursor=cursor))
        seen += [(h.document.id, h.passage) for h in page.items]
        cursor = page.next
    assert len(seen) == len(set(seen)) == 5


def test_search_finds_numbers_offices_and_possessives(ask_more: Ask[Any]) -> None:
    """The index keeps `5,000`, `mex:jsmith` and `leyva's` as one word each."""

    def found(q: str) -> list[str]:
        return [hit.text for hit in ask_more(lambda r: r.search(q)).items]

    words = ["5,000", "WHA/MEX", "Quintana", "Quintana's", "Quintana’s", "armed quintana"]
    for q in [*words, '"armed quintana"', '"in cash"']:
        assert found(q) == [TEXTS], q
    for q in ("5,001", "WHA/COL", "Quintan", '"quintana armed"'):
        assert found(q) == [], q


TEXTS = "The armed Quintana’s $5,000 in cash, cleared by WHA/MEX:JSMITH."


@pytest.fixture
def ask_more(store: Bolt, ask: Ask[Any]) -> Iterator[Ask[Any]]:
    """The same store with one more document, for as long as it is asked of it."""
    third = extraction("cables/texts.txt", "Texts", None, [(Part.BODY, 0, TEXTS)])
    Writer(store).add([third])
    store.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    yield ask
    Writer(store).delete(third.document.id)


LISTED = 305
"""Namesakes: more than a list of matches holds."""


def test_what_a_list_leaves_out_is_said(bolt: Bolt, ask: Ask[Any]) -> None:
    """Of matches after the best 300, and of passages after the 60 of one text; both names stand in what is left."""
    many = extraction("cables/many.txt", "Many", None, [(Part.BODY, 0, "SEMAR went.")] * 70 + [(Part.BODY, 0, "ABL.")])
    Writer(bolt).add([many])
    bolt.run(
        "UNWIND range(1, $n) AS n CREATE (:Entity {id: 'namesake-' + n, name: 'Pedro Namesake ' + n, kind: 'person', "
        "kinds: ['person'], aliases: [], mentions: 1, documents: 1})",
        n=LISTED,
    )
    bolt.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    try:
        found = ask(lambda r: r.entities("namesake", limit=1000))
        assert (len(found.items), found.note) == (300, "The list ends at the best 300 matches: type more of the name.")
        assert ask(lambda r: r.entities("namesake 7")).note is None
        evidence = ask(lambda r: r.evidence("semar", "arturo-beltran-leyva", scope="paragraph"))
        cut = next(item for item in evidence.items if item.document.id == many.document.id)
        assert (len(cut.a), len(cut.b)) == (59, 1)
        assert "60 passages" in (evidence.note or "")
    finally:
        bolt.run("MATCH (e:Entity) WHERE e.id STARTS WITH 'namesake-' DETACH DELETE e")
        Writer(bolt).delete(many.document.id)


def test_the_store_is_counted(ask: Ask[Any]) -> None:
    stats = ask(lambda r: r.stats())
    assert (stats.documents, stats.passages) == ({"cable": 2}, len(RAID) + len(LATER))
    assert stats.entities == {"agency": 2, "cartel": 1, "official": 1, "place": 1, "trafficker": 1}
    assert stats.mentions == len(FIRST.mentions) + len(SECOND.mentions)
    ask(lambda r: r.ready())


PARAMETERS = {
    "id": "x", "ids": ["x", "y"], "few": "x", "many": "y", "parts": ["body"], "skip": 0, "limit": 20, "kind": None,
    "scope": "paragraph", "documents": 100, "frontier": ["x", "y"], "seen": ["x"], "names": "x", "words": "x",
    "most": 9, "ranked": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["entities_by_name", "entity", "known_entities", "neighbours", "neighbours_by_document", "evidence",
     "wider_evidence", "shared_documents", "hop", "edges", "document", "search", "revision"],
)  # fmt: skip
def test_whoever_asks_for_one_thing_scans_nothing(store: Bolt, address: Address, name: str) -> None:
    """Lists of everything may scan their label; what begins with an id or a word goes through an index."""
    del store

    async def plan() -> list[str]:
        bolt = AsyncBolt(address)
        async with bolt.session() as session:
            summary = await (await session.run("EXPLAIN " + query(f"read_{name}"), PARAMETERS)).consume()
        await bolt.close()
        return list(operators(summary.plan))

    assert not [
        o for o in asyncio.run(plan()) if re.match(r"AllNodesScan|NodeByLabelScan|.*AllRelationshipsScan|.*TypeScan", o)
    ]


def operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)


def marked(text: str, spans: Any) -> list[str]:
    return [text[s.start : s.end] for s in spans]


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_queries_of_the_index_hold_only_words_and_its_own_operators(typed: str) -> None:
    for made in (names_query(typed), passages_query(typed)):
        for word in re.split(r'[ +()"]+', made):
            assert re.fullmatch(r"(?:\w+(?:(?:['.]|(?<=\d),(?=\d))\w+)*(?:\^4|~1|\*|\\:\*)?)?", word)
