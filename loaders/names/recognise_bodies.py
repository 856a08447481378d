"""Rules for names that say what they are: `National Human Rights Commission`, `Barrio 18 Cartel`, `Lake Chapala`."""

from graph.mention import Method
from graph.passage import Part
from loaders.names.body_words import is_body, kind_by_words
from loaders.names.capitals import capital_runs, trimmed_run
from loaders.names.lexicon import AGENCY_HEADS, COMMON, LINKS, NO_NAMES, NOT_BODIES, PARTICLES, TITLES
from loaders.names.span import Span
from loaders.names.trim import completes_title
from loaders.names.view import View

_OFFICES = frozenset(["secretary", "minister", "president", "ambassador", "governor", "premier", "mayor", "attorney"])
"""Words that make an office of a run, unless a body's word leads it."""
_LEADING = frozenset(["office", "house", "department", "bureau"])
_MISSIONS = frozenset(["embassy", "consulate", "mission", "post"])


def recognise_bodies(view: View) -> list[Span]:
    """Return agencies, organizations, groups and places whose own words tell their kind."""
    spans = []
    for run in capital_runs(view):
        i, j = trimmed_run(view, *run)
        if i < j and not names_nothing(view, i, j):
            span = _body(view, i, j)
            if span is not None:
                spans.append(span)
    return spans


def names_nothing(view: View, i: int, j: int) -> bool:
    """Whether a run of capitals names a law, an office, a role or a post that other rules read."""
    words, gazetteer = view.words, view.gazetteer
    folds = words.folds[i:j]
    thing = folds[-1] in NOT_BODIES and not is_body(folds)
    if completes_title(view, i, j) or (j - i == 1 and folds[0] in NO_NAMES) or thing:
        return True
    if j < len(words) and words.joins[j - 1] and words.folds[j] in NOT_BODIES and words.texts[j][0].isupper():
        return True
    office = not _OFFICES.isdisjoint(folds) and folds[0] not in _LEADING
    if office or (folds[-1] in _MISSIONS and not {"us", "american", "british"} & set(folds)):
        return True
    if j - i == 1:
        return False
    opens = words.first[i] and folds[0] in COMMON
    if opens and gazetteer.meanings(view.shown[words.starts[i + 1] : words.ends[j - 1]]):
        return True
    return folds[0] in gazetteer.demonyms and folds[1] in TITLES


def _body(view: View, i: int, j: int) -> Span | None:
    words = view.words
    folds = words.folds[i:j]
    kind = kind_by_words(folds)
    heavy = [f for f in folds if f not in LINKS and f not in PARTICLES]
    if kind is None or len(heavy) == 1 or (len(folds) == 2 and _names_known(view, i)):  # noqa: PLR2004 `DHS Team`
        return None
    if folds[-1] in AGENCY_HEADS and words.gap(j - 1).startswith(":"):
        return None  # a field of a form (`Unit: 15th Brigade`)
    plain = all(f in COMMON or f in view.lower for f in heavy)
    shouted = view.shown[words.starts[i] : words.ends[j - 1]].isupper()
    heading = view.part(words.starts[i]) == Part.HEADING or (words.first[i] and words.gap(j - 1) == "\n")
    if plain and (shouted or heading):
        return None
    telling = len(heavy) != len(words.folds[i : i + 2]) or not all(f in COMMON for f in heavy)
    return Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.7 if telling else 0.55, kind=kind)


def _names_known(view: View, i: int) -> bool:
    """Whether word i is an acronym that the gazetteer surely knows: what follows it only belongs to it."""
    text = view.words.texts[i]
    return text.isupper() and any(n.writing for n in view.gazetteer.meanings(text))
