"""Who is an official: by titles, what stands between a title and a name, and whose title it is."""

import pytest

from graph.extraction import Extraction
from loaders.extract import extract
from loaders.names.gazetteer import Gazetteer

HEAD = """<code><pre>C O N F I D E N T I A L {post} 000123

SIPDIS

E.O. 12958: DECL: 07/24/2019
TAGS: PREL
SUBJECT: A TEST

Classified By: Ambassador William B. Wood for reasons 1.4 (b) and (d)

1. (C) """
TAIL = "\n\nGARZA\n</pre></code>"


@pytest.fixture
def read(gazetteer: Gazetteer):
    def reader(body: str, post: str = "MEXICO") -> Extraction:
        return extract((HEAD.format(post=post) + body + TAIL).encode(), "some.txt", gazetteer)

    return reader


def meaning(extraction: Extraction, surface: str) -> set[tuple[str, str]]:
    kinds = {e.id: e.kind.value for e in extraction.entities}
    return {(m.entity, kinds[m.entity]) for m in extraction.mentions if m.surface == surface}


@pytest.mark.parametrize(
    ("body", "surface", "kind"),
    [
        (
            "We met Iceland's Ambassador to the United States Peter Quenster on Friday.",
            "Peter Quenster",
            "official",
        ),
        (
            "We met with Colombian Ambassador to Nicaragua, Antonio Quenster Mora, on Friday.",
            "Antonio Quenster Mora",
            "official",
        ),
        ("Presidential Foreign Policy Advisor Quenster called U/S Dabney.", "Quenster", "official"),
        ("The call from U/S Dabney informed him.", "Dabney", "official"),
        ("Shell's Vice President for Africa, Ann Quenster, said so.", "Ann Quenster", "person"),
    ],
)
def test_an_office_is_told_by_title_and_body(read, body: str, surface: str, kind: str) -> None:
    assert {k for _, k in meaning(read(body), surface)} == {kind}


@pytest.mark.parametrize("job", ["Police Commander", "Political Advisor", "Legal Attache"])
def test_a_job_with_capitals_names_nobody(read, job: str) -> None:
    assert not meaning(read(f"A {job} told us so, and the {job} left."), job)


def test_five_people_are_no_person(read) -> None:
    assert not any(
        "trafficker" in k for _, k in meaning(read("The drug traffickers known as the Zahir Five fled."), "Zahir Five")
    )
