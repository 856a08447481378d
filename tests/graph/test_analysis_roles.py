"""Roles, offices and posts: every number against plain counting over the documents that were loaded."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Coroutine, Iterator
from itertools import combinations
from typing import Any

import pytest
from archive import PARENTS, archive

from graph.analysis.actor import Actor
from graph.analysis.hierarchy import Hierarchy
from graph.analysis.offices import offices
from graph.analysis.posts import posts
from graph.analysis.roles import role_acts, roles
from graph.bolt import Address, AsyncBolt, Bolt
from graph.errors import InputError, NotFoundError
from graph.extraction import Extraction
from graph.relation import DOCUMENT, RelationKind
from graph.writer import Writer

Ask = Callable[[Callable[[AsyncBolt], Coroutine[Any, Any, Any]]], Any]
DOCUMENTS = archive(40)


@pytest.fixture(scope="module")
def ask(bolt: Bolt, address: Address) -> Iterator[Ask]:
    """Something that asks a store of forty documents."""
    writer = Writer(bolt)
    writer.prepare()
    writer.add(DOCUMENTS)
    writer.refresh()
    with asyncio.Runner() as runner:
        connection = AsyncBolt(address)
        yield lambda question: runner.run(question(connection))
        runner.run(connection.close())


def line(office: str) -> list[str]:
    """An office with all above it."""
    return [office, *line(PARENTS[office])] if office in PARENTS else [office]


def acts_in(x: Extraction) -> list[tuple[str, str, list[str]]]:
    """Who did what in a document, and for which of the lowest offices."""
    posts_: dict[str, set[str]] = defaultdict(set)
    for r in x.relations:
        if r.kind is RelationKind.WORKS_AT:
            posts_[r.subject].add(r.object)
    return [
        (
            r.subject,
            r.kind.value,
            [o for o in posts_[r.subject] if not any(o in line(p)[1:] for p in posts_[r.subject])],
        )
        for r in x.relations
        if r.object == DOCUMENT
    ]


def rolled(office: str, under: str | None) -> str:
    above = line(office)
    return above[above.index(under) - 1] if under in above[1:] else office


def test_acts_are_counted_by_person(ask: Ask) -> None:
    """In documents, by role; and in how many documents there was any."""
    expected: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for x in DOCUMENTS:
        for person, role, _ in acts_in(x):
            expected[person][role].add(x.document.id)
    found = ask(roles).items
    assert {r.who.id: (r.roles, r.documents) for r in found} == {
        person: ({role: len(ids) for role, ids in parts.items()}, len(set().union(*parts.values())))
        for person, parts in expected.items()
    }
    only = ask(lambda b: roles(b, only=["cleared"])).items
    assert {r.who.id: r.documents for r in only} == {p: len(parts["cleared"]) for p, parts in expected.items()}


@pytest.mark.parametrize("under", [None, "state"])
def test_acts_are_counted_by_office_and_rolled_up(ask: Ask, under: str | None) -> None:
    """An act is its person's office's by the same document, the lowest one's where there are several in line."""
    expected: dict[str, set[str]] = defaultdict(set)
    for x in DOCUMENTS:
        for _, _, at in acts_in(x):
            for office in at:
                expected[rolled(office, under)].add(x.document.id)
    found = ask(lambda b: roles(b, by=Actor.OFFICE, under=under)).items
    assert {r.who.id: r.documents for r in found} == {office: len(ids) for office, ids in expected.items()}
    assert "wha-mex" not in {r.who.id for r in found} or under is None


