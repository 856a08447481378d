"""What people write into a real store, and the audit trail of it."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest
from dump import clear, dump
from small import small

from graph.bolt import Address, AsyncBolt, Bolt
from graph.errors import ConflictError, InputError, NotFoundError
from graph.ledger import Ledger
from graph.note import Note
from graph.reading import audit, remarks
from graph.reading.remarks import VerdictsWanted
from graph.verdict import Opinion
from graph.view import View
from graph.writer import Writer

RAID = small(
    "raid.txt",
    "SEMAR and the DEA raided Cuernavaca.",
    "Nobody was named.",
    "The DEA denied that it knew of SEMAR.",
)


@pytest.fixture(autouse=True)
def _fresh(bolt: Bolt) -> None:
    clear(bolt)
    writer = Writer(bolt, "loader")
    writer.prepare()
    writer.add([RAID])
    writer.refresh()


@pytest.fixture
def ledger(bolt: Bolt) -> Ledger:
    """Writes in the name of one reviewer."""
    return Ledger(bolt, "ana")


@pytest.fixture
def ask(address: Address) -> Iterator[Any]:
    """Asks a question of the store."""
    with asyncio.Runner() as runner:
        connection = AsyncBolt(address)

        def answer(question: Any, *arguments: object, **named: object) -> Any:
            asked: Coroutine[Any, Any, Any] = question(connection, *arguments, **named)
            return runner.run(asked)

        yield answer
        runner.run(connection.close())


def counters(bolt: Bolt) -> tuple[int, int, int]:
    row = bolt.read("MATCH (s:Store) RETURN s.revision AS a, s.refreshed AS b, coalesce(s.remarks, 0) AS c")[0]
    return row["a"], row["b"], row["c"]


def test_one_verdict_stands_on_an_edge_and_the_trail_keeps_the_one_before(bolt, ledger, ask):
    """Whichever end comes first; the same again changes nothing; what was derived from documents stays derived."""
    before = counters(bolt)
    first = ledger.judge("semar", "dea", Opinion.MERE_LIST, "a press list")
    assert ledger.judge("dea", "semar", Opinion.MERE_LIST, "a press list").act is None
    second = ledger.judge("dea", "semar", Opinion.REAL)
    found = ask(remarks.verdicts, VerdictsWanted(of=("semar", "dea"))).items
    assert found == [second.item]
    assert (found[0].a, found[0].b, found[0].verdict, found[0].by) == ("dea", "semar", Opinion.REAL, "ana")
    assert counters(bolt) == (before[0], before[1], before[2] + 2)
    told = ask(audit.acts, about="semar").items
    assert [(each.id, each.what, each.who) for each in told] == [
        (second.act, "verdict.set", "ana"),
        (first.act, "verdict.set", "ana"),
    ]
    assert told[0].before == told[1].after
    assert told[0].before["reason"] == "a press list"
    assert told[1].before is None


def test_a_verdict_on_a_sentence_outlives_its_document(bolt, ledger, ask):
    """It names its place in the source text: deleted and loaded again, the document has it where it stood."""
    given = ledger.judge("dea", "semar", Opinion.DENIAL, at=(RAID.document.id, 2)).item
    assert given.passage == 2
    assert given.quote == "The DEA denied that it knew of SEMAR."
    writer = Writer(bolt)
    writer.delete(RAID.document.id)
    assert ask(remarks.verdicts, VerdictsWanted(document=RAID.document.id)).items[0].passage is None
    writer.add([RAID])
    assert ask(remarks.verdicts, VerdictsWanted(document=RAID.document.id)).items == [given]
    ledger.judge("dea", "semar", Opinion.REAL)
    assert len(ask(remarks.verdicts, VerdictsWanted(entity="dea")).items) == 2


def test_what_nothing_is_known_of_cannot_be_judged(bolt, ledger):
    """Unknown entities and passages are not found; a passage that names neither is no evidence; nothing is written."""
    before = dump(bolt), counters(bolt)
    for wrong, error in [
        (lambda: ledger.judge("dea", "nobody", Opinion.REAL), NotFoundError),
        (lambda: ledger.judge("dea", "semar", Opinion.REAL, at=(RAID.document.id, 9)), NotFoundError),
        (lambda: ledger.judge("dea", "semar", Opinion.REAL, at=("0" * 16, 0)), NotFoundError),
        (lambda: ledger.judge("dea", "semar", Opinion.REAL, at=(RAID.document.id, 1)), InputError),
        (lambda: ledger.judge("dea", "dea", Opinion.REAL), InputError),
        (lambda: ledger.note(["nobody"], "x"), NotFoundError),
        (lambda: ledger.note(["dea", "dea"], "x"), InputError),
        (lambda: ledger.note([], "x"), InputError),
        (lambda: ledger.delete(Note, "note-0"), NotFoundError),
        (lambda: ledger.undo("act-99"), NotFoundError),
        (lambda: ledger.undo("act-1"), InputError),
    ]:
        with pytest.raises(error):
            wrong()
    assert (dump(bolt), counters(bolt)) == before


def test_every_act_can_be_undone_and_done_again(bolt, ledger, ask):
    """What stood before stands again, to the letter; an act that another followed is not undone past it."""
    kept = dump(bolt)
    note = ledger.note(["semar", "dea"], "Ask the archive.")
    edited = ledger.edit_note(note.item.id, "Asked.")
    view = ledger.save_view("Raid", "/?ids=dea")
    with pytest.raises(ConflictError):
        ledger.undo(note.act)
    assert ledger.undo(edited.act).item == note.item
    gone = ledger.delete(Note, note.item.id)
    assert gone.item is None
    assert ask(remarks.notes).items == []
    back = ledger.undo(gone.act)
    assert ask(remarks.notes, ["dea", "semar"]).items == [note.item] == [back.item]
    assert ask(remarks.notes, ["dea"]).items == []
    assert ledger.undo(ledger.undo(view.act).act).item == view.item == ask(remarks.one, View, view.item.id)
    ledger.delete(View, view.item.id)
    ledger.delete(Note, note.item.id)
    assert dump(bolt) == kept


def test_the_trail_tells_of_loads_deletions_and_replacements(bolt, ask):
    """A load is one act however many batches it has; a document that goes is told of with what it was."""
    writer = Writer(bolt, "loader")
    newer = small("raid.txt", "SEMAR raided Monterrey.")
    writer.add([newer])
    writer.delete(newer.document.id)
    told = ask(audit.acts, who="loader").items
    assert [each.what for each in told] == [
        "document.deleted",
        "document.replaced",
        "documents.loaded",
        "documents.loaded",
    ]
    assert told[1].before["id"] == RAID.document.id
    assert told[1].after["id"] == newer.document.id
    assert told[0].about == [newer.document.id]
    assert (told[2].after["added"], told[2].after["replaced"]) == (1, 1)


def test_a_page_of_the_trail_stays_where_it_is_while_acts_are_added(ledger, ask):
    """A cursor says which act comes next, not how many to skip."""
    for n in range(4):
        ledger.save_view(f"View {n}", "/")
    page = ask(audit.acts, what="view", limit=2)
    ledger.save_view("Later", "/")
    rest = ask(audit.acts, what="view", limit=2, cursor=page.next)
    assert [each.after["title"] for each in [*page.items, *rest.items]] == ["View 3", "View 2", "View 1", "View 0"]
    assert rest.next is None
    with pytest.raises(InputError):
        ask(audit.acts, cursor="x")


def test_verdicts_are_read_in_plain_cypher(bolt, ledger):
    """By the ids of what they are about."""
    ledger.judge("dea", "semar", Opinion.DENIAL, at=(RAID.document.id, 2))
    found = bolt.read(
        "MATCH (v:Verdict {verdict: 'denial'}) MATCH (a:Entity {id: v.a})-[r:CO_MENTIONED]-(b:Entity {id: v.b}) "
        "RETURN a.name AS a, b.name AS b, v.by AS who, r.passages AS passages"
    )
    assert found == [{"a": "DEA", "b": "SEMAR", "who": "ana", "passages": 2}]
