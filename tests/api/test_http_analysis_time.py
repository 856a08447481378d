"""The routes that tell of time and of roles, over the two sample documents and as their OpenAPI document says."""

from typing import Any

import httpx
import pytest


def get(service: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = service.get(f"/api/analysis/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def ends(service: httpx.Client) -> tuple[str, str]:
    """The two ends of the strongest link of the sample cable."""
    names = "Arturo Beltran Leyva", "SEMAR"
    one, two = (service.get("/api/entities", params={"q": q}).json()["items"][0]["id"] for q in names)
    return one, two


def test_the_timelines_of_a_link_add_up_to_its_counts(service: httpx.Client, ends: tuple[str, str]) -> None:
    """By month and by year, and those of an entity to its documents."""
    a, b = ends
    neighbours = service.get(f"/api/entities/{a}/neighbours", params={"scope": "paragraph", "limit": 500}).json()
    (weight,) = [n["weight"] for n in neighbours["items"] if n["entity"]["id"] == b]
    for by in ("month", "year"):
        found = get(service, "timeline", a=a, b=b, by=by)
        assert (found["documents"], found["passages"]) == (weight["documents"], weight["passages"])
        assert sum(p["documents"] for p in found["points"]) + found["undated"]["documents"] == found["documents"]
    assert get(service, "timeline", entity=a)["documents"] == service.get(f"/api/entities/{a}").json()["documents"]
    whole = get(service, "timeline")
    stats = service.get("/api/stats").json()
    assert (whole["documents"], whole["passages"]) == (sum(stats["documents"].values()), stats["passages"])


def test_all_of_a_first_load_is_new(service: httpx.Client, ends: tuple[str, str]) -> None:
    """Every entity and every link, as the store counts them, and none is stronger."""
    stats = service.get("/api/stats").json()
    (load,) = get(service, "loads")["items"]
    assert (load["added"], load["documents"]) == (2, 2)
    for parameters in ({}, {"since": load["id"]}, {"since": load["at"]}):
        found = get(service, "changes", **parameters)
        assert found["since"] == load
        assert (found["old_documents"], found["new_documents"]) == (0, 2)
        assert found["entities"]["total"] == sum(stats["entities"].values())
        assert (found["new"]["total"], found["stronger"]["total"]) == (stats["links"], 0)
    neighbours = get(service, "growth", entity=ends[0])["total"]
    assert get(service, "changes", entity=ends[0])["new"]["total"] == neighbours
    later = get(service, "changes", since="2999-01-01")
    assert (later["since"], later["new_documents"], later["new"]["total"]) == (None, 0, 0)


def test_documents_without_a_date_of_their_own_are_of_no_period(service: httpx.Client) -> None:
    """Neither sample has one: the cable's header is cut off, and the other bears only the stamp of its release."""
    found = get(service, "timeline")
    assert found["points"] == []
    assert (found["undated"]["documents"], found["undated"]["stamped"]) == (2, 1)
    compared = get(service, "periods", from1="1900", to1="2012", from2="2013", to2="2013")
    assert [compared[each]["documents"] for each in ("first", "second")] == [0, 0]
    assert [compared[each]["total"] for each in ("new", "vanished", "stronger", "weaker")] == [0, 0, 0, 0]
    assert get(service, "changes", dated="2013")["new_documents"] == 0


def test_who_cleared_is_told_with_the_document(service: httpx.Client) -> None:
    """The FOIA sample has a clearance block: its people, their offices, and the offices two by two."""
    people = get(service, "roles", role="cleared")["items"]
    assert people
    person = people[0]["who"]["id"]
    acts = get(service, f"roles/{person}", role="cleared")["items"]
    assert {act["role"] for act in acts} == {"cleared"}
    assert {act["person"]["id"] for act in acts} == {person}
    assert len({act["document"]["id"] for act in acts}) == people[0]["documents"]
    offices = get(service, "roles", by="office", role="cleared")["items"]
    pairs = get(service, "offices")["items"]
    assert len(pairs) == len(offices) * (len(offices) - 1) // 2
    assert {pair["documents"] for pair in pairs} <= {1}
    posts = get(service, "posts")["items"]
    assert all(post["documents"] == len(post["sources"]) for post in posts)


def test_the_bursts_of_two_documents_are_none(service: httpx.Client, ends: tuple[str, str]) -> None:
    """There is nothing to be told from so few, and that is no error."""
    assert get(service, "bursts")["items"] == []
    assert get(service, f"bursts/{ends[0]}")["bursts"] == []
    assert get(service, f"bursts/{ends[0]}", b=ends[1])["bursts"] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("timeline?entity=nobody", 404),
        ("timeline?a=nobody", 422),
        ("timeline?by=week", 422),
        ("growth", 422),
        ("growth?entity=nobody", 404),
        ("bursts/nobody", 404),
        ("bursts?scale=1", 422),
        ("bursts?gamma=-1", 422),
        ("bursts?kind=ghost", 422),
        ("periods?from1=2009&to1=2008&from2=2010&to2=2010", 422),
        ("periods?from1=2009&to1=2009&from2=2009&to2=2010", 422),
        ("periods?from1=x&to1=2009&from2=2010&to2=2011", 422),
        ("changes?since=x", 422),
        ("changes?dated=2009-99", 422),
        ("changes?dated=2009&since=2026-01-01", 422),
        ("changes?limit=501", 422),
        ("changes?entity=nobody", 404),
        ("loads?cursor=x", 422),
        ("roles?role=eaten", 422),
        ("roles?by=cat", 422),
        ("roles?by=office&under=nobody", 404),
        ("roles/nobody", 404),
        ("offices?office=nobody", 404),
        ("posts?agency=nobody", 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem(service: httpx.Client, path: str, status: int) -> None:
    answer = service.get(f"/api/analysis/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_answers_have_the_properties_that_are_described(service: httpx.Client, ends: tuple[str, str]) -> None:
    """Those of the outermost object, for every route."""
    described = service.get("/openapi.json").json()
    years = "from1=2000&to1=2008&from2=2009&to2=2010"
    for path, asked in {
        "timeline": "timeline",
        "growth": f"growth?entity={ends[0]}",
        "bursts": "bursts",
        "bursts/{id}": f"bursts/{ends[0]}",
        "periods": f"periods?{years}",
        "changes": "changes",
        "loads": "loads",
        "roles": "roles",
        "roles/{id}": f"roles/{ends[0]}",
        "offices": "offices",
        "posts": "posts",
    }.items():
        schema = described["paths"][f"/api/analysis/{path}"]["get"]["responses"]["200"]["content"]["application/json"]
        name = schema["schema"]["$ref"].rsplit("/", 1)[-1]
        answer = service.get(f"/api/analysis/{asked}").json()
        assert set(answer) == set(described["components"]["schemas"][name]["properties"])
