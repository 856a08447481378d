"""The form of a file is told from what is in it, and nothing in a file breaks its reading."""

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.document import DateSource, DocumentKind
from graph.passage import Part
from loaders.forms import read
from loaders.reading import NoDocumentError, Reading

SAMPLES = Path(__file__).parents[2] / "samples"
PIECES = [
    "<code><pre>", "</pre></code>", "S E C R E T MEXICO 003573 ", "E.O. 12958: DECL: 07/24/2019 ", "TAGS: PREL MX ",
    "SUBJECT: X ", "REF: A. B ", "Classified By: DCM John Smith . Reason: 1.4 ( b ) . ", "\u00b61 . ( S ) ",
    "\u00b62. (C) ", "[PER Smith  ] ", "[ORG S  ]", " [LOC MEXICO  ] 00003573 002 OF 003 ", " . \n", "\n\n",
    "-------", "SMITH", "Case No. F-2010-06516 Doc No. C05285746 Date: 03/08/2013\n", "RELEASE IN PART B5\n",
    "From: Smith, John <s@state.gov>\n", "To: H\n", "Sent: Tuesday, March 1, 2011 7:54 PM\n", "Subject: x\n",
    "Drafted: INR/TNC: JSmith 7-1234\n", "Cleared: D(S): LCue ok\n", "REVIEW AUTHORITY: A B\n", "1.4(B) ", "&amp;",
    "\u0000", "\ufeff", "\f", "\r\n", "\t", "text of a sentence. ", "\u00e9", "\u00dcn\u00efcode ", ">", "> ",
]  # fmt: skip


def lawful(reading: Reading) -> None:
    """Check what holds for every reading whatsoever."""
    assert len(reading.offsets) == len(reading.shown)
    assert list(reading.offsets) == sorted(reading.offsets)
    assert reading.shown == "\n".join(passage.text for passage in reading.passages)
    assert [p.ordinal for p in reading.passages] == list(range(len(reading.passages)))
    for first, second in pairwise(reading.passages):
        assert first.start < first.end <= second.start
        assert first.block <= second.block <= first.block + 1
    for passage, start in zip(reading.passages, reading.starts, strict=True):
        assert reading.shown[start : start + len(passage.text)] == passage.text
        assert passage.text.strip() == passage.text != ""
        span = reading.source_span(start, start + len(passage.text))
        assert passage.start == span[0]
        assert all(0 <= r.start < r.end <= len(passage.text) for r in passage.redactions)
    for finding in reading.findings:
        assert 0 <= finding.start < finding.end <= len(reading.shown)
        assert "\n" not in reading.shown[finding.start : finding.end]
    named = {(f.start, f.end) for f in reading.findings}
    for role in reading.roles:
        assert (role.person.start, role.person.end) in named
        assert role.agency is None or (role.agency.start, role.agency.end) in named


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mixture_of_the_pieces_of_documents_is_read_lawfully(pieces: list[str]) -> None:
    with suppress(NoDocumentError):
        lawful(read("".join(pieces).encode(), "x.txt"))


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(NoDocumentError):
        lawful(read(raw, "x.txt"))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n  \n",
        b"\x00\x01\x02\x03" * 50,
        b"Appears in these articles:<br /> \n<a href='x'>y</a>",
        b"<code><pre></pre></code>",
    ],
)
def test_a_file_that_holds_no_document_is_named(raw: bytes) -> None:
    with pytest.raises(NoDocumentError, match=r"x\.txt"):
        read(raw, "x.txt")


def test_the_form_is_told_from_the_text_and_not_from_the_name() -> None:
    cable = b"<code><pre>UNCLAS TIJUANA 000732 E.O. 12958: N/A TAGS: MX SUBJECT: A TEST 1. (U) It is one.</pre></code>"
    assert read(cable, "C05778130.txt").document.kind is DocumentKind.CABLE
    mail = (
        b"From: Smith, John <s@state.gov>\nSent: Tuesday, March 1, 2011 7:54 PM\nTo: H\nSubject: Test\n\nHello there.\n"
    )
    assert read(mail, "09TIJUANA732.txt").document.kind is DocumentKind.EMAIL
    assert read(b"Just a note about nothing.", "x").document.kind is DocumentKind.TEXT


def test_the_bundled_cable_is_read_as_a_person_would() -> None:
    reading = read((SAMPLES / "000_dbb78b88fa48e029.txt").read_bytes(), "000.txt")
    lawful(reading)
    document = reading.document
    assert document.subject == "MEXICAN NAVY OPERATION NETS DRUG KINGPIN ARTURO BELTRAN LEYVA"
    assert (document.marking, document.date, document.tags) == ("S E C R E T", None, ("PREL", "PGOV", "PINR", "MX"))
    assert document.numbers == (("cable", "MEXICO 003573"),)
    texts = [p.text for p in reading.passages]
    broken = next(p for p in reading.passages if p.text.startswith("SSP considers"))
    assert broken.text.endswith("Garcia Luna has already said privately that the operation should have been his.")
    assert (broken.paragraph, broken.marking) == (4, "S")
    assert any('Joaquin "El Chapo" Guzman and his Sinaloa Cartel' in text for text in texts)
    assert [p.text for p in reading.passages if p.part is Part.HEADING] == [
        "The Operation", "The Mexican Interagency", "The Impact on Violence", "The Boost for Calderon", "Comment",
    ]  # fmt: skip
    roles = [(reading.shown[r.person.start : r.person.end], r.relation, r.title) for r in reading.roles]
    assert roles == [("Gustavo Delgado", "classified", "Political Minister Counselor"), ("PASCUAL", "signed", "")]


def test_the_bundled_release_is_read_as_a_person_would() -> None:
    reading = read((SAMPLES / "004_0db69c56b45f5e8b.txt").read_bytes(), "004.txt")
    lawful(reading)
    document = reading.document
    assert (document.kind, document.subject, document.origin) == (DocumentKind.FOIA, "STATE OF CARTE", "INR/TNC")
    assert document.date is not None
    assert (document.date.value, document.date.source) == ("2013-03-08", DateSource.STAMPED)
    assert document.numbers == (("case", "F-2010-06516"), ("doc", "C05285746"))
    shown = reading.shown
    roles = {
        (shown[r.person.start : r.person.end], r.relation, r.agency and shown[r.agency.start : r.agency.end])
        for r in reading.roles
    }
    assert len(roles) == 10
    assert {("Levi Chavous", "drafted", "INR/TNC"), ("John McNamara", "cleared", "WHA/MEX")} <= roles
    assert {("Philip Goldberg", "approved", "INR/FO"), ("Adolph Eisner", "reviewed", None)} <= roles
    assert any(r.code == "1.4(B) 1.4(C) 1.4(D) B1" for p in reading.passages for r in p.redactions)


@pytest.mark.slow
def test_a_great_file_on_one_line_is_read_in_time_that_grows_with_its_length() -> None:
    nested = ("[PER " * 20_000 + "x" + "  ]" * 20_000).encode()
    lawful(read(b"<code><pre>UNCLAS TIJUANA 000732 SUBJECT: X 1. (U) " + nested, "x"))
    for filler in (b" ", b"X", b"(", b"-", b"A ", b"a, ", b"1.4(B) ", b"\n", b"From: x\n", b"Cleared: x\n", b"> "):
        with suppress(NoDocumentError):
            read(b"UNCLAS TIJUANA 000732 TAGS: MX E.O. 12958: N/A SUBJECT: X " + filler * 100_000 + b"end of it.", "x")
            read(b"RELEASE IN FULL\n" + filler * 100_000 + b"end of it.", "x")
