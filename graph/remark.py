"""What people write into the store: verdicts, notes and views; the rows that Neo4j keeps of them."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar

from graph.note import Note
from graph.verdict import Opinion, Verdict
from graph.view import View

Remark = Verdict | Note | View
T = TypeVar("T", Verdict, Note, View)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What writing changed: the `item` as it stands now (None: it is gone), and the act that can be undone.

    `act` is None where nothing changed, because what was written stood there already.
    """

    item: T | None
    act: str | None


def row_of(remark: Remark) -> Row:
    """Return a remark's properties; what is None is not stored, and what `about` holds stands as `a` and `b`."""
    row = {name: value for name, value in asdict(remark).items() if value is not None and name != "passage"}
    if isinstance(remark, Note):
        row |= dict(zip("ab", row.pop("about"), strict=False))
    return row


def remark_of(label: str, row: Mapping[str, Any]) -> Remark:
    """Return the remark that a node's label and properties hold."""
    makers: dict[str, Callable[[Mapping[str, Any]], Remark]] = {"Verdict": verdict_of, "Note": note_of, "View": view_of}
    return makers[label](row)


def verdict_of(row: Mapping[str, Any]) -> Verdict:
    """Return the verdict that a node's properties hold."""
    return Verdict(**{**row, "verdict": Opinion(row["verdict"])})


def note_of(row: Mapping[str, Any]) -> Note:
    """Return the note that a node's properties hold."""
    values = dict(row)
    about = [values.pop(end) for end in "ab" if end in values]
    return Note(about=about, **values)


def view_of(row: Mapping[str, Any]) -> View:
    """Return the view that a node's properties hold."""
    return View(**row)


def about_of(remark: Remark) -> list[str]:
    """Return the ids that an act on it is found by: its own, and those of what it is about."""
    if isinstance(remark, Verdict):
        return [remark.id, remark.a, remark.b, *([remark.document] if remark.document else [])]
    return [remark.id, *remark.about] if isinstance(remark, Note) else [remark.id]
