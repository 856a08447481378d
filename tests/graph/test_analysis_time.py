"""Time: every number against plain counting over the documents that were loaded."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from archive import as_counts, counted
from loads import DOCUMENTS, Ask, asking

from graph.analysis.bursts import all_bursts, bursts, bursts_of
from graph.analysis.growth import growth
from graph.analysis.periods import periods
from graph.analysis.span import By, Span, in_order, span
from graph.analysis.timeline import timeline
from graph.bolt import Address, Bolt
from graph.comention import pairs_of, places
from graph.errors import InputError, NotFoundError
from graph.extraction import Extraction


@pytest.fixture(scope="module")
def ask(bolt: Bolt, address: Address) -> Iterator[Ask]:
    """Something that asks a store of forty documents, which came in three loads."""
    with asking(bolt, address) as ask:
        yield ask


def expected_points(rows: list[tuple[Extraction, int]], by: By) -> tuple[list[tuple[str, int, int]], tuple[int, int]]:
    """The buckets of `(document, passages)`, and what is undated."""
    buckets: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    undated = [0, 0]
    for x, passages in rows:
        into = buckets[x.document.written[: by.length]] if x.document.written else undated
        into[0] += 1
        into[1] += passages
    return [(key, *buckets[key]) for key in sorted(buckets, key=in_order)], (undated[0], undated[1])


@pytest.mark.parametrize("by", By)
def test_timelines_are_what_counting_the_documents_gives(ask: Ask, by: By) -> None:
    """Of the store, of every entity, of every pair; undated documents and release stamps stand apart."""

    def told(line: Any) -> tuple[list[tuple[str, int, int]], tuple[int, int]]:
        points = [(p.period, p.documents, p.passages) for p in line.points]
        assert all(sum(p.sources.values()) == p.documents for p in line.points)
        assert "stamped" not in {source for p in line.points for source in p.sources}
        return points, (line.undated.documents, line.undated.passages)

    whole = ask(lambda b: timeline(b, by=by))
    assert told(whole) == expected_points([(x, len(x.passages)) for x in DOCUMENTS], by)
    assert whole.undated.stamped == sum(x.document.date is not None and not x.document.written for x in DOCUMENTS)
    for entity in ("abl", "semar", "state"):
        rows = [
            (x, len({m.passage for m in x.mentions if m.entity == entity}))
            for x in DOCUMENTS
            if entity in {e.id for e in x.entities}
        ]
        assert told(ask(lambda b, e=entity: timeline(b, entity=e, by=by))) == expected_points(rows, by)
    for pair in sorted(counted(DOCUMENTS))[::7]:
        rows = [(x, pairs_of(places(x))[pair].passages) for x in DOCUMENTS if pair in pairs_of(places(x))]
        assert told(ask(lambda b, p=pair: timeline(b, pair=p, by=by))) == expected_points(rows, by)


def test_a_year_is_never_spread_over_its_months(ask: Ask) -> None:
    """Documents that give only a year stand in a bucket of its own, after its months."""
    points = ask(timeline).points
    periods_ = [p.period for p in points]
    assert periods_ == ["2009-03", "2009-12", "2009", "2010-01", "2010-02", "2010"]
    assert [p.precision for p in points] == [By.MONTH, By.MONTH, By.YEAR, By.MONTH, By.MONTH, By.YEAR]
    assert set(points[2].sources) == {"number", "filename"}


def test_a_timeline_is_of_something_that_is_there(ask: Ask) -> None:
    with pytest.raises(NotFoundError):
        ask(lambda b: timeline(b, entity="nobody"))
    with pytest.raises(InputError):
        ask(lambda b: timeline(b, pair=("abl", "abl")))


@pytest.mark.parametrize("by", By)
def test_growth_tells_when_each_neighbour_was_first_named_with_an_entity(ask: Ask, by: By) -> None:
    """By the first date of the documents that name both in one paragraph."""
    first: dict[str, str | None] = {}
    for x in DOCUMENTS:
        for both in pairs_of(places(x)):
            if "abl" in both:
                other = next(id_ for id_ in both if id_ != "abl")
                dates = [d for d in (first.get(other), x.document.written) if d]
                first[other] = min(dates, default=None)
    expected = Counter(date[: by.length] for date in first.values() if date)
    found = ask(lambda b: growth(b, "abl", by=by))
    assert {p.period: p.new for p in found.points} == expected
    assert [p.total for p in found.points] == list(np.cumsum([expected[key] for key in sorted(expected, key=in_order)]))
    assert (found.undated, found.total) == (sum(date is None for date in first.values()), len(first))


def test_bursts_of_the_store_are_those_of_its_entities(ask: Ask) -> None:
    """By month, with a sensitive automaton, so that there are some; one entity's alone and among all agree."""

    def dated(documents: list[Extraction]) -> Counter[str]:
        return Counter(w[:7] for x in documents if (w := x.document.written) and len(w) >= 7)

    totals = dated(DOCUMENTS)
    every = ask(lambda b: all_bursts(b, by=By.MONTH, scale=1.2, gamma=0.1, limit=500))
    naming = {e: [x for x in DOCUMENTS if e in {y.id for y in x.entities}] for e in ("abl", "juarez", "wha", "inr")}
    for entity, documents in naming.items():
        expected = bursts_of(dated(documents), totals, 1.2, 0.1)
        alone = ask(lambda b, e=entity: bursts(b, e, by=By.MONTH, scale=1.2, gamma=0.1))
        assert alone.bursts == expected
        assert (alone.documents, alone.total) == (dated(documents).total(), totals.total())
        assert alone.left_out == len(documents) - alone.documents
        assert sorted(i.burst.first for i in every.items if i.entity.id == entity) == [e.first for e in expected]
    assert every.items
    assert [i.burst.weight for i in every.items] == sorted((i.burst.weight for i in every.items), reverse=True)
    with pytest.raises(InputError):
        ask(lambda b: all_bursts(b, scale=1.0))


