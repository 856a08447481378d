"""Institutions named by their nation: `Mexican Navy`, `U.S. Embassy in Bogota`, `GOM`, `the Embassy`."""

from dataclasses import dataclass
from itertools import chain, takewhile

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
_BACK = 3
"""How many passages back one still reads of the same country."""
_OURS = frozenset(["congress", "senate", "marines", "coast guard"])
"""Bodies that a mail of the Department names without more when they are American."""
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


def force_of(view: View, force: str, position: int) -> Institution | None:
    """Return the institution that `the Army`, `Congress` and the like mean at a place of a document; None if none."""
    gazetteer = view.gazetteer
    place = gazetteer.nations.get(home_of(view, force, position))
    if place is None:
        return None
    found = national(gazetteer, place, force)
    own = [n.known for n in gazetteer.names.get(force, ()) if n.known.country == place.country]
    if len(own) == 1 and own[0].kind in {Kind.AGENCY, Kind.ORGANIZATION}:
        return Institution(own[0].id, own[0].name)
    if force in _AMERICAN and found.id not in gazetteer.entities and "US" in gazetteer.nations:
        return national(gazetteer, gazetteer.nations["US"], force)
    return found


def nation_near(view: View, position: int, but: str = "") -> str:
    """Return the country last named before a place in its passage or a few before, else first after in its own.

    Empty where none is named.

    `but` is a country that does not count.
    """
    words, national = view.words, view.gazetteer.national_words
    passage = view.passage(position)
    i = words.before(position) + 1
    before = takewhile(lambda k: view.passage(words.starts[k]) >= passage - _BACK, range(i - 1, -1, -1))
    after = takewhile(lambda k: view.passage(words.starts[k]) == passage, range(i, len(words)))
    for k in chain(before, after):
        place = national.get(words.folds[k])
        if place is not None and place.country != but:
            return place.country
    return ""


def home_of(view: View, force: str, position: int) -> str:
    """Return the country whose forces a paper means: a cable its post's, a mail the one that it speaks of."""
    if view.reading.document.kind == DocumentKind.CABLE or view.country not in {"", "US"}:
        return view.country
    ministry = force.endswith("ministry") or force.startswith("ministry")
    american = force not in _NOT_AMERICAN and not ministry
    if force in _OURS:
        return "US"
    but = "" if american else "US"
    near = nation_near(view, position, but=but)
    return near or next((nation for nation, _ in view.nations.most_common() if nation != but), "US" if american else "")


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
