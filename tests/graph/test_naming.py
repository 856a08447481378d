"""What an entity is called follows from counts alone."""

from hypothesis import given
from hypothesis import strategies as st

from graph.name import fold
from graph.naming import Naming, called, spellings

namings = st.lists(
    st.builds(
        Naming,
        name=st.sampled_from(["Felipe Calderón", "FELIPE CALDERON", "Calderon", "CALDERON", "Juárez"]),
        kind=st.sampled_from(["official", "person", "place"]),
        known=st.booleans(),
        mentions=st.integers(0, 9),
        documents=st.integers(1, 3),
    ),
    min_size=1,
    max_size=6,
)
surfaces = st.dictionaries(st.sampled_from(["Calderon", "Calderón", "CALDERON", "the President"]), st.integers(1, 9))


def naming(name: str, mentions: int, kind: str = "person", *, known: bool = False) -> Naming:
    """Give a naming by one document."""
    return Naming(name, kind, known, mentions, 1)


@given(namings, surfaces, st.randoms(use_true_random=False))
def test_the_order_of_documents_leaves_no_trace(some, spelt, random):
    """Shuffled namings and surfaces give the same."""
    shuffled, others = list(some), list(spelt.items())
    random.shuffle(shuffled)
    random.shuffle(others)
    assert called(some, spelt.items()) == called(shuffled, others)


@given(namings, surfaces)
def test_every_kind_is_kept_and_every_spelling_has_one_alias_or_the_name(some, spelt):
    """Kinds are those of the namings; names and aliases are theirs; no two aliases differ in case or accents alone."""
    what = called(some, spelt.items())
    assert sorted(what.kinds) == sorted({n.kind for n in some})
    assert what.name in {n.name for n in some}
    folded = [fold(alias) for alias in what.aliases]
    assert len(set(folded)) == len(folded)
    assert {*folded, fold(what.name)} == {fold(s) for s in spelt} | {fold(what.name)}


def test_a_gazetteer_s_name_and_kind_come_first():
    """However often other documents call it something else."""
    what = called([naming("Arturo Beltrán Leyva", 1, "trafficker", known=True), naming("Beltran", 99)], [])
    assert (what.name, what.kinds) == ("Arturo Beltrán Leyva", ("trafficker", "person"))


def test_mixed_case_comes_before_capitals_of_the_same_name():
    """ALL CAPS is a telegram's way of writing, unless it is an acronym's."""
    assert called([naming("FELIPE CALDERON", 9), naming("Felipe Calderón", 1)], []).name == "Felipe Calderón"
    assert called([naming("SEMAR", 9), naming("Semar", 1)], []).name == "SEMAR"


def test_aliases_stand_in_order_of_use():
    """The commonest first; the name itself is no alias."""
    what = called([naming("Felipe Calderón", 5)], [("Calderon", 3), ("FELIPE CALDERON", 9), ("the President", 4)])
    assert what.aliases == ("the President", "Calderon")


@given(surfaces)
def test_spellings_hold_every_mention_once_and_are_the_aliases(found):
    """In the aliases' own spelling and order, whatever stands for several counts for all of them."""
    written = spellings(found.items())
    assert sum(count for _, count in written) == sum(found.values())
    assert [name for name, _ in written] == list(called([naming("Juárez", 1)], found.items()).aliases)


def test_whom_half_the_documents_call_an_official_is_one() -> None:
    def kinds(*said: tuple[str, int, int]) -> tuple[str, ...]:
        return called([Naming("Jo Poe", kind, False, m, d) for kind, m, d in said], []).kinds

    assert kinds(("person", 30, 2), ("official", 6, 2)) == ("official", "person")
    assert kinds(("person", 30, 3), ("official", 6, 2)) == ("person", "official")
    assert kinds(("person", 30, 1), ("official", 6, 1)) == ("person", "official")
    assert kinds(("organization", 40, 1), ("person", 30, 2), ("official", 6, 2))[0] == "organization"
