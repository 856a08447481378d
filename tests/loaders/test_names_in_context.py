"""What a name means in its document: small documents, each with one difficulty."""

import pytest
from one_cable import HEAD, TAIL, meaning

from graph.relation import RelationKind
from loaders.extract import extract
from loaders.names.gazetteer import Gazetteer


def test_a_surname_means_the_one_who_was_named_in_full(read) -> None:
    extraction = read("Deputy Rafael Quintanilla Vega spoke first. Quintanilla said that Vega agreed.")
    assert meaning(extraction, "Quintanilla") == {("rafael-quintanilla-vega", "official")}


def test_of_two_who_share_a_surname_the_one_who_ends_in_it_is_meant(read) -> None:
    extraction = read("Agent Jaime Zapata was shot. Suspect Julian Zapata Robles was arrested. Zapata had no chance.")
    assert meaning(extraction, "Zapata") == {("jaime-zapata", "official")}


def test_the_army_is_that_of_the_documents_country(read) -> None:
    assert meaning(read("He tipped off the Army in time."), "Army") == {("mexican-army", "agency")}


def test_a_governments_acronym_goes_by_the_documents_country(read) -> None:
    body = "The GOC agreed to talk."
    assert {e for e, _ in meaning(read(body, "BOGOTA"), "GOC")} == {"government-of-colombia"}


def test_the_gulf_is_the_cartel_only_beside_cartels(read) -> None:
    assert meaning(read("The fight between the Gulf and Los Zetas organizations goes on."), "Gulf") == {
        ("gulf-cartel", "cartel")
    }
    assert ("gulf-cartel", "cartel") not in meaning(read("Oil prices in the Gulf rose."), "Gulf")


def test_an_acronym_defined_for_a_common_noun_is_no_name(read) -> None:
    extraction = read("This drug trafficking organization (DTO) is new. The DTO grows.")
    assert meaning(extraction, "DTO") == set()


def test_a_bare_surname_is_not_followed_into_other_documents(read) -> None:
    one = meaning(read("President Quintanilla came."), "Quintanilla")
    other = meaning(read("President Quintanilla left early."), "Quintanilla")
    assert one
    assert one != other


def test_a_redaction_is_never_a_name(read) -> None:
    extraction = read("President XXXXXXXXXXXX met Ambassador XXXXXXXXXXXX in Bogota.")
    assert not [m for m in extraction.mentions if "XXX" in m.surface]


def test_a_spokesman_works_at_the_agency_named_before_his_title(read) -> None:
    extraction = read("ATF spokesman Tom Crowley said so.")
    works = {(r.subject, r.object) for r in extraction.relations if r.kind == RelationKind.WORKS_AT}
    assert any(s == "tom-crowley" for s, _ in works)


def test_two_who_worked_at_an_embassy_both_do(read) -> None:
    extraction = read(
        "Agents Jaime Zapata and Victor Avila were shot. Zapata and Avila, who worked at the U.S. Embassy in Bogota, "
        "were attacked."
    )
    works = {r.subject for r in extraction.relations if r.object == "us-embassy-bogota"}
    assert {"jaime-zapata", "victor-avila"} <= works


def test_the_embassy_before_a_noun_is_no_name(read) -> None:
    extraction = read("Embassy officials met. In response to Embassy queries, the Embassy was told nothing.")
    assert len([m for m in extraction.mentions if m.surface == "Embassy"]) == 1


@pytest.mark.parametrize(
    ("body", "surface"),
    [
        ("The Deputy Chief of Staff (DCOS) came late.", "DCOS"),
        ("They asked for Night Vision Goggles (NVG) again.", "NVG"),
        ("A Vulnerability Assessment (VA) is due.", "VA"),
    ],
)
def test_an_acronym_for_a_role_or_a_thing_names_nobody(read, body: str, surface: str) -> None:
    """However often the document uses it."""
    assert not meaning(read(f"{body} Later the {surface} was mentioned."), surface)


@pytest.mark.parametrize(
    ("body", "surface", "kind"),
    [
        ("The firm bought shares in Zeromax Gmbh last year.", "Zeromax Gmbh", "organization"),
        ("The press took note (Al Shorouk, 10/4/2009).", "Al Shorouk", "organization"),
        ("He joined the National Institute of Standards then.", "National Institute of Standards", "organization"),
        ("A patrol left from Beni Suef at dawn.", "Beni Suef", "place"),
        ("According to Zelaya, nothing was signed.", "Zelaya", "official"),
    ],
)
def test_the_kind_of_a_name_nobody_lists(read, body: str, surface: str, kind: str) -> None:
    """It goes by the name's own words, by the form in which it is cited, by what such words end elsewhere."""
    assert {k for _, k in meaning(read(body), surface)} <= {kind, "person"} - (
        {"person"} if kind != "official" else set()
    )
    assert meaning(read(body), surface)


