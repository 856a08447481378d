"""A reading in the making: what a form's reader found in the text without markup, and how it is put together."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.document import Document
from graph.entity import Kind
from graph.mention import Method
from graph.passage import Part, Passage
from graph.relation import RelationKind
from loaders.parts.layer import Layer
from loaders.parts.redaction import redactions
from loaders.parts.repair import repaired
from loaders.parts.sentences import sentences
from loaders.reading import Finding, Reading, Role, after_character

MARKS = r"(?:S|C|U|R|SBU|LOU|FOUO|TS|UNCLAS)(?:\s?//?\s?(?:NF|NOFORN|N|REL[A-Z ,]*|ORCON|SI|S))*"
"""The inside of a portion mark: `S`, `C/NF`, `S//NF`, `SBU`."""

_MARK = re.compile(rf"(?:-{{1,2}}\s?|[•*]\s?)?\(\s?(?P<mark>{MARKS})(?:\s*-\s*ENTIRE TEXT)?\s?\)[\s.]*")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch `start:end` of the text without markup that belongs to one part and one paragraph.

    `whole` says that it is one passage, whatever stops stand in it.
    """

    start: int
    end: int
    part: Part
    paragraph: int | None = None
    marking: str = ""
    whole: bool = False
    joined: bool = False
    """It goes on with the paragraph of the stretch before it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:end` of the text without markup."""

    start: int
    end: int
    kind: Kind | None = None
    tag: str = ""
    method: Method = Method.STRUCTURE


@dataclass(frozen=True, slots=True)
class Duty:
    """A role (see `loaders.reading.Role`) between names of the text without markup."""

    person: Name
    relation: RelationKind | None
    agency: Name | None = None
    title: str = ""


@dataclass(slots=True)
class Draft:
    """What a form's reader collects while it reads. Stretches are sorted when put together; none may overlap."""

    layer: Layer
    stretches: list[Stretch] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    tokenised: bool = False
    released: bool = False
    """It is a FOIA release: exemption codes are redactions, words are broken at line ends."""

    def add(self, start: int, end: int, part: Part, **more: object) -> None:
        """Add a stretch, unless nothing but white space stands there."""
        if self.layer.text[start:end].strip():
            self.stretches.append(Stretch(start, end, part, **more))  # type: ignore[arg-type]


def compose(draft: Draft, document: Document, source: str) -> Reading:
    """Put a draft together: repair each stretch, split it into sentences, and carry the names over."""
    texts: list[str] = []
    starts: list[int] = []
    offsets = array("i")
    passages: list[Passage] = []
    block = -1
    length = 0
    for stretch in _apart(draft.stretches):
        for number, (layer, mark) in enumerate(_sentences(draft, stretch)):
            block += number == 0 and not (stretch.joined and passages)
            if texts:
                offsets.append(offsets[-1])
                length += 1
            first, last = layer.source(0, len(layer.text))
            passages.append(
                Passage(
                    ordinal=len(passages),
                    start=first,
                    end=after_character(source, last, layer.text[-1]),
                    text=layer.text,
                    part=stretch.part,
                    block=block,
                    paragraph=stretch.paragraph,
                    marking=mark,
                    redactions=redactions(layer.text, codes=draft.released),
                )
            )
            starts.append(length)
            texts.append(layer.text)
            offsets.extend(layer.offsets)
            length += len(layer.text)
    shown = Layer("\n".join(texts), offsets)
    findings = _Findings(draft.layer, shown, starts, passages)
    roles = tuple(findings.roles(draft.duties))
    named = tuple(findings.named(draft.names))
    return Reading(document, source, shown.text, offsets, tuple(passages), tuple(starts), named, roles)


def _apart(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Give the stretches in order; where one begins before the one before it ends, only the rest of it."""
    at = 0
    for stretch in sorted(stretches, key=lambda s: (s.start, s.end)):
        if stretch.end > at:
            yield stretch if stretch.start >= at else replace(stretch, start=at)
            at = stretch.end


def _sentences(draft: Draft, stretch: Stretch) -> Iterator[tuple[Layer, str]]:
    layer = repaired(
        draft.layer.sliced(stretch.start, stretch.end), tokenised=draft.tokenised, hyphenated=draft.released
    )
    marking = stretch.marking
    if stretch.whole:
        spans: Sequence[tuple[int, int]] = [(0, len(layer.text))]
    else:
        apart = Apart(layer) if draft.tokenised else None
        spans = list(sentences(layer.text, ends=apart))
    for start, end in spans:
        begin = start
        if stretch.part is Part.BODY and (match := _MARK.match(layer.text, begin, end)):
            marking = re.sub(r"\s", "", match["mark"])
            begin = match.end()
        if begin < end and _LETTER.search(layer.text, begin, end):
            yield layer.sliced(begin, end), marking


@dataclass(frozen=True, slots=True)
class Apart:
    """Knows the stops that stood apart in tokenised text: those end a sentence."""

    layer: Layer

    def __call__(self, stop: int) -> bool:
        """Tell whether white space stood before the stop at this position."""
        offsets = self.layer.offsets
        return stop > 0 and offsets[stop] - offsets[stop - 1] > 1


class _Findings:
    """Carries names over from the text without markup to the shown text."""

    def __init__(self, plain: Layer, shown: Layer, starts: list[int], passages: list[Passage]) -> None:
        self.plain = plain
        self.shown = shown
        self.starts = starts
        self.passages = passages

    def find(self, name: Name) -> Finding | None:
        """Return where a name stands in the shown text: None where it was cut out, or lies across two passages."""
        if not 0 <= name.start < name.end <= len(self.plain.text):
            return None
        span = self.shown.span(*self.plain.source(name.start, name.end))
        if span is None:
            return None
        start, end = span
        passage = bisect_right(self.starts, start) - 1
        text = self.passages[passage].text
        begin = self.starts[passage]
        stop = min(end, begin + len(text))
        inner = text[start - begin : stop - begin]
        start += len(inner) - len(inner.lstrip())
        stop -= len(inner) - len(inner.rstrip())
        if stop <= start or end - stop > 1 + (len(inner) - len(inner.rstrip())):
            return None
        return Finding(start, stop, name.method, name.tag, name.kind)

    def named(self, names: list[Name]) -> Iterator[Finding]:
        """Give the findings in the order of the text, each once; one by structure outranks a tag at the same place."""
        found: dict[tuple[int, int], Finding] = {}
        for name in names:
            finding = self.find(name)
            if finding and (finding.tag == "" or (finding.start, finding.end) not in found):
                found[finding.start, finding.end] = finding
        yield from sorted(found.values(), key=lambda f: (f.start, f.end))

    def roles(self, duties: list[Duty]) -> Iterator[Role]:
        """Give the roles whose person stands in the shown text."""
        for duty in duties:
            person = self.find(duty.person)
            agency = self.find(duty.agency) if duty.agency else None
            if person and (agency or not duty.agency):
                yield Role(person, duty.relation, agency, duty.title)
