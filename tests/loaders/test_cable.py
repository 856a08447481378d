"""What a cable's form says: header, address lines, paragraphs, headings, signature."""

import pytest

from graph.document import DatePrecision, DateSource
from graph.entity import Kind
from graph.mention import Method
from graph.passage import Part
from loaders.extract import extract
from loaders.forms import read
from loaders.parts.signature import signature
from loaders.reading import NoDocumentError, Reading

HEAD = (
    "<code><pre>C O N F I D E N T I A L SECTION 01 OF 02 TIJUANA 000732 \n\nSIPDIS \n\nE.O. 12958: DECL: 7/14/2019 \n"
)
TAGS = "TAGS: <a href='/tag/SNAR_0.html'>SNAR</a> <a href='/tag/MX_0.html'>MX</a>\n"
SUBJECT = "SUBJECT: A LONG SUBJECT THAT GOES ON \nOVER TWO LINES \n \n"
ONE = "<a id='par1' href='#par1'>¶</a>1. (C) One thing happened. Another did. \n \n"


def cable(*parts: str, path: str = "x.txt") -> Reading:
    """Read a cable made of these parts."""
    return read("".join(parts).encode(), path)


def named(reading: Reading) -> list[tuple[str, str]]:
    """What the form names, and of which kind."""
    return [(reading.shown[f.start : f.end], str(f.kind)) for f in reading.findings if f.method is Method.STRUCTURE]


def roles(reading: Reading) -> list[tuple[str, str | None, str | None, str]]:
    """Person, relation, agency and title of each role."""
    shown = reading.shown
    return [
        (shown[r.person.start : r.person.end], r.relation, r.agency and shown[r.agency.start : r.agency.end], r.title)
        for r in reading.roles
    ]


def test_the_subject_goes_on_over_lines_and_ends_at_the_blank_line() -> None:
    document = cable(HEAD, TAGS, SUBJECT, ONE).document
    assert document.subject == "A LONG SUBJECT THAT GOES ON OVER TWO LINES"
    assert document.tags == ("SNAR", "MX")
    assert document.origin == "U.S. Consulate General Tijuana"


@pytest.mark.parametrize(
    "end", ["REF: TIJUANA 1 ", "Classified By: DCM Amy Poe . ", "¶1 . ( C ) It is . ", "Summary ------- "]
)
def test_the_subject_of_a_cable_on_one_line_ends_at_the_next_part(end: str) -> None:
    source = f"<code><pre>UNCLAS TIJUANA 000732 TAGS: MX SUBJECT: ONE THING {end}more text ¶2 . ( C ) Two . "
    assert cable(source).document.subject == "ONE THING"


