"""Families and mixed peoples: names of many, and of nobody (`the Kirchners`, `Afro-Brazilians`)."""

from graph.entity import PEOPLE
from loaders.names.lexicon import SURNAMES
from loaders.names.view import View

_MIXED = frozenset(["afro", "anglo", "euro", "franco", "indo", "luso", "pan", "russo", "sino", "turko"])


def is_family(view: View, fold: str) -> bool:
    """Whether a word is a family's, and nobody's in it (`the Kirchners`)."""
    one = fold.removesuffix("s")
    if one == fold or fold in SURNAMES:
        return False
    return one in SURNAMES or any(n.known.kind in PEOPLE for n in view.gazetteer.names.get(one, ()))


def is_mixed(key: str) -> bool:
    """Whether a folded name is an adjective of two peoples (`sino colombian`, `indo pak`)."""
    first, _, rest = key.partition(" ")
    return first in _MIXED and bool(rest)
