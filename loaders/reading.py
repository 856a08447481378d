"""A source file after its form was read, before any name was resolved."""

import re
from array import array
from dataclasses import dataclass
from html import unescape

from graph.document import Document
from graph.entity import Kind
from graph.errors import InputError
from graph.mention import Method
from graph.passage import Passage
from graph.relation import RelationKind

_ENTITY = re.compile(r"&#?\w{1,31};")


def after_character(source: str, position: int, shown: str) -> int:
    """Return where the source of the character `shown`, which begins at `position`, ends: past a whole HTML entity."""
    entity = _ENTITY.match(source, position) if source[position] == "&" else None
    return entity.end() if entity and unescape(entity[0]).endswith(shown) else position + 1


class NoDocumentError(InputError):
    """A file was read and holds no document; its text says what was found instead."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of the shown text that the form says is a name.

    `tag` is the machine tagger's bracket (`PER`, `ORG`, `LOC`, `MISC`), a suspicion; a finding by structure (`tag`
    empty) is certain, and `kind` says what it is where the form tells.
    """

    start: int
    end: int
    method: Method
    tag: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A relation that the form states: who drafted, cleared, classified, signed; of which office; under which title.

    `person` and `agency` are findings of the same reading. `relation` None says only that the person works there.
    """

    person: Finding
    relation: RelationKind | None
    agency: Finding | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as a person is shown it, with the way back to the source text.

    `shown` is the passages' texts joined by line feeds, `starts` where each begins in it. `offsets` gives the source
    position of every character of `shown`: names are sought in `shown`, and their spans mapped back by `source_span`.
    """

    document: Document
    text: str
    shown: str
    offsets: "array[int]"
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    roles: tuple[Role, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source text that `shown[start:end]` came from."""
        return self.offsets[start], after_character(self.text, self.offsets[end - 1], self.shown[end - 1])