def test_a_headline_names_nobody_by_its_capitals(read) -> None:
    """`Will Take Time` is no person, though Will is a given name."""
    found = read("Text.\n\nReform Has Support, But Will Take Time\n\n2. (C) More text about the reform.")
    assert not meaning(found, "Will Take Time")


def test_one_called_by_a_given_name_with_a_patronymic_is_not_the_familys_head(read) -> None:
    """Sheikh Khalifa is Khalifa bin Abdallah, not another Al Khalifa."""
    body = "King Hamad bin Isa Al Khalifa met Sheikh Khalifa bin Abdallah Al Khalifa. Sheikh Khalifa agreed."
    assert {e for e, _ in meaning(read(body, "MANAMA"), "Khalifa")} == {"khalifa-bin-abdallah-al-khalifa"}


def test_a_place_that_is_a_surname_too_is_a_place_before_its_noun(read) -> None:
    """`Cordoba department` is no senator, whatever the gazetteer knows."""
    assert {k for _, k in meaning(read("She works in Cordoba department.", "BOGOTA"), "Cordoba")} <= {"place"}


def test_whoever_held_the_office_then_is_meant_by_title_and_surname() -> None:
    """President Kirchner is another in 2008 than in 2005, though the document names both in full."""
    body = "President Kirchner spoke. Former President Nestor Kirchner and Cristina Kirchner were seen."
    raw = (HEAD.format(post="BUENOS AIRES") + body + TAIL).encode()
    found = extract(raw, "08BUENOSAIRES123.txt")
    assert "cristina-fernandez-de-kirchner" in {m.entity for m in found.mentions if m.surface == "Kirchner"}


@pytest.mark.parametrize("plural", ["SOEs", "Kirchners", "Afro-Brazilians"])
def test_what_names_many_names_nobody(read, plural: str) -> None:
    """Companies in general, a family, a mixed people."""
    assert not meaning(read(f"He spoke with the {plural} of the region.", "BRASILIA"), plural)


def test_a_gulf_of_another_name_is_not_the_persian_gulf(read) -> None:
    """A longer name of a place goes before what its first word alone may mean."""
    found = read("Pirates were seen in the Gulf of Guinea and off the Horn of Africa.")
    assert meaning(found, "Gulf of Guinea") == {("gulf-of-guinea", "place")}
    assert not meaning(found, "Gulf")


def test_an_acronym_is_known_in_each_of_its_writings(read) -> None:
    """`Nato` is NATO, and one entity with it."""
    found = read("Both NATO and non-Nato members agreed.")
    assert meaning(found, "NATO") == meaning(found, "Nato") == {("nato", "organization")}


ADMIRALS = [
    ("Admiral Barrera said that the drug traffickers were arrested.", "Barrera", "daniel-barrera-barrera"),
    ("The Norte del Valle Cartel was hurt by General Montoya.", "Montoya", "diego-montoya-sanchez"),
    ("Supreme Court Magistrate Ivan Velazquez accused them.", "Ivan Velazquez", "ivan-velazquez-caballero"),
    ("General Hernan Giraldo of the 17th Brigade spoke.", "Hernan Giraldo", "hernan-giraldo-serna"),
    ("The post met Montoya in his office.", "Montoya", "diego-montoya-sanchez"),
]


@pytest.mark.parametrize(("body", "surface", "trafficker"), ADMIRALS)
def test_nobody_is_a_trafficker_by_a_likeness_of_names(read, body: str, surface: str, trafficker: str) -> None:
    """A bare surname or a short name beside a title of office is not taken for a trafficker's."""
    assert trafficker not in {e for e, _ in meaning(read(body, "BOGOTA"), surface)}


def test_a_surname_is_a_traffickers_beside_his_full_name_or_his_group(read) -> None:
    """The full name elsewhere in the document is enough; so is the parent group with a word of crime."""
    named = read("Diego Montoya Sanchez was captured. Montoya had hidden there.", "BOGOTA")
    assert ("diego-montoya-sanchez", "trafficker") in meaning(named, "Montoya")
    group = read("Los Zetas lost men. Fugitive trafficker Lazcano was captured.")
    assert ("heriberto-lazcano-lazcano", "trafficker") in meaning(group, "Lazcano")


def test_a_bare_surname_is_also_theirs_who_bear_another_after_it(read) -> None:
    """A former candidate Everardo Moreno Cruz is meant by `Moreno`, not the trafficker of that surname."""
    body = "La Familia Michoacana is strong. Candidate Everardo Moreno Cruz spoke. Moreno was not arrested."
    assert "nazario-moreno-gonzalez" not in {e for e, _ in meaning(read(body), "Moreno")}


