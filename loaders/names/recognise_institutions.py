"""Rules for agencies that are named by their nation, their post or their office."""

from graph.entity import Kind
from graph.mention import Method
from graph.name import slug
from graph.passage import Part
from loaders.names.institutions import MISSIONS, institution_at, nation_near, national, post_at
from loaders.names.known import Known
from loaders.names.lexicon import FORCES, FUNCTION, GROUP_WORDS, MONTHS, NOT_ALONE, SMALL_INSTITUTIONS, TITLES
from loaders.names.span import Span
from loaders.names.view import View

_MISSION_WORDS = {"embassy", "consulate", "mission", "amembassy", "amconsul", "usmission", "usint", "conoff", "emb"}
_FIRST_OF_NATIONS = frozenset(["united", "south", "north", "saudi", "costa", "el", "new", "sri", "burkina", "sierra"])
_ACRONYM = range(3, 6)
_NOT_AFTER = FUNCTION | MONTHS | TITLES
_FIRST_OF_FORCES = frozenset(name.split()[0] for name in FORCES)
_NO_GOVERNMENTS = frozenset(
    {"GOP", "GOD", "GOT", "GOAL", "GOALS", "GOOD", "GOLD", "GOES", "GOING", "GOLF", "GOODS", "GONE", "GORE"}
)
_TELEGRAM = {"amembassy": "embassy", "amconsul": "consulate", "usmission": "mission"}


def recognise_institutions(view: View) -> list[Span]:
    """Return national institutions, diplomatic posts, and governments by acronym (`GOM`)."""
    words = view.words
    spans: list[Span] = []
    end = 0
    nations = _FIRST_OF_NATIONS | {"us", "american"} | view.gazetteer.demonyms.keys()
    for i, fold in enumerate(words.folds):
        if i < end:
            continue
        k, place = _nation(view, i) if fold in nations else (i, None)
        span = None
        if place is not None:
            span, end = _national(view, i, k, place)
        elif fold in _MISSION_WORDS:
            span, end = _mission(view, i)
        elif fold in _FIRST_OF_FORCES and words.texts[i][0].isupper():
            span, end = _force(view, i)
        elif fold.startswith("go") and is_government(words.texts[i]):
            span, end = _government(view, i)
        if span is not None:
            spans.append(span)
    return spans


def _nation(view: View, i: int) -> tuple[int, Known | None]:
    """Return the country whose people word i names, with the index of the word joined after it; (i, None) if none."""
    words, demonyms = view.words, view.gazetteer.demonyms
    fold = words.folds[i]
    place = demonyms.get(fold) or (view.gazetteer.countries.get("US") if fold in {"us", "american"} else None)
    k = i + 1
    if place is None and fold in _FIRST_OF_NATIONS and words.joins[i] and k < len(words):
        place = demonyms.get(f"{fold} {words.folds[k]}")
        k += 1
    if place is None or k >= len(words) or not words.joins[k - 1]:
        return i, None
    return k, place


def _span(view: View, place: tuple[int, int], entity: str, title: str, confidence: float = 0.9) -> Span:
    words = view.words
    i, j = place
    return Span(
        words.starts[i], words.ends[j - 1], Method.RULE, confidence, kind=Kind.AGENCY, entity=entity, title=title
    )


def _national(view: View, i: int, k: int, place: Known) -> tuple[Span | None, int]:
    """Read `Mexican Navy`, `U.S. Embassy Mexico City`, `U.S. Consulate in Ciudad Juarez`."""
    words = view.words
    if words.gap(k - 1) not in {" ", "  "} or not words.texts[i][0].isupper():
        return None, 0
    if words.folds[k] in MISSIONS:
        return _embassy(view, i, k, place)
    j, name = institution_at(view, k)
    if not name or (not words.texts[k][0].isupper() and name not in SMALL_INSTITUTIONS):
        return None, 0
    formal = name == "government" and words.texts[k][0].isupper()
    if not formal and not stands_alone(view, j):
        return None, 0
    found = national(view.gazetteer, place, name)
    return _span(view, (i, j), found.id, found.name), j


def _place_after(view: View, k: int) -> tuple[int, str]:
    """Return the place named at word k (one past its end, its folded name); (k, "") where none stands there."""
    words, gazetteer = view.words, view.gazetteer
    for length in (4, 3, 2, 1):
        j = k + length
        if j > len(words) or not all(words.joins[k : j - 1]) or not words.texts[k][0].isupper():
            continue
        text = " ".join(words.folds[k:j])
        if gazetteer.post(text) or any(n.known.kind == Kind.PLACE for n in gazetteer.names.get(text, ())):
            return j, text
    return k, ""


def _embassy(view: View, i: int, k: int, place: Known) -> tuple[Span | None, int]:
    words, gazetteer = view.words, view.gazetteer
    kind = words.folds[k]
    j = k + 1
    if j < len(words) and words.folds[j] == "general" and words.joins[k]:
        j += 1
    at, name = (j, "")
    if j < len(words) and words.joins[j - 1]:
        at, name = _place_after(view, j)
    if not name and j + 1 < len(words) and words.folds[j] in {"in", "at"} and words.joins[j - 1]:
        _, name = _place_after(view, j + 1)
        at = j
    if "US" not in place.tags:
        if kind == "mission":
            return None, 0
        return _span(view, (i, j), f"{kind}-of-{place.id}", f"{kind.title()} of {place.name}"), j
    country = next((n.known.country for n in gazetteer.names.get(name, ()) if n.known.tags), "") if name else ""
    post = post_at(gazetteer, kind, name, country) if name else None
    if post is None and not name and view.post and kind in view.post.id:
        post = view.post
    if post is None and not name and kind == "embassy":
        abroad = view.country not in {"", "US"}
        country = view.country if abroad else nation_near(view, words.starts[i], but="US")
        post = post_at(gazetteer, kind, "", country) if country else None
    if post is not None:
        return _span(view, (i, at), post.id, post.title), at
    if not stands_alone(view, at) and not name:
        return None, 0
    entity = f"us-{kind}-{slug(name)}" if name else f"us-{kind}"
    return _span(view, (i, at), entity, f"U.S. {kind.title()} {name.title()}".strip()), at