def test_a_country_tag_is_a_place_and_a_subject_tag_is_nothing() -> None:
    assert ("MX", "place") in named(cable(HEAD, TAGS, SUBJECT, ONE))
    assert all(text != "SNAR" for text, _ in named(cable(HEAD, TAGS, SUBJECT, ONE)))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "Classified By: Political Minister Counselor Gustavo Delgado . Reason: 1.4 ( b ) , ( d ) .",
            [("Gustavo Delgado", None, "Political Minister Counselor")],
        ),
        (
            "CLASSIFIED BY: Amy Radetsky, Econ , Pol/Econ, State. \nREASON: 1.4 (b)",
            [("Amy Radetsky", "Pol/Econ", "Econ"), ("Amy Radetsky", "State", "Econ")],
        ),
        (
            "Classified By: Deputy Chief of Mission, Hugo Llorens, reasons: 1.5 (b)\nand (d)",
            [("Hugo Llorens", None, "Deputy Chief of Mission")],
        ),
        (
            "Classified By: CLASSIFIED BY POLITICAL MINISTER COUNSELOR SHARON WIENER FOR REASONS 1.5 (B) AND (D).",
            [("SHARON WIENER", None, "POLITICAL MINISTER COUNSELOR")],
        ),
        (
            "Classified By: Ambassador R. Stephen Beecroft\nfor reasons 1.4 (b) and (d).",
            [("R. Stephen Beecroft", None, "Ambassador")],
        ),
        ("Classified By: EUR A/S Daniel Fried. Reason\n1.4(b) and (d).", [("Daniel Fried", "EUR", "A/S")]),
        (
            "CLASSIFIED BY: Gene A. Cretz, Ambassador, U.S. Embassy Tripoli, Department of State. REASON: 1.4 (b), (d)",
            [
                ("Gene A. Cretz", "U.S. Embassy Tripoli", "Ambassador"),
                ("Gene A. Cretz", "Department of State", "Ambassador"),
            ],
        ),
        ("Classified By: Amb. Carol van Voorst for reasons 1.4 (b) and (d).", [("Carol van Voorst", None, "Amb")]),
        ("CLASSIFIED BY AMBASSADOR. REASON 1.5(B,D).", []),
    ],
)
def test_who_classified_is_told_from_titles_and_agencies(statement: str, expected: list) -> None:
    reading = cable(HEAD, TAGS, SUBJECT, statement, "\n\n", ONE)
    found = [(person, agency, title) for person, _, agency, title in roles(reading)]
    assert found == expected
    assert [p.text for p in reading.passages if p.part is Part.BODY] == ["One thing happened.", "Another did."]


def test_the_metadata_prefix_and_the_routing_header_give_date_origin_and_addressees() -> None:
    prefix = "<code><pre>216573\n2009-07-14 17:29:00\n09TIJUANA732\nConsulate Tijuana\nCONFIDENTIAL\n\n"
    routing = (
        "R 141729Z JUL 09\nFM AMCONSUL TIJUANA\nTO RUEHC/SECSTATE WASHDC PRIORITY 9011\n"
        "INFO ALL US CONSULATES IN MEXICO COLLECTIVE\nAMEMBASSY MEXICO \n\n\n"
    )
    reading = cable(prefix, routing, HEAD.removeprefix("<code><pre>"), TAGS, SUBJECT, ONE)
    date = reading.document.date
    assert date is not None
    assert (date.value, date.precision, date.source) == ("2009-07-14", DatePrecision.DAY, DateSource.SENT)
    agencies = [text for text, kind in named(reading) if kind == Kind.AGENCY]
    assert agencies == [
        "Consulate Tijuana", "AMCONSUL TIJUANA", "SECSTATE WASHDC", "ALL US CONSULATES IN MEXICO COLLECTIVE",
        "AMEMBASSY MEXICO",
    ]  # fmt: skip
    assert {p.part for p in reading.passages if "AM" in p.text and "FM" in p.text} == {Part.ADDRESS}


def test_a_declassification_date_is_never_the_date_and_a_file_name_gives_its_year() -> None:
    assert cable(HEAD, TAGS, SUBJECT, ONE).document.date is None
    date = cable(HEAD, TAGS, SUBJECT, ONE, path="sub/09TIJUANA732.txt").document.date
    assert date is not None
    assert (date.value, date.precision, date.source) == ("2009", DatePrecision.YEAR, DateSource.FILENAME)


