"""Settling, in the transaction that changed documents, which documents of the store are versions and count no more.

Only the texts that meet a changed one in a band of their signatures are looked at, whatever the store holds; what is
told of them is what `graph.versions` tells of the whole set, and counts are given and taken back accordingly.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from graph.bolt import Row, Transaction
from graph.counting import Contribution, contribution, give, take
from graph.likeness import Said, said, same_text
from graph.query import query
from graph.signature import Signature
from graph.versions import CROWD, speaking, together

HEARD_AT_ONCE = 50
"""Of so many documents the passages are read at a time."""


@contextmanager
def settling(tx: Transaction, gone: Sequence[str], coming: Iterable[Signature] = ()) -> Iterator[None]:
    """Settle what the block changes: documents that go (ids), and those that come (their signatures)."""
    changed = [*_signatures(tx, gone), *coming]
    before = around(tx, changed)
    yield
    settle(tx, before | around(tx, changed))


def _signatures(tx: Transaction, ids: Sequence[str]) -> list[Signature]:
    rows = tx.run(query("write_signatures"), ids=ids)
    return [Signature(row["text"], tuple(row["bands"]) if row["bands"][0] is not None else (), 0) for row in rows]


def around(tx: Transaction, changed: Iterable[Signature]) -> set[str]:
    """Return the texts that may be versions of changed ones, as the store stands, these among them.

    A text is sought by the bands of all its documents: where words are parted otherwise they are others, and the
    changed document may be the one that the text is compared by.
    """
    changed = list(changed)
    forms = tx.run(query("write_forms"), texts=sorted({one.text for one in changed}))
    rows = [{"text": one.text, "bands": one.bands} for one in changed]
    rows += [{"text": form["text"], "bands": form["bands"]} for form in forms]
    return {text for row in tx.run(query("write_near"), rows=rows, crowd=CROWD) for text in row["near"]}


def settle(tx: Transaction, texts: Collection[str]) -> None:
    """Decide anew which documents of some texts, and of all that are one with them, are versions of which."""
    forms = _Forms(tx)
    changed: dict[str, str | None] = {}
    for group in together(texts, forms.near, forms.same):
        found = [form for text in group for form in forms.of(text)]
        if not found:
            continue
        fullest = speaking((form["id"] for form in found), {form["id"]: form["size"] for form in found})
        for form in found:
            now = None if form["id"] == fullest else fullest
            if (now is not None, now) != (form["version"], form["of"]):
                changed[form["id"]] = now
    if not changed:
        return
    were = {form["id"]: form["version"] for found in forms.known.values() for form in found}
    again = _contribution(tx, sorted(id_ for id_, now in changed.items() if now is None and were[id_]))
    no_more = _contribution(tx, sorted(id_ for id_, now in changed.items() if now is not None and not were[id_]))
    tx.run(query("write_versions"), versions=sorted(changed.items())).consume()
    give(tx, again)
    take(tx, no_more)


def _contribution(tx: Transaction, ids: Sequence[str]) -> Contribution:
    return contribution(tx, tx.run(query("write_standing_names"), ids=ids).data())


class _Forms:
    """The documents that hold texts, as the store has them, read once as they are asked for."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._said: dict[str, Said] = {}
        self.known: dict[str, list[Row]] = {}

    def of(self, text: str) -> list[Row]:
        """Return the documents of one text in order of their ids; none where the text went with its document."""
        self._read([text])
        return self.known[text]

    def near(self, texts: Collection[str]) -> dict[str, set[str]]:
        """Return what some texts are to be compared with."""
        self._read(texts)
        rows = [{"text": text, "bands": form["bands"]} for text in texts for form in self.known[text]]
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._tx.run(query("write_near"), rows=rows, crowd=CROWD):
            found[row["text"]].update(row["near"])
        self._read(text for near in found.values() for text in near)
        self._hear({text for one, near in found.items() if near - {one} for text in near})
        return found

    def same(self, one: str, other: str) -> bool:
        """Whether two texts are one, as their first documents have them."""
        return same_text(self._said[one], self._said[other])

    def _hear(self, texts: Collection[str]) -> None:
        """Read what the first documents of some texts say."""
        firsts = {self.known[text][0]["id"]: text for text in sorted(texts - self._said.keys())}
        for start in range(0, len(firsts), HEARD_AT_ONCE):
            ids = list(firsts)[start : start + HEARD_AT_ONCE]
            for row in self._tx.run(query("write_said"), ids=ids):
                self._said[firsts[row["id"]]] = said(row["number"], [(part, shown) for part, shown in row["passages"]])

    def _read(self, texts: Iterable[str]) -> None:
        asked = sorted(set(texts) - self.known.keys())
        if not asked:
            return
        self.known |= {text: [] for text in asked}
        for row in self._tx.run(query("write_forms"), texts=asked).data():
            self.known[row["text"]].append(row)
