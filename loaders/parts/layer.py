"""A text together with the way back to the text it was made from."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

Edit = tuple[int, int, str]
"""Put the third in the place of `text[first:second]`."""
_COUNTED = array("i", range(100_000))
"""The offsets of a text that nothing was done to, unless it is longer than nearly all are."""


@dataclass(frozen=True, slots=True)
class Layer:
    """`text`, and for each of its characters the position in the source text that it came from (never decreasing)."""

    text: str
    offsets: "array[int]"

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the layer in which every character came from itself."""
        return cls(text, _COUNTED[: len(text)] if len(text) <= len(_COUNTED) else array("i", range(len(text))))

    def edited(self, edits: Iterable[Edit]) -> "Layer":
        """Return the layer with `edits` made: given in order; one that overlaps the one before it is left out.

        A character put in comes from the character whose place it takes; one put between two, from the one before.
        """
        pieces: list[str] = []
        offsets = array("i")
        at = 0
        for start, end, new in edits:
            if start < at:
                continue
            pieces.append(self.text[at:start])
            offsets.extend(self.offsets[at:start])
            if new and self.text:
                pieces.append(new)
                last = max(end - 1, start - 1, 0)
                offsets.extend(self.offsets[min(start + i, last)] for i in range(len(new)))
            at = end
        if not pieces:
            return self
        pieces.append(self.text[at:])
        offsets.extend(self.offsets[at:])
        return Layer("".join(pieces), offsets)

    def sliced(self, start: int, end: int) -> "Layer":
        """Return the layer of `text[start:end]`."""
        return Layer(self.text[start:end], self.offsets[start:end])

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the first position in the source of `text[start:end]`, and that of its last character."""
        return self.offsets[start], self.offsets[end - 1]

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the span of the text that came from source positions `first` to `last`, or None if nothing did."""
        start = bisect_left(self.offsets, first)
        end = bisect_left(self.offsets, last + 1)
        return (start, end) if start < end else None
