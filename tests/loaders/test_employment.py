"""Who works where: titles beside agencies' names, lists of participants, blocks under mails, attention lines."""

import re

import pytest

from graph.entity import Kind
from graph.relation import RelationKind
from loaders.extract import extract
from loaders.goldform import to_gold
from loaders.names.job_titles import is_job

HEADER = (
    "<code><pre>C O N F I D E N T I A L BOGOTA 001234\n\n{attention}E.O. 12958: DECL: 01/01/2019\nTAGS: PREL, CO\n"
    "SUBJECT: A MEETING\n\nClassified By: Ambassador Jane Example. Reason 1.4 (b).\n\n"
)
DEA = "drug-enforcement-administration"


def works(body: str, attention: str = "") -> set[tuple[str, str]]:
    """Return (person, agency) of every works_at relation to an agency that a cable with this body names."""
    found = to_gold(extract(f"{HEADER.format(attention=attention)}¶1. (C) {body}\n</pre></code>".encode(), "x.txt"))
    return {(r["subject"], r["object"]) for r in found["relations"] if r["relation"] == RelationKind.WORKS_AT}


@pytest.mark.parametrize(
    ("body", "person", "agency"),
    [
        ("MFA multilateral affairs officer Maria Jimenez said no.", "maria-jimenez", "foreign-ministry-colombia"),
        ("We met INL Ambassador Anne Example on Monday.", "anne-example", "inl"),
        ("Pedro Ejemplo, First Undersecretary for Gas at the Drug Enforcement Administration, agreed.",
         "pedro-ejemplo", DEA),
        ("Ramon Ejemplo, the DEA's country attache, agreed.", "ramon-ejemplo", DEA),
        ("The head of the DEA, Pedro Ejemplo, agreed.", "pedro-ejemplo", DEA),
        ("We met Pedro Ejemplo, Deputy Head, Field Division, DEA.", "pedro-ejemplo", DEA),
        ("We met Pedro Ejemplo (Director, Field Affairs, DEA) there.", "pedro-ejemplo", DEA),
        ("Pedro Ejemplo was the director of the DEA.", "pedro-ejemplo", DEA),
        ("Pedro Ejemplo, who heads the DEA, agreed.", "pedro-ejemplo", DEA),
        ("Some see Pedro Ejemplo as head of the DEA.", "pedro-ejemplo", DEA),
        ("The DEA's Pedro Ejemplo agreed.", "pedro-ejemplo", DEA),
        ("DEA Regional Chief for Training (SES-equivalent), Colonel Pedro Ejemplo, agreed.",
         "pedro-ejemplo", DEA),
        ("Pedro Ejemplo and Ana Ejemplo, desk officers at the DEA, agreed.", "pedro-ejemplo", DEA),
        ("The Secretary of Drugs (DEA) General Pedro Ejemplo agreed.", "pedro-ejemplo", DEA),
        ("DEA policy officers Ana Ejemplo (Cuba) and Pedro Ejemplo agreed.", "pedro-ejemplo",
         DEA),
        ("The Ministry of Cable Cars is new. Cable Cars Minister Pedro Ejemplo agreed.", "pedro-ejemplo",
         "ministry-of-cable-cars-colombia"),
    ],
)  # fmt: skip
def test_a_title_beside_an_agency_ties_a_person_to_it(body: str, person: str, agency: str) -> None:
    """A title stands between the two names, after the agency, or before it with `of`."""
    assert (person, agency) in works(body)


@pytest.mark.parametrize(
    "body",
    [
        "DEA told Ambassador Pedro Ejemplo no.",
        "DEA and Ambassador Pedro Ejemplo agreed.",
        "According to the DEA, Pedro Ejemplo agreed.",
        "He met Pedro Ejemplo, DEA officials and others.",
        "The GOC's Pedro Ejemplo agreed.",
    ],
)
def test_a_sentence_is_no_title(body: str) -> None:
    """A verb, `and` or a comma alone between an agency and a person ties nobody to it; nobody works at a government."""
    assert works(body) == set()


def test_a_title_before_one_name_is_not_the_next_one_s() -> None:
    """`DEA Chief A and Ambassador B`, `A, DEA Chief B`: B's colleague is no agent."""
    assert works("He met DEA Chief Ana Ejemplo and Ambassador Pedro Ejemplo.") == {("ana-ejemplo", DEA)}
    assert works("He met Ana Ejemplo, DEA Chief Pedro Ejemplo and others.") == {("pedro-ejemplo", DEA)}


def test_a_list_of_participants_is_read_line_by_line() -> None:
    """An office before a dash, or after a title, is that line's person's alone."""
    body = "Participants:\n\nDEA - Agent Robert Example\nFBI - DAS David Muster\nNSC - Toby Example\n"
    assert works(body) >= {
        ("robert-example", DEA),
        ("david-muster", "federal-bureau-of-investigation"),
    }


