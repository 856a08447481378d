"""Offices by symbol in running text: `NEA/IR`, `D(S)`."""

import re

from graph.entity import Kind
from graph.mention import Method
from graph.passage import Part
from loaders.names.lexicon import NO_OFFICES
from loaders.names.span import Span
from loaders.names.view import View

_OFFICE = re.compile(r"(?<![\w/.-])([A-Z]{1,5}(?:/[A-Z]{1,5}(?:-[A-Z]+)?)+|[DSP]\([A-Z]{1,3}\))(?![\w/])")


def recognise_offices(view: View) -> list[Span]:
    """Return office symbols: any in clearance and address lines, elsewhere those of a bureau that is known."""
    spans = []
    for match in _OFFICE.finditer(view.shown):
        text = match.group()
        if text in NO_OFFICES:
            continue
        bureau = re.split(r"[/(]", text)[0]
        sure = bool(view.gazetteer.meanings(text)) or any(n.writing for n in view.gazetteer.meanings(bureau))
        if sure or view.part(match.start()) in {Part.CLEARANCE, Part.ADDRESS}:
            spans.append(Span(match.start(), match.end(), Method.RULE, 0.8, kind=Kind.AGENCY))
    return spans