@pytest.mark.parametrize("under", [None, "state"])
def test_offices_that_clear_together_are_counted_in_documents(ask: Ask, under: str | None) -> None:
    """With the documents, and how many each cleared in all; an office makes no pair with itself."""
    margins: Counter[str] = Counter()
    expected: dict[tuple[str, str], set[str]] = defaultdict(set)
    for x in DOCUMENTS:
        acting = {rolled(o, under) for _, role, at in acts_in(x) if role == "cleared" for o in at}
        margins.update(acting)
        for both in combinations(sorted(acting), 2):
            expected[both].add(x.document.id)
    found = ask(lambda b: offices(b, under=under)).items
    assert expected
    assert {(p.a.id, p.b.id): (p.documents, p.a_documents, p.b_documents) for p in found} == {
        (a, b): (len(ids), margins[a], margins[b]) for (a, b), ids in expected.items()
    }
    assert all(set(p.sources) <= expected[p.a.id, p.b.id] for p in found)
    of_inr = ask(lambda b: offices(b, office="inr", under=under)).items
    assert {(p.a.id, p.b.id) for p in of_inr} == {both for both in expected if "inr" in both}


@pytest.mark.parametrize("who", ["pascual", "wha", "state", "dea"])
def test_the_acts_of_one_are_listed_with_their_documents(ask: Ask, who: str) -> None:
    """Of a person; of an office with all that are part of it; newest first, page by page."""
    given = {
        (r.subject, x.document.id): {o.object for o in x.relations if o.kind is RelationKind.WORKS_AT
                                     and o.subject == r.subject}
        for x in DOCUMENTS for r in x.relations if r.object == DOCUMENT
    }  # fmt: skip
    expected = {
        (r.subject, r.kind.value, r.title, x.document.id)
        for x in DOCUMENTS
        for r in x.relations
        if r.object == DOCUMENT and (r.subject == who or any(who in line(o) for o in given[r.subject, x.document.id]))
    }
    first = ask(lambda b: role_acts(b, who, limit=3))
    rest = ask(lambda b: role_acts(b, who, limit=500, cursor=first.next)) if first.next else first
    found = [*first.items, *(rest.items if first.next else [])]
    assert {(a.person.id, a.role, a.title, a.document.id) for a in found} == expected
    assert len(found) == len(expected)
    dates = [a.document.date or "" for a in found]
    assert dates == sorted(dates, reverse=True)
    assert all({o.id for o in a.offices} == given[a.person.id, a.document.id] for a in found)


@pytest.mark.parametrize("agency", [None, "wha", "state"])
@pytest.mark.parametrize("below", [True, False])
def test_posts_are_those_that_documents_give(ask: Ask, agency: str | None, below: bool) -> None:
    """With the span of their documents' own dates and the newest of them."""
    expected: dict[tuple[str, str, str], list[Extraction]] = defaultdict(list)
    for x in DOCUMENTS:
        for r in x.relations:
            within = agency in (line(r.object) if below else [r.object])
            if r.kind is RelationKind.WORKS_AT and (agency is None or within):
                expected[r.subject, r.title, r.object].append(x)
    found = ask(lambda b: posts(b, agency=agency, below=below, limit=500)).items
    assert {(p.official.id, p.title, p.agency.id): p.documents for p in found} == {
        key: len(documents) for key, documents in expected.items()
    }
    for post in found:
        documents = expected[post.official.id, post.title, post.agency.id]
        dates = [x.document.written for x in documents if x.document.written]
        assert (post.first, post.last) == (min(dates, default=None), max(dates, default=None))
        assert {s.id for s in post.sources} <= {x.document.id for x in documents}
        assert len(post.sources) == min(5, len(documents))


def test_what_is_not_there_is_told(ask: Ask) -> None:
    for question in (
        lambda b: roles(b, under="nobody"),
        lambda b: role_acts(b, "nobody"),
        lambda b: offices(b, office="nobody"),
        lambda b: posts(b, agency="nobody"),
    ):
        with pytest.raises(NotFoundError):
            ask(question)
    with pytest.raises(InputError):
        ask(lambda b: roles(b, only=["eaten"]))


def test_a_circle_of_offices_ends() -> None:
    """Documents may say anything: each office of a circle stands in it once."""
    circle = Hierarchy({"a": "b", "b": "c", "c": "a"})
    assert list(circle.above("a")) == ["b", "c"]
    assert circle.within("a") == ["a", "b", "c"]
    assert circle.lowest(["a", "b"]) == ["a", "b"]
    assert circle.rolled_up("a", under="c") == "b"
