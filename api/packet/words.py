"""The sentences of a packet that are the same in every form of it."""

from api.packet.packet import Head, Link
from graph.answer import DocumentRow, Evidence
from graph.exchange.notice import NOTICE

SCOPES = {"passage": "one sentence", "paragraph": "one paragraph", "document": "one document"}

__all__ = ["NOTICE", "counts", "facts", "place", "title"]


def facts(head: Head) -> list[tuple[str, str]]:
    """Return what stands at the head of a packet, term by term."""
    return [
        ("View", head.address),
        ("Store", f"fingerprint {head.store}"),
        ("Program", f"Trama {head.program}"),
        ("Made", head.made),
        ("Links", f"{head.links}, by names that stand in {SCOPES[head.scope]}"),
    ]


def counts(link: Link) -> str:
    """Say how often a link's ends are named together, and how often by chance."""
    if link.edge is None:
        return f"{len(link.texts)} texts."
    weight = link.edge.weight
    said = f"{weight.passages} sentences in {weight.paragraphs} paragraphs of {weight.documents} documents."
    if weight.observed is not None and weight.expected is not None:
        said += f" Paragraphs that hold both: {weight.observed:.1f}, by chance {weight.expected:.2f}."
    if link.edge.verdicts.edge:
        said += f" A reader's verdict on the link: {link.edge.verdicts.edge}."
    return said


def title(document: DocumentRow) -> str:
    """Return what a document is called."""
    return document.subject or document.path or document.id


def place(text: Evidence) -> str:
    """Say where a text stands: the document's id and date, the paragraph, the markings, the verdicts."""
    document = text.document
    dated = f"{document.date} ({document.date_source})" if document.date else "undated"
    parts = [f"document {document.id}", dated, document.path, document.marking]
    parts += [f"paragraph {text.paragraph}"] if text.paragraph is not None else []
    parts += [f"portion ({text.marking})"] if text.marking else []
    parts += [f"verdict: {verdict.verdict}" for verdict in text.verdicts]
    return ", ".join(part for part in parts if part)