def test_an_attention_line_names_the_addressee_s_office() -> None:
    """`NSC FOR ROSENBERG` says where Rosenberg works."""
    found = works("The sun shone.", "NSC FOR ROSENBERG\n\n")
    assert {agency for person, agency in found if person.startswith("rosenberg")} == {"national-security-council"}


def test_the_block_under_a_mail_tells_the_sender_s_office() -> None:
    """A name on a line of its own, then lines with an agency's name."""
    mail = (
        b"From: Example, Luis\nSent: Monday, January 3, 2011 1:02 PM\nTo: Muster, Anna\nSubject: A note\n\n"
        b"All is well.\n\n"
        b"Ambassador Luis Example\nOffice of Civil Works\nU.S. Department of State\n1800 G Street\n"
    )
    found = to_gold(extract(mail, "mail.txt"))
    assert ("luis-example", "us-department-of-state") in {
        (r["subject"], r["object"]) for r in found["relations"] if r["relation"] == "works_at"
    }


def test_a_job_title_holds_no_verb() -> None:
    """Whatever capitals say."""
    assert is_job("Counterterrorism section trial attorney", ends=True)
    assert is_job("Director of Political Affairs Ambassador", ends=True)
    assert not is_job("asked Ambassador", ends=True)
    assert not is_job("letter to FM", ends=True)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Police detained blogger Samir Ejemplo, a terrorist suspect accused of sedition.", Kind.PERSON),
        ("The film director Samir Ejemplo arrived.", Kind.PERSON),
        ("Minister of Trade Samir Ejemplo arrived.", Kind.OFFICIAL),
        ("The Minister of Trade, Samir Ejemplo, arrived.", Kind.OFFICIAL),
        ("Samir Ejemplo--a political adviser to the President--arrived.", Kind.OFFICIAL),
        ("Soldiers arrested the cocaine trafficker Samir Ejemplo.", Kind.TRAFFICKER),
    ],
)
def test_nobody_is_called_a_trafficker_without_the_trade(body: str, kind: Kind) -> None:
    """Arrest and suspicion alone make no trafficker; a title of office makes an official, one of art does not."""
    entities = extract(f"{HEADER.format(attention='')}¶1. (C) {body}\n</pre></code>".encode(), "x.txt").entities
    assert {e.kind for e in entities if e.id == "samir-ejemplo"} == {kind}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DEPT FOR NEA/MAG (KALMBACH), IO/UNP (SUN), AND NEA/RA (CLOUD/VACCARO)",
         {("kalmbach", "nea-mag"), ("sun", "io-unp"), ("cloud", "nea-ra"), ("vaccaro", "nea-ra")}),
        ("STATE FOR NEA/IR; PARIS FOR WALLER, LONDON FOR\nGAYLE MUSTER",
         {("waller", "us-embassy-paris"), ("gayle-muster", "us-embassy-london")}),
        ("NSC FOR SENIOR AFRICA DIRECTOR MICHELLE EJEMPLO\nTREASURY FOR MMALLOY DOJ FOR OFFICE OF DETAINEE AFFAIRS",
         {("michelle-ejemplo", "national-security-council"), ("mmalloy", "us-department-of-the-treasury")}),
        ("NSC FOR ABRAMS/SINGH/WATERS, EUR FOR A/S FRIED AND PDAS VOLKER",
         {("abrams", "national-security-council"), ("singh", "national-security-council"),
          ("waters", "national-security-council"), ("fried", "eur"), ("volker", "eur")}),
        ("PASS TO MARC EJEMPLO AT S/CT. COPY TO SENATOR LUGAR. SOUTHCOM FOR POLAD",
         {("marc-ejemplo", "s-ct")}),
    ],
)  # fmt: skip
def test_attention_lines_in_their_many_writings(lines: str, expected: set[tuple[str, str]]) -> None:
    """Brackets, slashes, posts, offices that follow, initials glued to surnames; a function (POLAD) is nobody."""
    found = {
        (re.sub(r"-[0-9a-f]{8}$", "", person), agency) for person, agency in works("The sun shone.", lines + "\n\n")
    }
    assert {pair for pair in found if pair[0] != "jane-example"} == expected


def test_a_cable_s_last_lines_say_who_cleared_it() -> None:
    """`X has cleared this cable`, `this cable was cleared by X and Y`; who has not cleared it did not."""

    def cleared(body: str) -> set[str]:
        found = to_gold(extract(f"{HEADER.format(attention='')}¶1. (C) {body}\n</pre></code>".encode(), "x.txt"))
        return {r["subject"] for r in found["relations"] if r["relation"] == RelationKind.CLEARED}

    assert cleared("Ambassador Ana Ejemplo has cleared this cable.") == {"ana-ejemplo"}
    assert cleared("This message was cleared by Ana Ejemplo and Assistant Secretary Pedro Ejemplo, who left.") == {
        "ana-ejemplo",
        "pedro-ejemplo",
    }
    assert cleared("Ambassador Ana Ejemplo has not cleared this cable.") == set()