def test_a_short_acronym_is_a_groups_only_beside_its_name(read) -> None:
    """Degrees, resumes and other bodies share the letters, with dots and without."""
    body = "The cartel's man in Juarez has a B.A. and sent his CV. He met TCP and the AFO there."
    assert {e.kind.value for e in read(body).entities if e.name in {"BA", "B.A.", "CV", "TCP", "AFO"}} <= {
        "organization", "agency",
    }  # fmt: skip
    named = read("The Arellano Felix Organization lost men. The AFO is weak.")
    assert ("arellano-felix-organization", "cartel") in meaning(named, "AFO")


@pytest.mark.parametrize("place", ["Sonora", "Guadalajara"])
def test_a_city_or_state_is_no_cartel_among_rivals(read, place: str) -> None:
    body = f"Cartels fought with {place} officials, and against {place} police. Los Zetas left {place}."
    assert all(kind != "cartel" for _, kind in meaning(read(body), place))


DATED = "VZCZCXYZ0000\nPP RUEHWEB\n\nP 241412Z JUL 09\nFM AMEMBASSY {post}\nTO RUEHC/SECSTATE WASHDC PRIORITY 1234\n\n"


def test_a_place_that_begins_a_treatys_name_is_no_mention_of_the_place(read) -> None:
    extraction = read("The Copenhagen Accord and the Geneva Conventions hold. He left Copenhagen.")
    assert [m.surface for m in extraction.mentions if m.surface in {"Copenhagen", "Geneva"}] == ["Copenhagen"]


def test_euro_atlantic_is_an_adjective(read) -> None:
    assert meaning(read("Euro-Atlantic integration goes on, and trans-Atlantic trade."), "Atlantic") == set()


def test_a_hyphenated_pair_of_leaders_is_two_people(gazetteer: Gazetteer) -> None:
    text = (DATED + HEAD).format(post="MOSCOW") + "The Medvedev-Putin tandem holds." + TAIL
    extraction = extract(text.encode(), "some.txt", gazetteer)
    assert meaning(extraction, "Putin") == {("vladimir-putin", "official")}
    assert meaning(extraction, "Medvedev") == {("dmitry-medvedev", "official")}


def test_a_relative_named_in_passing_does_not_take_the_leaders_surname(gazetteer: Gazetteer) -> None:
    said = "Then Chavez spoke of oil. " * 8
    text = (DATED + HEAD).format(post="CARACAS") + said + "A cousin, Anibal Chavez, was there. " + said + TAIL
    extraction = extract(text.encode(), "some.txt", gazetteer)
    assert meaning(extraction, "Chavez") == {("hugo-chavez", "official")}


def test_a_title_misspelt_or_cut_is_no_part_of_a_name(read) -> None:
    extraction = read("Field Marshall Tantawi came. Dep. Sec Steinberg met him. S/E Gration went.", "CAIRO")
    assert {"Steinberg", "Gration"} <= {m.surface for m in extraction.mentions}
    assert "Marshall Tantawi" not in {m.surface for m in extraction.mentions}


INNOCENT = [
    ("The murder of Josefina Robledo Salas by cartel gunmen shocked all. Two drug traffickers fled.",
     "Josefina Robledo Salas"),
    ("Lawyer Silvia Robledo Salas was accused and detained after a drug cartel trial.", "Silvia Robledo Salas"),
    ("Police arrested cartel gunmen. Richard Robledo Salas, a businessman, was convicted and detained.",
     "Richard Robledo Salas"),
    ("Drug cartels grow. Richard Robledo Salas is suspected and accused of funding rallies.", "Richard Robledo Salas"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "surface"), INNOCENT)
def test_crime_near_a_person_is_no_crime_of_theirs(read, body: str, surface: str) -> None:
    """Victims, lawyers, businessmen, and those suspected of something else than the drug trade."""
    kinds = {kind for _, kind in meaning(read(body), surface)}
    assert kinds
    assert "trafficker" not in kinds


def test_a_person_called_a_trafficker_is_one(read) -> None:
    body = "Drug trafficker Ricardo Robledo Salas was arrested."
    assert {kind for _, kind in meaning(read(body), "Ricardo Robledo Salas")} == {"trafficker"}


@pytest.mark.parametrize("name", ["Todo Inclusivo", "Blanca Paloma", "Afghan DTOs", "Dismantling DTOs", "Anti-Mafia"])
def test_operations_and_descriptions_of_groups_are_no_names(read, name: str) -> None:
    lead = "Drug traffickers were arrested in Operation" if "DTO" not in name and "-" not in name else "We spoke of"
    extraction = read(f"{lead} {name} by the police.")
    assert not any(e.kind.value in {"trafficker", "cartel", "person"} and name in e.name for e in extraction.entities)
