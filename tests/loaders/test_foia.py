"""What a released paper's form says: stamps, mails, memos, clearance blocks, redactions."""

import pytest

from graph.document import DateSource, DocumentKind
from graph.passage import Part
from loaders.extract import extract
from loaders.forms import read
from loaders.reading import Reading

STAMP = "UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05778130 Date: 09/30/2015\n\n"
RELEASE = "                                                                 RELEASE IN PART\n" + " " * 65 + "B6\n\n\n"


def paper(*parts: str) -> Reading:
    """Read a paper made of these parts."""
    return read("".join(parts).encode(), "x.txt")


def names(reading: Reading) -> list[tuple[str, str]]:
    """What the form names, and of which kind."""
    return [(reading.shown[f.start : f.end], str(f.kind)) for f in reading.findings]


def roles(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    """Person, relation and agency of each role."""
    shown = reading.shown
    return [
        (shown[r.person.start : r.person.end], r.relation, r.agency and shown[r.agency.start : r.agency.end])
        for r in reading.roles
    ]


def test_a_mail_thread_gives_its_people_and_the_top_mail_its_date_and_subject() -> None:
    reading = paper(
        STAMP, RELEASE,
        "From:                   Sullivan, Jacob.) <SullivanJJ@state.gov>            B6\n",
        "Sent:                   Tuesday, March 1,2011 7:54 PM\nTo:\nSubject:                RE: One thing\n\n\n",
        "A little bit.\n\n\nFrom: H [mallto:HDR22@clintonemall.com]\nSent: Tuesday, March 01, 2011 7:13 PM\n",
        "To: Sullivan, Jacob 3; Huma Abedin <h@x.com>; NEWS-NEA\nCc: Kurtz-Phelan, Daniel\n",
        "Subject: Re: One thing\n\nHas that?\n\n", STAMP,
    )  # fmt: skip
    document = reading.document
    assert (document.kind, document.subject, document.origin) == (
        DocumentKind.EMAIL,
        "RE: One thing",
        "U.S. Department of State",
    )
    assert document.date is not None
    assert (document.date.value, document.date.source) == ("2011-03-01", DateSource.SENT)
    assert dict(document.numbers) == {"case": "F-2014-20439", "doc": "C05778130"}
    assert names(reading) == [
        ("Sullivan, Jacob", "official"), ("H", "official"), ("Sullivan, Jacob", "official"), ("Huma Abedin", "person"),
        ("NEWS-NEA", "agency"), ("Kurtz-Phelan, Daniel", "official"),
    ]  # fmt: skip
    assert [p.text for p in reading.passages if p.part is Part.BODY] == ["A little bit.", "Has that?"]


def test_a_header_goes_on_over_gaps_page_edges_and_unmarked_lines() -> None:
    """A label after blank lines or stamps, and lines of addresses without semicolons, belong to the header."""
    reading = paper(
        STAMP, "From: Muster, Anna\n\n\nTo: Poe, Bob; Ray, Carl <r@x.gov>;        B6\nDoe,\nDora\n", STAMP, "\n\n",
        STAMP, "\n\nCc: Fox, Eve J, Gray, Finn\nHill, Gus AMB SOUTHCOM/J5; 'Ian_K._Long; Kim, Lea          May, Ned\n",
        "Sent: Mon Jan 03 13:02:00 2011\nSubject: A note\n\nAll is well.\n",
    )  # fmt: skip
    assert [name for name, _ in names(reading)] == [
        "Muster, Anna", "Poe, Bob", "Ray, Carl", "Doe, Dora", "Fox, Eve J", "Gray, Finn", "Hill, Gus",
        "Kim, Lea", "May, Ned",
    ]  # fmt: skip
    assert reading.document.subject == "A note"
    assert [p.text for p in reading.passages if p.part is Part.BODY] == ["All is well."]


def test_a_memo_gives_its_sender_and_the_office() -> None:
    reading = paper(
        STAMP, "NOTE FOR THE SECRETARY\n\nFROM:    S/P — Jake Sullivan\n\nSUBJECT: A Board\n\nThat you approve it.\n"
    )
    assert roles(reading) == [("Jake Sullivan", None, "S/P")]
    assert (reading.document.kind, reading.document.subject, reading.document.origin) == (
        DocumentKind.FOIA,
        "A Board",
        "S/P",
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Drafted: PRM/MCE: GWills 3-1071", [("GWills", "drafted", "PRM/MCE")]),
        (
            "Drafted by: NEA/IR: M Schwedt\nNEA/PPD: A Sayles, x74184",
            [("M Schwedt", "drafted", "NEA/IR"), ("A Sayles", "drafted", "NEA/PPD")],
        ),
        ("Approved by:D(S): J Steinberg", [("J Steinberg", "approved", "D(S)")]),
        (
            "Drafted: NEA/PPD: E Vasquez 7-0426         NEA/IR: E Thibault",
            [("E Vasquez", "drafted", "NEA/PPD"), ("E Thibault", "drafted", "NEA/IR")],
        ),
        (
            "Drafted: THNguyen                          Approved: TBFullerton",
            [("THNguyen", "drafted", None), ("TBFullerton", "approved", None)],
        ),
        (
            "Cleared: SIP: MPatel ok\n         UNHCR: TIrwin info\n         PA:",
            [("MPatel", "cleared", "SIP"), ("TIrwin", None, "UNHCR")],
        ),
        ("Drafted: SIP— KWheeler, ext. 7-4697 and 202-297-4772 (cell)", [("KWheeler", "drafted", "SIP")]),
        ("Cleared: D(S) — LCue - ok (provisional)", [("LCue", "cleared", "D(S)")]),
        (
            "Cleared:\n\nINR/TNC Jessica Marsh\n\nNEA/IRDFoley ok",
            [("Jessica Marsh", "cleared", "INR/TNC"), ("DFoley", "cleared", "NEA/IR")],
        ),
        ("Drafted: Stephanie Hallett, NEA/IR, x72498, 202-255-1009", [("Stephanie Hallett", "drafted", "NEA/IR")]),
        (
            "Cleared: A: J. DeGarmo and V. Chaverini (ok)",
            [("J. DeGarmo", "cleared", "A"), ("V. Chaverini", "cleared", "A")],
        ),
        ("Drafted By:\n\n   KINSHASA:Sardar, Satrajit", [("Sardar, Satrajit", "drafted", "KINSHASA")]),
        (
            "Cleared: Pakistani Desk: RNepal (ok)\nP: C de Juana ok",
            [("RNepal", "cleared", "Pakistani Desk"), ("C de Juana", "cleared", "P")],
        ),
        ("Cleared: DOE: U/S Poneman (ok)", [("Poneman", "cleared", "DOE")]),
        (
            "Drafted: DS/PA, J Finkle (X52504)\n\n DS/IP: C. Lamb (ok)",
            [("J Finkle", "drafted", "DS/PA"), ("C. Lamb", "cleared", "DS/IP")],
        ),
        ("DRAFTED: January 21, 2010", []),
        ("Drafted in haste: the statement was not what the Secretary had asked for.", []),
    ],
)
def test_a_clearance_block_is_read_in_its_many_spellings(lines: str, expected: list) -> None:
    assert roles(paper(STAMP, "Some text stands here.\n\n", lines, "\n\n", STAMP)) == expected


