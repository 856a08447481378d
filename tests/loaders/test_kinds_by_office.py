"""Who is an official: by titles, what stands between a title and a name, and whose title it is."""

import pytest
from one_cable import meaning


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
