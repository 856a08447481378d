"""Places of several words that have no entity of their own: `Horn of Africa`, `Beni Suef`."""

from graph.entity import Kind
from graph.mention import Method
from graph.passage import CO_MENTIONING
from loaders.names.lexicon import LINKS, PARTICLES, PLACES
from loaders.names.span import Span
from loaders.names.view import View

_BY_FIRST: dict[str, tuple[int, ...]] = {}
for _phrase in PLACES:
    _first, *_rest = _phrase.split()
    if _rest:
        _BY_FIRST[_first] = tuple(sorted({*_BY_FIRST.get(_first, ()), 1 + len(_rest)}, reverse=True))


def recognise_places(view: View) -> list[Span]:
    """Return the places of several words that `data/place_names.txt` lists, written as names."""
    words = view.words
    spans = []
    for i, fold in enumerate(words.folds):
        for length in _BY_FIRST.get(fold, ()):
            j = i + length
            if j > len(words) or not all(words.joins[i : j - 1]) or " ".join(words.folds[i:j]) not in PLACES:
                continue
            if view.part(words.starts[i]) in CO_MENTIONING and _written_as_name(view, i, j):
                spans.append(Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.8, kind=Kind.PLACE))
                break
    return spans


def _written_as_name(view: View, i: int, j: int) -> bool:
    words = view.words
    heavy = [k for k in range(i, j) if words.folds[k] not in LINKS and words.folds[k] not in PARTICLES]
    small = [k for k in heavy if words.texts[k][0].islower()]
    return len(small) < len(heavy) and all(words.folds[k] == "sub" for k in small)