@pytest.mark.parametrize(("first", "second"), [("2009", "2010"), ("2009-12", "2010-02"), ("2009-12-31", "2010-01-02")])
@pytest.mark.parametrize(("entity", "kind"), [(None, None), ("abl", None), ("abl", "agency"), (None, "cartel")])
def test_two_periods_are_compared_by_their_own_documents(
    ask: Ask, first: str, second: str, entity: str | None, kind: str | None
) -> None:
    """Each link in its sort, with its counts in both; what may be of a period but need not be is left out."""
    found = ask(lambda b: periods(b, span(first, first), span(second, second), entity=entity, kind=kind, limit=500))
    inside = [[x for x in DOCUMENTS if (x.document.written or "").startswith(each)] for each in (first, second)]
    coarse = [
        [x for x in DOCUMENTS if (w := x.document.written) and each.startswith(w) and each != w]
        for each in (first, second)
    ]
    assert [found.first.documents, found.second.documents] == [len(x) for x in inside]
    assert [found.first.undecided, found.second.undecided] == [len(x) for x in coarse]
    kinds = {e.id: e.kind for x in DOCUMENTS for e in x.entities}
    before, after = (counted(each) for each in inside)

    def asked(both: tuple[str, str]) -> bool:
        others = [id_ for id_ in both if id_ != entity]
        return (entity is None or entity in both) and (kind is None or any(kinds[id_] == kind for id_ in others))

    expected = {both for both in before.keys() | after.keys() if asked(both)}
    sorts = {"new": found.new, "vanished": found.vanished, "stronger": found.stronger, "weaker": found.weaker}
    shown = {(i.a.id, i.b.id): (sort, i) for sort, links in sorts.items() for i in links.items}
    for both, (sort, link) in shown.items():
        assert as_counts(link.before) == +before[both] if both in before else not +as_counts(link.before)
        assert as_counts(link.after) == +after[both] if both in after else not +as_counts(link.after)
        assert (sort == "new") == (both not in before)
        assert (sort == "vanished") == (both not in after)
    # Links in both periods that keep exactly their share are of no sort.
    assert shown.keys() <= expected
    assert all(both in before and both in after for both in expected - shown.keys())
    assert all(links.total == len(links.items) for links in sorts.values())
    strengths = [(i.after.passages, i.after.paragraphs) for i in found.new.items]
    assert strengths == sorted(strengths, reverse=True)


def test_periods_must_not_overlap(ask: Ask) -> None:
    with pytest.raises(InputError, match="overlap"):
        ask(lambda b: periods(b, span("2009", "2009"), span("2009-12", "2010")))
    for wrong in ("2009-13", "2009-02-30", "09", "2009-1", "x", "", "２００９"):
        with pytest.raises(InputError):
            span(wrong, "2010")
    with pytest.raises(InputError):
        span("2010", "2009")
    assert Span("2009-02-01", "2009-02-28").high == Span("2009-02", "2009-02").high
