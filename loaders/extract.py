"""From the bytes of a source file to all that was found in it."""

from collections.abc import Iterable, Sequence

from graph.entity import PEOPLE, Entity, Kind, Post
from graph.extraction import Extraction
from graph.mention import Mention
from graph.name import collapse, fold
from graph.relation import DOCUMENT, Relation, RelationKind
from loaders.forms import read
from loaders.limit import limited
from loaders.names.clearance_note import clearance_notes
from loaders.names.employment import employment
from loaders.names.gazetteer import Gazetteer, default_gazetteer
from loaders.names.naming import spans_of
from loaders.names.offices import hierarchy
from loaders.names.plugged import recognisers
from loaders.names.recognise import Recogniser
from loaders.names.resolve import resolve
from loaders.names.signature_block import signature_blocks
from loaders.names.span import Span
from loaders.names.thing import Thing
from loaders.names.view import View, see
from loaders.reading import Finding, Reading


def extract(raw: bytes, path: str, gazetteer: Gazetteer | None = None) -> Extraction:
    """Read a source file and return its document, passages, entities, mentions and relations.

    `path` is where the file was read, as `graph.document.Document` has it. Raises what `loaders.forms.read`
    raises for a file that holds no document, and InputError where reading takes far longer than any document does.
    """
    known, asked = gazetteer or default_gazetteer(), recognisers()
    with limited(path, len(raw)):
        return name(read(raw, path), known, asked)


def name(reading: Reading, gazetteer: Gazetteer, asked: Iterable[Recogniser]) -> Extraction:
    """Recognise and resolve the names of a reading: a function of the reading, the gazetteer and who is asked."""
    view = see(reading, gazetteer)
    return extraction_of(view, resolve(view, spans_of(view, asked)))


def extraction_of(view: View, things: Sequence[Thing]) -> Extraction:
    """Return what a reading says of the things that it names; who turns out to hold an office is made an official."""
    reading, gazetteer = view.reading, view.gazetteer
    relations = [*_stated(view, things), *clearance_notes(view, things), *employment(view, things)]
    relations += signature_blocks(view, things)
    _in_office(things, relations)
    offices = hierarchy(gazetteer, things)
    relations.extend(offices.relations)
    named = {t.id for t in things}
    beyond = [t for t in _missing(view, relations, named) if t.id not in {p.id for p in offices.parents}]
    posts = _posts(relations, things, gazetteer)
    entities = [_entity(view, t, posts.get(t.id, ())) for t in (*things, *offices.parents, *beyond)]
    return Extraction(
        document=reading.document,
        text=reading.text,
        passages=reading.passages,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        mentions=tuple(_mentions(view, things)),
        relations=tuple(_once(relations)),
    )


def _mentions(view: View, things: Iterable[Thing]) -> list[Mention]:
    reading = view.reading
    pairs = sorted(((s, t) for t in things for s in t.spans), key=lambda p: p[0].start)
    mentions = []
    sources = {id(t): fold(t.name) for t in things}
    for span, thing in pairs:
        ordinal = view.passage(span.start)
        begin = reading.starts[ordinal]
        stop = span.end - _stop_apart(reading, span)
        start, end = reading.source_span(span.start, stop)
        surface = collapse(view.shown[span.start : stop])
        mentions.append(
            Mention(
                entity=thing.id,
                source=sources[id(thing)],
                surface=surface,
                start=start,
                end=end,
                passage=ordinal,
                shown_start=span.start - begin,
                shown_end=stop - begin,
                method=span.method,
                confidence=round(span.confidence, 2),
            )
        )
    return mentions


def _stop_apart(reading: Reading, span: Span) -> bool:
    """Whether a name's last character is a stop that stands apart from it in the source (`[LOC U.S  ] .`)."""
    last = span.end - 1
    return reading.shown[last] == "." and reading.offsets[last] - reading.offsets[last - 1] > 1


def _entity(view: View, thing: Thing, posts: Sequence[Post]) -> Entity:
    aliases = dict.fromkeys(collapse(view.shown[s.start : s.end]) for s in thing.spans)
    return Entity(
        id=thing.id,
        kind=thing.kind or Kind.ORGANIZATION,
        name=thing.name,
        aliases=tuple(aliases),
        posts=tuple(posts),
        known=thing.known is not None,
    )


def _stated(view: View, things: Iterable[Thing]) -> list[Relation]:
    """Return the relations that the document's form states (`Reading.roles`)."""
    placed = [(s, t) for t in things for s in t.spans]
    relations: list[Relation] = []
    for role in view.reading.roles:
        person = _at(placed, role.person)
        if person is None or person.kind not in PEOPLE:
            continue
        passage = view.passage(role.person.start)
        if role.relation is not None and role.relation != RelationKind.WORKS_AT:
            relations.append(Relation(person.id, role.relation, DOCUMENT, role.title, passage))
        agency = _at(placed, role.agency) if role.agency else None
        if agency is not None:
            relations.append(Relation(person.id, RelationKind.WORKS_AT, agency.id, role.title, passage))
        elif role.relation in {RelationKind.CLASSIFIED, RelationKind.SIGNED} and view.post is not None:
            relations.append(Relation(person.id, RelationKind.WORKS_AT, view.post.id, role.title, passage))
    return relations


def _in_office(things: Sequence[Thing], relations: Iterable[Relation]) -> None:
    """Whoever works at an agency, and is otherwise just a person, is an official."""
    private = {t.id for t in things if t.kind == Kind.ORGANIZATION}
    working = {r.subject for r in relations if r.kind == RelationKind.WORKS_AT and r.object not in private}
    for thing in things:
        if thing.kind == Kind.PERSON and thing.known is None and thing.id in working:
            thing.kind = Kind.OFFICIAL


def _at(placed: list[tuple[Span, Thing]], finding: Finding) -> Thing | None:
    """Return the thing named where a finding stands."""
    best: tuple[int, Thing] | None = None
    for span, thing in placed:
        overlap = min(span.end, finding.end) - max(span.start, finding.start)
        if overlap > 0 and (best is None or overlap > best[0]):
            best = (overlap, thing)
    return best[1] if best else None


def _missing(view: View, relations: Iterable[Relation], named: set[str]) -> list[Thing]:
    """Return the document's own post, where a relation leads to it and nothing in the text names it."""
    post = view.post
    if post is None or post.id in named or not any(r.object == post.id for r in relations):
        return []
    known = view.gazetteer.entities.get(post.id)
    return [Thing(name=known.name if known else post.title, kind=Kind.AGENCY, known=known, id=post.id)]


def _posts(relations: Iterable[Relation], things: Iterable[Thing], gazetteer: Gazetteer) -> dict[str, tuple[Post, ...]]:
    names = {t.id: t.name for t in things}
    posts: dict[str, dict[Post, None]] = {}
    for relation in relations:
        if relation.kind == RelationKind.WORKS_AT:
            known = gazetteer.entities.get(relation.object)
            agency = names.get(relation.object) or (known.name if known else relation.object)
            posts.setdefault(relation.subject, {})[Post(title=relation.title, agency=agency)] = None
    people = {t.id for t in things if t.kind in PEOPLE}
    return {subject: tuple(p) for subject, p in posts.items() if subject in people}


def _once(relations: Iterable[Relation]) -> list[Relation]:
    """Return each relation once, the first that says it, the one with a title before the one without."""
    kept: dict[tuple[str, RelationKind, str], Relation] = {}
    for relation in relations:
        key = (relation.subject, relation.kind, relation.object)
        if key not in kept or (relation.title and not kept[key].title):
            kept[key] = relation
    return list(kept.values())
