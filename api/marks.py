"""Cutting a text at the names that stand in it."""

from collections.abc import Iterable, Iterator

from graph.answer import Span


def pieces(text: str, *names: Iterable[Span]) -> Iterator[tuple[str, int | None]]:
    """Give the pieces of a text: each with the number of the name that it is, None between names.

    A name is given by its places. Of places that overlap the first counts; of those that begin together the longest,
    and of equal ones that of the name with the smaller number.

    >>> list(pieces("DEA and SEMAR", [Span(0, 3)], [Span(8, 13), Span(8, 11)]))
    [('DEA', 0), (' and ', None), ('SEMAR', 1)]
    """
    at = 0
    for start, longest, number in sorted((s.start, -s.end, n) for n, places in enumerate(names) for s in places):
        if start < at:
            continue
        if start > at:
            yield text[at:start], None
        at = -longest
        yield text[start:at], number
    if at < len(text):
        yield text[at:], None