def test_paragraphs_keep_their_numbers_marks_and_headings() -> None:
    body = (
        "¶1. (SBU) First. \n \nThe Second Thing \n---------------- \n \n¶2. (S//NF) Second. -- (U) A bullet. \n \n"
        "3.(C) Third without anchor. 1. not a paragraph. \n \nHAAS</pre></code>"
    )
    reading = cable(HEAD, TAGS, SUBJECT, body)
    after = {Part.HEADING, Part.BODY, Part.SIGNATURE}
    shown = [(p.text, p.part, p.paragraph, p.marking) for p in reading.passages if p.part in after]
    assert shown[:4] == [
        ("First.", Part.BODY, 1, "SBU"),
        ("The Second Thing", Part.HEADING, None, ""),
        ("Second.", Part.BODY, 2, "S//NF"),
        ("A bullet.", Part.BODY, 2, "U"),
    ]
    assert shown[4][2:] == (3, "C")
    assert shown[-1] == ("HAAS", Part.SIGNATURE, None, "")
    assert ("HAAS", "signed", None, "") in roles(reading)


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("was said . \nPASCUAL</pre></code>", "PASCUAL"),
        ("http://www.intelink.gov/nap / FEELEY</pre></code>", "FEELEY"),
        ("further. End comment. CRETZ</pre></code>", "CRETZ"),
        ("again. \n \nVAN VOORST</pre></code>", "VAN VOORST"),
        ("again. \n \nvan Voorst</pre></code>", "van Voorst"),
        ('" he said . \n" SCOBEY</pre></code>', "SCOBEY"),
        ("NO MORE . \nMCDONALD CONFIDENTIAL ></pre></code>", "MCDONALD"),
        ("again. End comment.</pre></code>", None),
        ("again.\n\nXXXXXXXXXXXX</pre></code>", None),
    ],
)
def test_the_signature_is_the_name_at_the_very_end(end: str, name: str | None) -> None:
    signed = [
        person
        for person, relation, _, _ in roles(cable(HEAD, TAGS, SUBJECT, "¶1. (C) It was so ", end))
        if relation == "signed"
    ]
    assert signed == ([name] if name else [])


@pytest.mark.parametrize(
    "line",
    [
        "[LOC TIJUANA  ] 00000732 002 OF 003 ",
        "TIJUANA 00000732 001.2 OF 003 ",
        "CONFIDENTIAL PAGE 02 TIJUANA 00732 01 OF 02 271458Z ",
    ],
)
def test_a_page_break_inside_a_sentence_is_cut_out_of_it(line: str) -> None:
    reading = cable(HEAD, TAGS, SUBJECT, f"¶1. (C) It has already {line}been said. \n\nHAAS")
    assert "It has already been said." in [p.text for p in reading.passages]
    assert all("TIJUANA" not in reading.shown[f.start : f.end] for f in reading.findings)


def test_redactions_are_recorded_and_marks_are_no_names() -> None:
    reading = cable(
        HEAD, TAGS, SUBJECT, "¶1 . \n( [ORG S  ] ) It was [PER XXXXXXXXXXXX  ] who told [PER Poloff  ] so . \n"
    )
    passage = next(p for p in reading.passages if p.part is Part.BODY)
    assert passage.marking == "S"
    assert [passage.text[r.start : r.end] for r in passage.redactions] == ["XXXXXXXXXXXX"]
    assert [reading.shown[f.start : f.end] for f in reading.findings if f.tag] == ["Poloff"]


def test_the_whole_cable_is_read_where_its_beginning_is_given_twice() -> None:
    stub = HEAD + TAGS + SUBJECT + "¶1. (C) One thing ha...\n\n"
    reading = cable(stub, HEAD.removeprefix("<code><pre>"), TAGS, SUBJECT, ONE)
    assert [p.text for p in reading.passages if p.part is Part.BODY] == ["One thing happened.", "Another did."]


def test_a_name_that_ends_in_an_entity_keeps_the_whole_of_it() -> None:
    source = HEAD + TAGS + SUBJECT + "¶1. (C) He met Jos&eacute; then. \n"
    reading = read(source.encode(), "x.txt")
    start = reading.shown.index("José")
    first, last = reading.source_span(start, start + len("José"))
    assert source[first:last] == "Jos&eacute;"


def test_an_empty_page_holds_no_cable() -> None:
    with pytest.raises(NoDocumentError):
        cable("<code><pre>nothing to see</pre></code>")


def test_an_attention_line_that_is_long_is_not_cut_inside_a_word() -> None:
    """What is left of `SECRETARY` is no name."""
    from loaders.parts.attention import attention  # noqa: PLC0415

    for filler in range(60, 90):
        text = f"DEPT FOR {'X' * 4} {'AND ' * (filler // 4)}{'Y' * (filler % 4)} FOR THE SECRETARY"
        people, _ = attention(text, 0, len(text))
        assert all(not text[name.end : name.end + 1].isalnum() for name in people)


