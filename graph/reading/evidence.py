"""Reading evidence: the texts that name two entities together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.answer import Evidence, Items, Span
from graph.bolt import AsyncBolt, Row
from graph.comention import pair
from graph.errors import InputError
from graph.passage import PARTS
from graph.query import query
from graph.reading.documents import document_row
from graph.reading.entities import DOCUMENTS_COUNTED, counted_note, rows_of, unknown_scope
from graph.reading.judged import WHOLE, Loss, judged
from graph.reading.page import Page
from graph.reading.rows import read_rows
from graph.verdict import Verdict

PASSAGES_SHOWN = 60
"""How many passages of one paragraph or document are joined to one text, both names among them."""
_NEXT = " "
_GAP = " … "


async def evidence(bolt: AsyncBolt, a: str, b: str, scope: str, here: Page, *, obey: bool = False) -> Items[Evidence]:
    """Return the texts that name both entities, newest first.

    By passage each is one passage; by paragraph or document all the passages of one that name either, joined in their
    order, an ellipsis where others stand between. At the wider scopes the newest `DOCUMENTS_COUNTED` documents that
    name both are looked at; where there are more, or a text was cut at `PASSAGES_SHOWN` passages, the answer's note
    says so. Where verdicts are obeyed, sentences that they speak against are left out, and so is the whole evidence of
    an edge that one speaks against. Raises NotFoundError, InputError.
    """
    if a == b:
        raise InputError("Evidence is of two different entities.")
    known = await rows_of(bolt, [a, b])
    few, many = sorted((a, b), key=lambda id_: known[id_].mentions)
    common: dict[str, Any] = {"few": few, "many": many, "parts": PARTS, "skip": here.skip, "limit": here.wanted}
    notes: list[str | None] = []
    said = await judged(bolt, [a, b], within=True, whole=True)
    lost = (await said.losses()).get(pair(a, b), Loss()) if obey else Loss()
    if lost is WHOLE:
        return Items([], note=f"A verdict stands on this edge: {said.of(a, b).edge}.")
    common["struck"] = list(lost.struck)
    if scope == "passage":
        rows = await read_rows(bolt, "read_evidence", **common)
    elif scope in {"paragraph", "document"}:
        rows = await read_rows(bolt, "read_wider_evidence", scope=scope, documents=DOCUMENTS_COUNTED, **common)
        if min(known[few].documents, known[many].documents) > DOCUMENTS_COUNTED:
            shared = await bolt.read(query("read_shared_documents"), few=few, many=many)
            notes.append(counted_note(shared[0]["documents"]))
    else:
        raise unknown_scope(scope)
    first, second = ("few", "many") if few == a else ("many", "few")
    if any(len(row["passages"]) > PASSAGES_SHOWN for row in rows[: here.limit]):
        notes.append(f"Of a text with more than {PASSAGES_SHOWN} passages that name either, so many are shown.")
    verdicts = said.sentences.get(pair(a, b), [])
    texts = [joined(row, first, second, verdicts) for row in rows]
    return here.items(texts, " ".join(filter(None, notes)) or None)


def _shown(passages: list[Row]) -> list[Row]:
    """Return at most `PASSAGES_SHOWN` passages in their order: the first that name each, then the first of the rest."""
    each = PASSAGES_SHOWN // 2
    chosen = [n for side in ("few", "many") for n in [n for n, passage in enumerate(passages) if passage[side]][:each]]
    kept = sorted(list(dict.fromkeys([*chosen, *range(len(passages))]))[:PASSAGES_SHOWN])
    return [passages[n] for n in kept]


def joined(row: Row, first: str, second: str, verdicts: Sequence[Verdict] = ()) -> Evidence:
    """Join passages to one text, their spans shifted to it; `few` and `many` name the spans of `first` and `second`.

    With it come those of the link's verdicts that stand on any of the passages.
    """
    passages = _shown(row["passages"])
    text = ""
    spans: dict[str, list[Span]] = {first: [], second: []}
    before: int | None = None
    for passage in passages:
        if before is not None:
            text += _NEXT if passage["ordinal"] == before + 1 else _GAP
        for side, found in spans.items():
            found.extend(Span(start + len(text), end + len(text)) for start, end in passage[side])
        text += passage["text"]
        before = passage["ordinal"]
    head = passages[0]
    return Evidence(
        document_row(row["document"]),
        head["ordinal"],
        head["part"],
        head["paragraph"],
        head["marking"] or "",
        text,
        spans[first],
        spans[second],
        [
            replace(verdict, passage=passage["ordinal"])
            for passage in passages
            for verdict in verdicts
            if verdict.document == row["document"]["id"]
            and verdict.place is not None
            and passage["start"] <= verdict.place < passage["end"]
        ],
        [document_row(version) for version in row.get("also", ())],
    )
