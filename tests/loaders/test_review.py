"""Which pairs of entities are put before people, and why."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.review.candidates import Around, Candidate, candidates
from loaders.review.known import Known
from loaders.review.rule import sure
from loaders.review.surroundings import Surroundings


def known(id_: str, name: str, kind: str = "official", links: int = 1, **more: object) -> Known:
    """An entity with as many mentions as links."""
    return Known(id_, name, kind, mentions=links, documents=1, links=links, **{"aliases": (), **more})  # type: ignore[arg-type]


def found(*entities: Known, around: Around | None = None) -> list[Candidate]:
    """The pairs to look at, among entities with these surroundings."""
    return candidates(entities, lambda ids: {id_: (around or {}).get(id_, Surroundings()) for id_ in ids})


def company(size: int, **more: object) -> Surroundings:
    """Surroundings of so many names."""
    return Surroundings(tuple((f"n{n}", f"Name {n}") for n in range(size)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Genaro García Luna", "Genaro Garcia Luna", "accents"),
        ("Felipe Calderón", "Felipe Calderón Hinojosa", "Hinojosa more"),
        ("Robert Gates", "Bob Gates", "one given name"),
        ("J. Beltrán Leyva", "Arturo Beltrán Leyva", None),
        ("A. Beltrán Leyva", "Arturo Beltrán Leyva", "may stand for"),
        ("Edgar Valdez Villarreal", "Edgar Valdez Vi1larreal", "slip"),
        ("Juan Pérez", "Pedro Pérez", None),
        ("Zapata", "Emiliano Zapata", None),
    ],
)
def test_people_are_alike_by_the_parts_of_their_names(one, other, reason):
    """Accents, initials, nicknames, a second surname, a scanner's slip; not by a surname alone."""
    pairs = found(known("one", one), known("other", other))
    assert [reason in " ".join(pair.reasons) for pair in pairs] == ([True] if reason else [])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Central Bank of Libya", "Libyan Central Bank", True),
        ("Secretariat of the Navy", "Secretariat of Navy", True),
        ("18th Infantry Brigade", "17th Infantry Brigade", False),
        ("North Valley Cartel", "South Valley Cartel", False),
        ("SIU", "Special Investigative Unit", False),
    ],
)
def test_bodies_are_alike_by_all_of_their_words(one, other, alike):
    """A number or a word that differs tells two bodies apart, and initials alone join nothing."""
    assert bool(found(known("one", one, "agency"), known("other", other, "agency"))) == alike


def test_a_bare_surname_needs_what_stands_around_it():
    """The same office, or the same names beside both, put a surname before people; nothing else does."""
    two = known("zapata-1", "Zapata"), known("emiliano-zapata", "Emiliano Zapata", links=3)
    beside = company(4)
    assert not found(*two)
    (pair,) = found(*two, around={"zapata-1": beside, "emiliano-zapata": beside})
    assert pair.reasons == ("Zapata is one name only", "4 names stand beside both: Name 0, Name 1, Name 2, …")
    office = known("pgr", "PGR", "agency")
    two = known("zapata-1", "Zapata", offices=("pgr",)), known("emiliano-zapata", "Emiliano Zapata", offices=("pgr",))
    assert "both hold a post at PGR" in found(*two, office)[0].reasons


def test_two_that_a_gazetteer_knows_are_two():
    """What was told apart by hand is not asked again."""
    assert not found(known("a", "Juan Pérez", listed=True), known("b", "Juan Pérez Gil", listed=True))


def test_places_and_years_weigh_in():
    """Who wrote of both speaks for one; decades between them speak against, and are told."""
    two = known("calderon", "Felipe Calderón"), known("calderon-h", "Felipe Calderón Hinojosa")
    here = Surroundings(origins=("U.S. Embassy Mexico",), first=2006, last=2010)
    (near,) = found(*two, around={"calderon": here, "calderon-h": here})
    assert "U.S. Embassy Mexico wrote of both" in near.reasons
    (plain,) = found(*two)
    assert near.score > plain.score
    then = Surroundings(first=1975, last=1980)
    (far,) = found(*two, around={"calderon": here, "calderon-h": then})
    assert "26 years lie between them" in far.reasons
    assert far.score < plain.score


@pytest.mark.parametrize(
    ("one", "other", "shared", "joined"),
    [
        (("Nuri al-Mismari", "official"), ("Nuri Mismari", "person"), 6, True),
        (("Nuri al-Mismari", "official"), ("Nuri Mismari", "official"), 4, False),
        (("Nuri al-Mismari", "official"), ("Nuri Mismari", "trafficker"), 6, False),
        (("Nuri al-Mismari", "official"), ("N. Mismari", "official"), 6, False),
        (("Bank for Foreign Trade", "agency"), ("Bank of Foreign Trade", "agency"), 6, True),
        (("Rio Blanco", "place"), ("Río Blanco", "place"), 6, False),
    ],
)
def test_a_rule_joins_only_one_name_in_one_company(one, other, shared, joined):
    """All words agree and so does much around them; an accusation and a place are left to people."""
    around = {"a": company(shared), "b": company(shared)}
    (pair,) = found(known("a", *one, links=2), known("b", *other), around=around)
    assert sure(pair) == joined


GATES = [known(f"p{n}", name, links=n) for n, name in enumerate(["Robert M. Gates", "Robert Gates", "R. Gates"])]


@given(st.permutations(GATES))
def test_pairs_stand_in_order_of_the_links_that_hang_on_them(entities: Sequence[Known]):
    """Whatever order the store gives them in."""
    assert [(c.first.id, c.second.id) for c in found(*entities)] == [("p2", "p1"), ("p1", "p0"), ("p2", "p0")]