def test_a_marking_with_its_caveat_is_no_office() -> None:
    """Beside one that is."""
    from loaders.parts.attention import attention  # noqa: PLC0415

    text = "SECRET/NOFORN FOR WHA/MEX (SMITHSON)"
    offices, _ = attention(text, 0, len(text))
    assert [text[o.start : o.end] for o in offices if "/" in text[o.start : o.end]] == ["WHA/MEX"]


@pytest.mark.parametrize(
    ("line", "offices", "people"),
    [
        ("STATE FOR WHA AND PM, NSC FOR AGUIRRE", ["STATE", "WHA", "PM", "NSC"], ["AGUIRRE"]),
        ("TREASURY FOR OFAC; NSC FOR SHAPIRO/KUMAR", ["TREASURY", "OFAC", "NSC"], ["SHAPIRO", "KUMAR"]),
        ("TRIPOLI FOR GODFREY", ["TRIPOLI"], ["GODFREY"]),
        ("DEPT FOR EAP/CM-BRAUNOHLER", ["DEPT", "EAP/CM"], ["BRAUNOHLER"]),
        ("STATE PASS TO USTR JGRIER AND AMALITO", ["STATE", "USTR"], ["JGRIER", "AMALITO"]),
        ("POSTS FOR FRAUD PREVENTION MANAGERS", [], []),
    ],
)
def test_attention_lines_tell_offices_from_people(line: str, offices: list[str], people: list[str]) -> None:
    """In every way in which they are glued, listed and addressed."""
    from loaders.parts.attention import attention  # noqa: PLC0415

    names, _ = attention(line, 0, len(line))
    found = {k: [line[n.start : n.end] for n in sorted(names, key=lambda n: n.start) if n.kind == k] for k in Kind}
    assert (found[Kind.AGENCY], found[Kind.OFFICIAL]) == (offices, people)


def test_a_cable_without_paragraph_numbers_has_a_body() -> None:
    """Running text begins after the references, or after a subject in capitals; the name at its end signs."""
    page = (
        "<pre><code>UNCLAS YEREVAN 000688 SIPDIS E.O. 12958: N/A TAGS: KGIT PARM SUBJECT: DEMARCHE DELIVERED "
        "REF: A) YEREVAN 68936 B) YEREVAN 72723 Post delivered reftel information to the ministry on Monday. "
        "\nGODFREY</code></pre>"
    )
    reading = read(page.encode(), "07YEREVAN688.txt")
    assert [p.text for p in reading.passages if p.part is Part.BODY] == [
        "Post delivered reftel information to the ministry on Monday."
    ]
    assert [p.text for p in reading.passages if p.part is Part.SIGNATURE] == ["GODFREY"]


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        ("It ends. Visit London's Website: XXXXXXXXXXXXTUTTLE", "TUTTLE"),
        ("Please visit http://www.state.sgov.gov/p/eur/paris/index.c fm Hofmann", "Hofmann"),
        ("It ends.\nMULFORD\n</td></tr> </table>", "MULFORD"),
        ("It ends.\nCLINTON NNNN End Cable Text", "CLINTON"),
    ],
)
def test_the_name_that_signs_is_found_behind_what_copies_add(tail: str, name: str) -> None:
    """After a crossed-out or printed address, before the copy's own last words."""
    found = signature(tail, 0)
    assert found is not None
    assert tail[slice(*found)] == name


def test_a_tag_of_nothing_but_small_words_at_the_end_of_the_file_is_no_error():
    """When they are taken off, no word is left behind it either."""
    text = "Yes , [PER But...  ] ------------- <a id='par2' href='#par2'>¶</a>2 . "
    assert extract(text.encode(), "x.txt").passages
