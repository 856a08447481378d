"""Runs of capitalised words that may form one name, in text where capitals tell something."""

from loaders.names.lexicon import (
    ADJECTIVES,
    AGENCY_WORDS,
    COMMON,
    FUNCTION,
    GIVEN,
    JOBS,
    LINKS,
    MARKINGS,
    MONTHS,
    OFFICIAL_TITLES,
    ORGANIZATION_WORDS,
    PARTICLES,
    SURNAMES,
    TITLE_PREFIX,
    TITLES,
)
from loaders.names.trim import after_portfolio, cut_title, trim_name
from loaders.names.view import View

_STOP = FUNCTION | MARKINGS | MONTHS
_SMALL = LINKS | PARTICLES
_ROLES = JOBS | TITLES
_OUTSIDE = COMMON | AGENCY_WORDS | ORGANIZATION_WORDS | TITLES
_PAIRED = frozenset(
    ["immigration", "customs", "foreign", "legal", "ministry", "health", "trade", "science", "education"]
)
"""First words of bodies' names that `and` goes on (`Foreign and Commonwealth Office`)."""
_HEADS = (
    AGENCY_WORDS
    | ORGANIZATION_WORDS
    | {"front", "house", "central", "republic", "state", "organization", "organisation", "commissioner"}
)
"""Words after which `of`, `for` and `the` belong to the name."""
_ON = (AGENCY_WORDS | ORGANIZATION_WORDS) - {"police", "service", "services", "news", "press"} | {"conference"}
"""Heads of bodies whose names `on` goes on (`Commission on Human Rights`)."""
_BEFORE = frozenset(
    ["al", "el", "de", "van", "von", "del", "della", "di", "bin", "abu", "abou", "ibn", "ter", "den", "da", "dos"]
)
_SPOKESMEN = frozenset(["spokesman", "spokeswoman", "spokesperson"])


def capital_runs(view: View) -> list[tuple[int, int]]:
    """Return the runs of capitalised words, small words between them included, as word indices."""
    words = view.words
    runs = []
    i, total = 0, len(words)
    while i < total:
        if not words.texts[i][0].isupper() or words.folds[i] in _STOP or view.all_caps(words.starts[i]):
            i += 1
            continue
        j = _run_end(view, i)
        start = i - 1 if _particle_before(view, i) else i
        runs.append((start, j))
        i = j
    return runs


def _particle_before(view: View, i: int) -> bool:
    """Whether a small particle stands before a name and belongs to it (`de Gooijer`, `al-Qadhafi`)."""
    words = view.words
    if not i or not words.joins[i - 1] or words.folds[i - 1] not in _BEFORE or words.texts[i - 1][0].isupper():
        return False
    return words.folds[i] not in COMMON


def _run_end(view: View, i: int) -> int:
    words = view.words
    j, headed = i + 1, words.folds[i] in _HEADS
    while j < len(words) and words.joins[j - 1] and words.gap(j - 1) not in {". ", "/"}:
        fold = words.folds[j]
        if words.texts[j][0].isupper() and (fold not in _STOP or (headed and fold in LINKS)):
            headed = headed or fold in _HEADS
            j += 1
            continue
        if fold == "on" and _ON.isdisjoint(words.folds[i:j]):
            break
        if not (((headed or words.folds[i] in _PAIRED) and fold in LINKS) or (fold in PARTICLES and not headed)):
            break
        end = _after_small_words(view, j)
        if not end or (fold in {"and", "y"} and not _list_goes_on(view, i, j)):
            break
        j = end
    return j


def _after_small_words(view: View, j: int) -> int:
    """Return one past the capitalised word that follows the small words from j on; 0 where none follows."""
    words = view.words
    end = j + 1
    while (
        end < len(words) and words.joins[end - 1] and words.folds[end] in _SMALL and not words.texts[end][0].isupper()
    ):
        end += 1
    goes_on = (
        end < len(words) and words.joins[end - 1] and words.texts[end][0].isupper() and words.folds[end] not in _STOP
    )
    return end + 1 if goes_on else 0


def _list_goes_on(view: View, i: int, j: int) -> bool:
    """Whether `and` inside a run belongs to a body's name (`Immigration and Customs Enforcement`)."""
    folds = view.words.folds[i:j]
    return "of" in folds or "for" in folds or folds[0] in _PAIRED


def trimmed_run(view: View, i: int, j: int) -> tuple[int, int]:
    """Return a run without the titles, portfolios, shouted verbs and people's names at its ends."""
    words = view.words
    i, j = trim_name(view, i, j, titles=False)
    i += cut_title(words, i, j)
    while (
        i < j - 1
        and (words.folds[i] in TITLES or (words.folds[i] in TITLE_PREFIX and words.folds[i + 1] in TITLES))
        and words.folds[i + 1] not in {"of", "for"}
        and AGENCY_WORDS.isdisjoint(words.folds[i + 1 : j])
    ):
        i += 1
    i = after_portfolio(view, i, j)
    if j < len(words) and j - i > 1 and words.folds[j - 1] in OFFICIAL_TITLES and words.texts[j][0].isupper():
        j -= 1
    j = _before_person(view, i, j)
    while i < j - 1 and words.texts[i].isupper() and words.folds[i] in COMMON and not words.texts[i + 1].isupper():
        i += 1
    return i, j


def _before_person(view: View, i: int, j: int) -> int:
    """Return where a person's full name begins inside a run (`Associated Press Terry Wallace`), or `j`."""
    words = view.words
    for k in range(i + 1, j):
        if words.folds[k] in _SPOKESMEN:
            return k
        before = words.folds[k - 1]
        if k < j - 1 and words.folds[k] in GIVEN and before not in GIVEN and before in _OUTSIDE:
            return k
    return j


def person_within(view: View, i: int, j: int) -> int:
    """Return where a full name begins that ends the words `i:j` after a job (`Head Jason Moore`); 0 if none does."""
    words = view.words
    for k in range(max(i + 1, j - 3), j - 1):
        if words.folds[k] in GIVEN and words.folds[k - 1] in _ROLES and words.folds[j - 1] not in COMMON:
            return k
    return 0


def from_given(view: View, i: int, j: int) -> int:
    """Return where a given name begins after words that are no part of a name (`elect Porfirio Lobo`), or `i`."""
    words = view.words
    if words.folds[i] in GIVEN or words.folds[i] in SURNAMES:
        return i
    for k in range(i + 1, j - 1):
        before = words.folds[k - 1]
        outside = (
            before in COMMON or before in ADJECTIVES or before in TITLES or before in view.gazetteer.national_words
        )
        if not outside or before in PARTICLES:
            return i
        if words.folds[k] in GIVEN:
            return k
    return i
