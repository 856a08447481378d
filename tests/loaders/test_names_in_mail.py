"""What a name means in a mail, which has no country of its own."""

import pytest

from graph.extraction import Extraction
from loaders.extract import extract
from loaders.names.gazetteer import Gazetteer

HEAD = """UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05772053 Date: 08/31/2015

From: Sullivan, Jacob J <SullivanJJ@state.gov>
Sent: Tuesday, July 12, 2011 08:31 PM
To: H
Subject: News

"""


@pytest.fixture
def read(gazetteer: Gazetteer):
    def reader(body: str) -> Extraction:
        return extract((HEAD + body + "\n").encode(), "C05772053.txt", gazetteer)

    return reader


def entities(extraction: Extraction, surface: str) -> set[str]:
    return {m.entity for m in extraction.mentions if m.surface == surface}


@pytest.mark.parametrize(
    ("body", "surface", "entity"),
    [
        ("In Pakistan, the Supreme Court ruled.", "Supreme Court", "pakistani-supreme-court"),
        ("Talks in Pakistan ended. The Foreign Ministry said so.", "Foreign Ministry", "pakistani-foreign-ministry"),
        ("Protests in Egypt go on. The Army has taken over.", "Army", "egyptian-army"),
        ("He argued it before the Supreme Court twice.", "Supreme Court", "us-supreme-court"),
    ],
)
def test_an_institution_is_that_of_the_country_spoken_of(read, body: str, surface: str, entity: str) -> None:
    assert entities(read(body), surface) == {entity}


def test_a_body_of_no_country_is_known_by_its_short_name(read) -> None:
    extraction = read("The Security Council met. The Peace and Security Council did not.")
    assert entities(extraction, "Security Council") == {"united-nations-security-council"}


def test_the_hill_is_the_congress(read) -> None:
    assert entities(read("We briefed staff on the Hill today."), "Hill") == {"us-congress"}


def test_a_rulers_son_does_not_take_the_rulers_surname(read) -> None:
    extraction = read("Egypt waits. Mubarak spoke, and then Gamal Mubarak did. Mubarak will stay.")
    assert entities(extraction, "Mubarak") == {"hosni-mubarak"}


def test_a_firms_name_is_the_man_named_in_full_beside_it(read) -> None:
    assert entities(read("Mayor Michael Bloomberg came. Bloomberg spoke."), "Bloomberg") == {"michael-bloomberg"}
    assert entities(read("As Bloomberg reported, prices rose."), "Bloomberg") == {"bloomberg"}


def test_a_surname_in_the_name_of_a_plan_is_nobodys(read) -> None:
    assert not entities(read("Capricia Marshall came. It needs a Marshall Plan."), "Marshall") - {"capricia-marshall"}


def test_the_arabic_article_is_no_given_name(read) -> None:
    extraction = read("Muammar al-Qadhafi rules Libya. Hannibal al-Qadhafi left. On Monday al-Qadhafi spoke.")
    assert entities(extraction, "al-Qadhafi") == {"muammar-qadhafi"}


@pytest.mark.parametrize(
    ("body", "surface"),
    [
        ("The writer is the Jo G. Quensterly '66 University Professor of Politics.", "Jo G. Quensterly"),
        ("Offices are at 50 Broadway, London SW1H OBL.", "OBL"),
    ],
)
def test_a_chair_and_a_postcode_name_nobody(read, body: str, surface: str) -> None:
    assert not entities(read(body), surface)


def test_a_role_in_capitals_ends_a_name(read) -> None:
    assert entities(read("Participants: Corley Quenster PAO USAID, and others."), "Corley Quenster")


def test_a_former_president_and_his_deputy_are_a_pair(read) -> None:
    extraction = read("They feared that the Clinton-Gore record would hurt.")
    assert entities(extraction, "Gore")
    assert not entities(extraction, "Clinton-Gore")


def test_a_relative_who_does_not_go_by_the_surname_points_to_who_does(read) -> None:
    extraction = read("Mona El Baradei is his sister. El Baradei gave no comment.")
    assert entities(extraction, "El Baradei") == {"mohamed-elbaradei"}
