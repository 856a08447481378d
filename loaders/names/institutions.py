"""Institutions named by their nation: `Mexican Navy`, `U.S. Embassy in Bogota`, `GOM`, `the Embassy`."""

from dataclasses import dataclass

from graph.document import DocumentKind
from graph.entity import Kind
from graph.name import slug
from loaders.names.gazetteer import Gazetteer
from loaders.names.known import Known
from loaders.names.lexicon import INSTITUTIONS, MINISTRIES
from loaders.names.view import View
from loaders.posts import Post

MISSIONS = {"embassy": "embassy", "consulate": "consulate", "mission": "mission"}
_AMERICAN = frozenset(["congress", "marines"])
"""Bodies that are the United States' where the country has none that is known."""
_NOT_AMERICAN = frozenset(
    ["parliament", "national assembly", "federal police", "national police", "foreign ministry", "central bank"]
)
"""Bodies that the United States have not."""
_LONGEST = max(len(name.split()) for name in INSTITUTIONS)


@dataclass(frozen=True, slots=True)
class Institution:
    """An agency with the identifier and name it has in every document."""

    id: str
    name: str


def institution_at(view: View, k: int) -> tuple[int, str]:
    """Return the institution named at word k, as (one past its last word, its name); (k, "") where none is."""
    folds, joins = view.words.folds, view.words.joins
    for length in range(min(_LONGEST, len(folds) - k), 0, -1):
        name = " ".join(folds[k : k + length])
        if name in INSTITUTIONS and all(joins[k : k + length - 1]):
            return k + length, name
    return k, ""


def national(gazetteer: Gazetteer, place: Known, name: str) -> Institution:
    """Return the institution `name` of a country: the gazetteer's where it knows one, else a made-up, stable one."""
    demonym = place.demonyms[0] if place.demonyms else place.name
    name = MINISTRIES.get(name, name)
    titled = name.title()
    for text in (f"{demonym} {name}", f"{name} of {place.name}", f"{place.name} {name}"):
        known = gazetteer.surely(text)
        if known and known.kind == Kind.AGENCY:
            return Institution(known.id, known.name)
    if name == "government":
        return Institution(f"government-of-{place.id}", f"Government of {place.name}")
    if name in {"marines", "marine corps"}:
        return Institution(f"{slug(demonym)}-marines", f"{demonym} Marines")
    return Institution(f"{slug(demonym)}-{slug(name)}", f"{demonym} {titled}")


def force_of(view: View, force: str) -> Institution | None:
    """Return the institution that `the Army`, `Congress` and the like mean in a document; None where none does."""
    gazetteer = view.gazetteer
    place = gazetteer.nations.get(view.country or _home(view, force))
    if place is None:
        return None
    found = national(gazetteer, place, force)
    own = [n.known for n in gazetteer.names.get(force, ()) if n.known.country == place.country]
    if len(own) == 1 and own[0].kind in {Kind.AGENCY, Kind.ORGANIZATION}:
        return Institution(own[0].id, own[0].name)
    if force in _AMERICAN and found.id not in gazetteer.entities and "US" in gazetteer.nations:
        return national(gazetteer, gazetteer.nations["US"], force)
    return found


def _home(view: View, force: str) -> str:
    """Return the country whose forces a paper without a country of its own means; a cable has its post's."""
    if view.reading.document.kind == DocumentKind.CABLE:
        return ""
    if force not in _NOT_AMERICAN and not force.endswith("ministry"):
        return "US"
    return next((nation for nation, _ in view.nations.most_common() if nation != "US"), "")


def post_at(gazetteer: Gazetteer, kind: str, place: str, country: str = "") -> Post | None:
    """Return the diplomatic post of that kind (`embassy`, `consulate`, `mission`) at a place."""
    for text in (f"us {kind} {place}", f"us {kind} general {place}", f"us {kind} in {place}"):
        post = gazetteer.post(text)
        if post:
            return post
    post = gazetteer.post(place)
    if post and (kind in post.kind or kind in post.id or not post.kind):
        return post
    if country:
        return next((p for p in gazetteer.posts.values() if p.country == country and kind in p.id), None)
    return None
