"""Newspapers by the form in which press reviews cite them: `(Al Shorouk, 10/4/2009)`."""

import re

from graph.entity import Kind
from graph.mention import Method
from loaders.names.span import Span
from loaders.names.view import View

_CITED = re.compile(r"\(([A-Z][^()\d,;:]{2,40}), (?:p(?:age|\.)? ?\d{1,3}, )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\)")
_NAME = re.compile(r"[A-Z][^()]*?(?=, | and |$)")


def recognise_press(view: View) -> list[Span]:
    """Return the newspapers of citations that end with a date."""
    return [
        Span(cited.start(1) + name.start(), cited.start(1) + name.end(), Method.RULE, 0.8, kind=Kind.ORGANIZATION)
        for cited in _CITED.finditer(view.shown)
        for name in _NAME.finditer(cited[1])
    ]
