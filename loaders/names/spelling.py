"""The spelling of a person's name: turned round, without initials, in parts."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from graph.name import collapse
from loaders.names.lexicon import FAMILIAR, GIVEN, PARTICLES, TITLES
from loaders.names.misread import alike
from loaders.names.words import fold_word

_NICKNAME = re.compile(r"\s*[\"“”‘’'(]{1,2}[^\"“”()]{0,200}[\"“”‘’')]{1,2}\s+")
_REVERSED = re.compile(r"^([^,]{2,40}),\s*([^,]{1,30})$")
_REVERSED_AT_STOP = re.compile(r"^([A-Z][\w'’-]{3,30})\.\s*([A-Z][\w'’-]+ [A-Z]\.?)$")
"""A comma read as a full stop: `Mills. Cheryl D`."""
_GLUED = re.compile(r"^([A-Z])\.?\s?(?:[A-Z](?=[A-Z][a-z]))?([A-Z][a-z][\w'’-]+)$")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$", re.IGNORECASE)
_OCR_INITIAL = re.compile(r"\s+[\dJj.\]\[|)(lI]{1,2}$|[.)\]]+$")
_CALLED = re.compile(
    r"^(?:[A-Z]/)?(?:CG|DCM|CDA|CHARGE|ADCM|CONGEN|AMB|M-C|MC|USDP|DAS|PDAS)\.? +(?=\S{2})", re.IGNORECASE
)
_SURNAMES_TOO = frozenset(
    [
        "king",
        "prince",
        "major",
        "judge",
        "chief",
        "lord",
        "bishop",
        "pope",
        "father",
        "sergeant",
        "president",
        "general",
        "captain",
        "baron",
        "dame",
    ]
)
_ONLY_TITLES = TITLES - _SURNAMES_TOO
_ENOUGH = 92
_ARTICLES = frozenset(["el", "la", "los", "las", "de", "del"])
FULL = 2
"""A full name has two parts at least."""
_TWO_SURNAMES = 3
_LONG = 8


@lru_cache(maxsize=1 << 14)
def spoken(surface: str) -> str:
    """Return a person's name as it is spoken: given name first, initial apart, no middle initial.

    >>> spoken("Sullivan, Jacob J"), spoken("GWills"), spoken('Joaquin "El Chapo" Guzman')
    ('Jacob Sullivan', 'G. Wills', 'Joaquin Guzman')
    """
    name = collapse(surface.replace("_", " "))
    turned = _REVERSED.match(name) or _reversed_at_stop(name)
    if turned:
        given = _OCR_INITIAL.sub("", turned.group(2).strip())
        name = f"{given} {turned.group(1)}"
    else:
        name = _without_titles(name)
    name = _NICKNAME.sub(" ", name)
    name = _SUFFIX.sub("", name)
    glued = _GLUED.match(name)
    if glued:
        return f"{glued.group(1)}. {glued.group(2)}"
    words = name.split()
    if len(words) > FULL:
        words = [words[0], *(w for w in words[1:-1] if len(w.strip(".")) > 1), words[-1]]
    if name.isupper():
        words = [w.title() if w.casefold() not in PARTICLES else w.lower() for w in words]
    return " ".join(words)


def _reversed_at_stop(name: str) -> "re.Match[str] | None":
    found = _REVERSED_AT_STOP.match(name)
    return found if found and found.group(1).casefold() not in TITLES else None


def formal(given: str) -> str:
    """Return the full form of a familiar given name, folded (`jake`: `jacob`)."""
    return FAMILIAR.get(given, given)


def _without_titles(name: str) -> str:
    name = _CALLED.sub("", name)
    words = name.split()
    while len(words) > FULL and words[0].strip(".").casefold() in _ONLY_TITLES:
        words = words[1:]
    return " ".join(words)


def parts(name: str) -> list[str]:
    """Return the folded words of a name, particles joined to what follows them (`de la cruz`).

    >>> parts("al-Qadhafi"), parts("Al Gore")
    (['al qadhafi'], ['al', 'gore'])
    """
    return list(_parts(name))


_ARABIC = re.compile(r"al[ -]|A[lL]-")
"""The Arabic article before a surname (`al-Qadhafi`), which is no given name (`Al Gore`)."""


@lru_cache(maxsize=1 << 14)
def _parts(name: str) -> tuple[str, ...]:
    out: list[str] = []
    held = ""
    for word in re.findall(r"[^\W_]+", name):
        fold = fold_word(word)
        if fold in PARTICLES and (out or fold in _ARTICLES or _ARABIC.match(name)):
            held += fold + " "
        else:
            out.append(held + fold)
            held = ""
    return (*out, held.strip()) if held else tuple(out)


def surnames(name: str) -> list[str]:
    """Return the ways a full name's bearer may be called by surname, the likeliest first.

    >>> surnames("Rogelio Lopez Villafana")
    ['villafana', 'lopez villafana', 'lopez']
    """
    words = parts(name)
    if len(words) < FULL:
        return words
    forms = [words[-1]]
    if len(words) >= _TWO_SURNAMES:
        forms.append(f"{words[-2]} {words[-1]}")
        if words[-2] not in GIVEN:
            forms.append(words[-2])
    if " " in words[-1]:
        forms.append(words[-1].split()[-1])
    return forms


def same_person(one: str, other: str) -> bool:
    """Whether two full names of one document are spellings of one: the same words, misread or not, a slip apart, or one
    within the other.
    """
    a, b = parts(one), parts(other)
    if a == b:
        return True
    if min(len(a), len(b)) < FULL:
        return False
    if sorted(a) == sorted(b) or (len(a) == len(b) and all(map(alike, a, b))):
        return True
    short, long = sorted((a, b), key=len)
    short[0], long[0] = formal(short[0]), formal(long[0])
    if short[0][0] != long[0][0]:
        return False
    if min(len(short[0]), len(long[0])) == 1:
        return len(short) == FULL and short[-1] == long[-1]
    return short == long or _within(short, long) or _a_slip_apart(a, b)


def _within(short: list[str], long: list[str]) -> bool:
    """Whether a name is the other with parts left out (`Jose Vasconcelos`, `Jose Luis Vasconcelos`)."""
    shorter = len(short) < len(long) and short[0] == long[0]
    return shorter and set(short) <= set(long) and short[-1] in long[-2:]


def _a_slip_apart(a: list[str], b: list[str]) -> bool:
    one, other = " ".join(a), " ".join(b)
    alike = len(a) == len(b) and a[0][:2] == b[0][:2] and min(len(one), len(other)) > _LONG
    return alike and fuzz.ratio(one, other) >= _ENOUGH
