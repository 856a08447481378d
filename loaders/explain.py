"""Why an extraction says what it says: for one document, who found each name, what gave its kind, and its link."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.entity import Kind
from graph.name import collapse
from loaders.extract import extraction_of
from loaders.forms import read
from loaders.names.gazetteer import Gazetteer, default_gazetteer
from loaders.names.kinds import judge_by_rules, told_by
from loaders.names.naming import spans_of
from loaders.names.plugged import recognisers
from loaders.names.recognise import Recogniser, recognise_structure
from loaders.names.resolve import Resolver
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.title_alone import names_only
from loaders.names.view import View, see
from loaders.names.words import fold_phrase

_Finders = dict[tuple[int, int], list[str]]


@dataclass(frozen=True, slots=True)
class Explained:
    """One mention and the reasons for it: `passage` is an ordinal, `kind` and `why_*` are words for a person."""

    passage: int
    surface: str
    entity: str
    kind: str
    method: str
    confidence: float
    found_by: str
    why_kind: str
    why_entity: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was found in one document, with reasons."""

    path: str
    mentions: tuple[Explained, ...]
    relations: tuple[str, ...]
    """Each relation as a sentence of subject, kind, object, title and the passage that says so."""


def explain(raw: bytes, path: str, gazetteer: Gazetteer | None = None) -> Explanation:
    """Extract a document and say why; raises what `extract` raises."""
    known = gazetteer or default_gazetteer()
    reading = read(raw, path)
    asked = recognisers()
    view = see(reading, known)
    spans = names_only(view, spans_of(view, asked))
    gathered = {(s.start, s.end): thing for thing in Resolver(view).gather(spans) for s in thing.spans}
    things = Resolver(view).resolve(spans)
    extraction = extraction_of(view, things)
    finders = _finders(view, asked)
    rows = [
        (span.start, _explained(view, span, thing, finders, gathered[span.start, span.end]))
        for thing in things
        for span in thing.spans
    ]
    return Explanation(
        path=path,
        mentions=tuple(row for _, row in sorted(rows, key=lambda pair: pair[0])),
        relations=tuple(
            f"{r.subject} {r.kind} {r.object}" + (f" ({r.title})" if r.title else "") + f", passage {r.passage}"
            for r in extraction.relations
        ),
    )


def _explained(view: View, span: Span, thing: Thing, finders: _Finders, gathered: Thing) -> Explained:
    """Explain a mention; `gathered` is its thing as it was before its kind was judged."""
    surface = collapse(view.shown[span.start : span.end])
    return Explained(
        passage=view.passage(span.start),
        surface=surface,
        entity=thing.id,
        kind=str(thing.kind),
        method=span.method,
        confidence=round(span.confidence, 2),
        found_by=_found_by(span, finders),
        why_kind=_why_kind(view, gathered, thing.kind),
        why_entity=_why_entity(span, thing, surface),
    )


def _finders(view: View, asked: Iterable[Recogniser]) -> _Finders:
    found: _Finders = {}
    for recogniser in (recognise_structure, *asked):
        for span in recogniser(view):
            found.setdefault((span.start, span.end), []).append(recogniser.__name__.removeprefix("recognise_"))
    return found


def _found_by(span: Span, finders: _Finders) -> str:
    exactly = finders.get((span.start, span.end))
    if exactly:
        return ", ".join(dict.fromkeys(exactly))
    touching = {n for (start, end), names in finders.items() if start < span.end and span.start < end for n in names}
    return f"part of what {', '.join(sorted(touching))} proposed" if touching else "the same name elsewhere in the text"


def _why_kind(view: View, gathered: Thing, kind: Kind | None) -> str:
    told = told_by(view, gathered)
    by_rules, guessed = judge_by_rules(view, gathered)
    if by_rules == Kind.PERSON and kind == Kind.OFFICIAL:
        return "holds an office in this document"
    if kind != by_rules:
        return "a trained guess, or what it is listed with"
    if told:
        return told
    return "a guess by the shape of the name" if guessed else "tags and words beside its mentions"


def _why_entity(span: Span, thing: Thing, surface: str) -> str:
    if span.entity:
        return "the rule that found it names the entity"
    if thing.known is not None:
        names = {n.known.id for n in span.names}
        by = "lists this name" if thing.known.id in names else "knows whom the document means"
        return f"the gazetteer {by} (entry {thing.known.id})"
    if fold_phrase(surface) == fold_phrase(thing.name):
        return "its own name" if not thing.weak else "its own name, too weak to be followed into other documents"
    return f"a form of {thing.name!r} in this document"
