"""Finding a name again: once a document names someone surely, that name is sought all through it."""

from collections import Counter
from collections.abc import Sequence

from graph.document import DocumentKind
from graph.entity import PEOPLE, Kind
from graph.mention import Method
from graph.passage import Part
from loaders.names.acronyms import defined_acronyms
from loaders.names.compounds import is_part
from loaders.names.lexicon import ADJECTIVES, COMMON, FUNCTION, GIVEN, MARKINGS, MONTHS, NO_NAMES, PARTICLES, TITLES
from loaders.names.span import SETTLED, Span
from loaders.names.spelling import FULL, parts, spoken, surnames
from loaders.names.view import View
from loaders.names.words import fold_phrase

_BRACKET = 3
_FORMAL = frozenset({Part.ADDRESS, Part.CLEARANCE, Part.HEADER})
_OUT_OF_TEXT = _FORMAL | {Part.STAMP}
_NO_KEYS = FUNCTION | TITLES | MONTHS | MARKINGS | ADJECTIVES
_SHORTEST = 3
_BY_CONTEXT = frozenset(
    ["embassy", "consulate", "mission", "military", "army", "navy", "marines", "force", "government"]
)
"""Last words of names that other rules find wherever they are names: elsewhere they are attributes."""


def propagate(view: View, spans: Sequence[Span]) -> list[Span]:
    """Return further places of names that the document surely holds; never of one weak hit alone."""
    wanted = _wanted(view, spans)
    if not wanted:
        return []
    lengths: dict[str, list[int]] = {}
    for first, length in sorted({(key.split()[0], len(key.split())) for key in wanted}, reverse=True):
        lengths.setdefault(first, []).append(length)
    words = view.words
    found: list[Span] = []
    for i, fold in enumerate(words.folds):
        for length in lengths.get(fold, ()):
            j = i + length
            if j > len(words) or not all(words.joins[i : j - 1]):
                continue
            key = " ".join(words.folds[i:j])
            origin = wanted.get(key)
            if origin is not None and _here(view, i, j, origin):
                whole = key == fold_phrase(view.shown[origin.start : origin.end])
                span = Span(
                    words.starts[i],
                    words.ends[j - 1],
                    Method.RULE,
                    min(origin.confidence, 0.7),
                    kind=origin.kind,
                    tag=origin.tag,
                    names=origin.names if whole else (),
                    entity=origin.entity if whole else "",
                    title=origin.title,
                )
                if not is_part(view, span):
                    found.append(span)
                break
    return found


def is_person(span: Span) -> bool:
    """Whether a span is taken for a person's name."""
    kinds = {n.known.kind for n in span.names}
    if kinds:
        return kinds <= PEOPLE
    return (span.kind in PEOPLE) if span.kind is not None else span.tag == "PER"


def _wanted(view: View, spans: Sequence[Span]) -> dict[str, Span]:
    """Return the names to seek, folded, each with the span that vouches for it."""
    wanted: dict[str, Span] = {}
    seen: Counter[str] = Counter()
    for span in spans:
        key = fold_phrase(view.shown[span.start : span.end])
        seen[key] += 1
        if (
            not key
            or key in MARKINGS
            or key in NO_NAMES
            or key in view.gazetteer.never
            or not _vouched(span, seen[key])
        ):
            continue
        if _is_key(key) and key.split()[-1] not in _BY_CONTEXT and not _symbol(view, span):
            wanted.setdefault(key, span)
        if is_person(span):
            for form in _forms(view, span):
                wanted.setdefault(form, span)
    for start, end in defined_acronyms(view):
        before = next((s for s in spans if 0 < start - s.end <= _BRACKET), None)
        if before is not None:
            key = fold_phrase(view.shown[start:end])
            if key in NO_NAMES or key in view.gazetteer.never:
                continue
            wanted.setdefault(key, Span(start, end, Method.RULE, 0.7, kind=before.kind))
    return wanted


def _vouched(span: Span, times: int) -> bool:
    """Whether a name is sure enough to be sought: one weak hit is not, two are."""
    return span.confidence >= SETTLED or (times > 1 and not span.weak)


def _forms(view: View, span: Span) -> list[str]:
    """Return the other ways in which a person named in full may be called; by given name only in mail."""
    name = spoken(view.shown[span.start : span.end])
    own = parts(name)
    if len(own) < FULL:
        return []
    mail = view.reading.document.kind != DocumentKind.CABLE
    given = own[:1] if mail and own[0] in GIVEN else []
    forms = (fold_phrase(form) for form in (name, *surnames(name), *given))
    return [key for key in forms if _is_key(key) and key not in NO_NAMES]


def _symbol(view: View, span: Span) -> bool:
    """Whether the span is an office symbol or routing name, which means nothing in running text."""
    if span.method != Method.STRUCTURE or view.part(span.start) not in _FORMAL:
        return False
    return span.kind is None or span.kind not in PEOPLE


def _is_key(key: str) -> bool:
    """Whether a folded name is distinct enough to be sought."""
    words = key.split()
    if len(words) > 1:
        return not all(w in FUNCTION or w in PARTICLES for w in words)
    return len(key) >= _SHORTEST and key.isalpha() and key not in _NO_KEYS


def _here(view: View, i: int, j: int, origin: Span) -> bool:
    """Whether the words stand there as a name, and not as ordinary words."""
    words = view.words
    if view.part(words.starts[i]) in _OUT_OF_TEXT:
        return False
    opens = words.texts[i][0].isupper() or words.folds[i] in PARTICLES
    if not opens or not any(t[0].isupper() for t in words.texts[i:j]):
        return False
    return j - i > 1 or _alone_here(view, i, origin)


def _alone_here(view: View, i: int, origin: Span) -> bool:
    words = view.words
    fold, text = words.folds[i], words.texts[i]
    person = is_person(origin)
    original = view.shown[origin.start : origin.end]
    if view.all_caps(words.starts[i]):
        return fold not in COMMON
    if original.isupper() and " " not in original and not text.isupper() and not person:
        return text.rstrip("s").isupper()
    if person and fold in GIVEN and _surname_follows(view, i):
        return False
    ordinary = view.ordinary(i)
    return not (ordinary and (words.first[i] or (fold in view.lower and origin.kind == Kind.PLACE)))


def _surname_follows(view: View, i: int) -> bool:
    words = view.words
    j = i + 1
    if j >= len(words) or not words.joins[i] or words.gap(i) != " ":
        return False
    return words.texts[j][0].isupper() and words.folds[j] not in FUNCTION