def _mission(view: View, i: int) -> tuple[Span | None, int]:
    """Read `AMEMBASSY MEXICO`, `Consulate Tijuana`, and `the Embassy` on its own."""
    words = view.words
    fold = words.folds[i]
    kind = _TELEGRAM.get(fold, fold)
    j = i + 1
    if j < len(words) and words.folds[j] == "general" and words.joins[i]:
        j += 1
    if not words.texts[i][0].isupper():
        return None, 0
    if j < len(words) and words.joins[j - 1] and words.gap(j - 1).isspace():
        at, name = _place_after(view, j)
        if name:
            post = post_at(view.gazetteer, kind, name)
            if post:
                return _span(view, (i, at), post.id, post.title), at
            if fold in _TELEGRAM:
                return _span(view, (i, at), f"us-{kind}-{slug(name)}", f"U.S. {kind.title()} {name.title()}"), at
    if fold == "embassy" and view.post and "embassy" in view.post.id and _alone(view, i):
        return _span(view, (i, i + 1), view.post.id, view.post.title, 0.8), i + 1
    return None, 0


def _alone(view: View, i: int) -> bool:
    """Whether `Embassy` at word i stands for the embassy itself: after an article or as subject, before no noun."""
    words = view.words
    if view.part(words.starts[i]) not in {Part.BODY, Part.SUBJECT, Part.HEADING} or view.all_caps(words.starts[i]):
        return False
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    if previous in view.gazetteer.demonyms or (
        previous and previous not in FUNCTION and words.texts[i - 1][0].isupper()
    ):
        return False
    return stands_alone(view, i + 1) and (previous == "the" or words.first[i] or previous in FUNCTION)


def stands_alone(view: View, k: int) -> bool:
    """Whether nothing at word k turns the institution before it into a mere attribute (`Embassy officials`)."""
    words = view.words
    if k >= len(words) or not words.gap(k - 1).isspace() or "\n" in words.gap(k - 1):
        return True
    if words.folds[k] in NOT_ALONE:
        return False
    if words.folds[k] in {"and", "or"} and k + 2 < len(words) and words.folds[k + 2] in NOT_ALONE:
        return False
    return not (
        words.texts[k][0].isupper() and not words.texts[k].isupper() and words.folds[k] in {"code", "interagency"}
    )


def _force(view: View, i: int) -> tuple[Span | None, int]:
    """Read `the Army` and `Navy spokesman` by the document's country; the bare word in capitals tells nothing."""
    words = view.words
    if not words.texts[i][0].isupper() or view.all_caps(words.starts[i]):
        return None, 0
    j, name = institution_at(view, i)
    if name not in FORCES:
        return None, 0
    previous = words.folds[i - 1] if i and words.joins[i - 1] else ""
    if name == "military" or (previous and words.texts[i - 1][0].isupper() and previous not in FUNCTION):
        return None, 0
    following = words.folds[j] if j < len(words) and words.joins[j - 1] else ""
    if following in GROUP_WORDS or (following and words.texts[j][0].isupper() and following not in _NOT_AFTER):
        return None, 0
    return Span(words.starts[i], words.ends[j - 1], Method.RULE, 0.6, kind=Kind.AGENCY, entity="", title=name), j


def is_government(text: str) -> bool:
    """Whether a word is written as a government's acronym (`GOM`, `GOCR`), whatever else it may be."""
    written = text[:2] in {"GO", "Go"} and text[2:].isupper() and text.isalpha()
    return written and len(text) in _ACRONYM and text.upper() not in _NO_GOVERNMENTS


def _government(view: View, i: int) -> tuple[Span | None, int]:
    """Read `GOM`, `GOCR`: the government of the document's country, of one that it names, or of the only one known."""
    words, gazetteer = view.words, view.gazetteer
    text = words.texts[i]
    letters = text[2:].casefold()
    home = gazetteer.nations.get(view.country)
    place = home if home is not None and _initials_fit(letters, home) else None
    if place is None:
        named = [p for p, _ in view.nations.most_common() if _initials_fit(letters, gazetteer.nations[p])]
        place = gazetteer.nations[named[0]] if named else None
    if place is not None:
        found = national(gazetteer, place, "government")
        return _span(view, (i, i + 1), found.id, found.name), i + 1
    known = gazetteer.surely(text)
    if known is not None and len(letters) > 1:
        return _span(view, (i, i + 1), known.id, known.name), i + 1
    if len(letters) > 1:
        return None, 0
    return Span(words.starts[i], words.ends[i], Method.RULE, 0.6, kind=Kind.AGENCY), i + 1


def _initials_fit(letters: str, place: Known) -> bool:
    """Whether letters stand for a country: its initial, its words' initials, or its TAGS code (`CR`, `AJ`)."""
    name = place.name.casefold()
    initials = "".join(word[0] for word in name.replace("-", " ").split())
    return letters in {name[0], initials, *(t.casefold() for t in place.tags)}