def test_people_of_a_clearance_block_make_no_co_mentions() -> None:
    reading = paper(
        STAMP, "Text.\n\nDrafted: PRM/MCE: GWills\nCleared: PRM/FO: MPollack ok\nDist: State (all bureaus), NSS, CIA\n"
    )
    assert {p.part for p in reading.passages if "Wills" in p.text or "Pollack" in p.text} == {Part.CLEARANCE}
    assert next(p.part for p in reading.passages if "CIA" in p.text) is Part.ADDRESS


def test_a_paragraph_goes_on_over_the_edge_of_a_page() -> None:
    reading = paper(
        STAMP, "The sentence that begins here\n\n\n", STAMP, "\f", STAMP, "goes on over there. Then it ends.\n"
    )
    assert "The sentence that begins here goes on over there." in [p.text for p in reading.passages]


def test_exemption_codes_are_redactions_with_their_code() -> None:
    reading = paper(STAMP, "We told them 1.4(B) 1.4(D) B1 that it was so, and gave 25X1 to Mr. Poe.\n")
    passage = next(p for p in reading.passages if p.part is Part.BODY)
    assert [r.code for r in passage.redactions] == ["1.4(B) 1.4(D) B1", "25X1"]


def test_a_paper_without_a_date_has_the_date_of_its_stamp() -> None:
    date = paper(STAMP, RELEASE, "Some text without any date.\n").document.date
    assert date is not None
    assert (date.value, date.source) == ("2015-09-30", DateSource.STAMPED)


def test_page_numbers_and_dirt_are_not_shown() -> None:
    reading = paper(STAMP, "Some text.\n\n   # ##\n\n       84\n\n . , '\n\nMore text.\n")
    assert [p.text for p in reading.passages if p.part is not Part.STAMP] == ["Some text.", "More text."]


def test_a_mail_calls_its_correspondents_by_their_given_names() -> None:
    """In a greeting, over a signature, in running text; after `Best,` too, and only one who alone bears the name."""
    mail = (
        "From: Poe, Mark K\nSent: Monday, January 3, 2011 1:02 PM\nTo: Roe, David; Lee, Ann; Fox, Ann\n"
        "Subject: A note\n\nDavid -\n\nMark my words: Ann knows what David wants.\n\nBest, Mark\n"
    )
    named = {(m.surface, m.entity) for m in extract(mail.encode(), "mail.txt").mentions}
    assert {("David", "david-roe"), ("Mark", "mark-poe")} <= named
    assert not {(surface, entity) for surface, entity in named if surface in {"Ann", "Best, Mark"} and "-f" in entity}
    assert sum(surface == "Mark" for surface, _ in named) == 1
