"""The sentences behind a link, with both names marked."""

from api.notebook.html import marked, table
from api.notebook.listing import Listing
from api.notebook.rows import EVIDENCE, evidence_row
from graph.answer import Evidence, Items


class Sentences(Listing[Evidence]):
    """Texts that name two entities, newest first."""

    def __init__(self, answer: Items[Evidence], a: str, b: str) -> None:
        note = answer.note or ("there are more: ask with a higher limit" if answer.next else "")
        super().__init__(answer.items, evidence_row, EVIDENCE, what=f"texts that name {a} and {b}", note=note)

    def _repr_html_(self) -> str:
        rows = [
            [e.document.date, e.document.subject or e.document.path, e.paragraph, marked(e.text, e.a, e.b)]
            for e in self
        ]
        return table(["date", "document", "paragraph", "text"], rows, self.title)
