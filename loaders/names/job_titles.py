"""Job titles in running text: whether a few words name a post, and which ministry a minister's title points to."""

import re
from collections.abc import Sequence

from loaders.names.gazetteer import Gazetteer
from loaders.names.institutions import national
from loaders.names.known import Known
from loaders.names.lexicon import JOBS, MINISTRIES, NO_JOB, SAYING, TITLE_PREFIX, TITLES
from loaders.names.words import fold_phrase

_BETWEEN = frozenset(["of", "for", "and", "the", "to", "in"])
_LONGEST = 12
_TOKEN = re.compile(r"[^\s,;:()\"“”]+")
_NO_JOB = NO_JOB | {"around", "among", "between", "against", "because", "during", "under", "over", "by", "as"}
_SHORT_JOBS = frozenset(["minstate", "vfm", "depsec", "defsec", "forsec", "dcos", "cos"])
_VERB_ENDS = ("ed", "ing")
_PORTFOLIOS = {
    "defense": "defense ministry",
    "defence": "defense ministry",
    "foreign": "foreign ministry",
    "interior": "interior ministry",
    "justice": "justice ministry",
    "finance": "finance ministry",
    "health": "health ministry",
    "fm": "foreign ministry",
    "formin": "foreign ministry",
    "defmin": "defense ministry",
    **{acronym: name for acronym, name in MINISTRIES.items() if " " not in acronym},
}
_RANKS = frozenset(
    ["former", "new", "acting", "deputy", "vice", "assistant", "first", "then", "ex", "interim", "prime"]
)
_HEADS = frozenset(["minister", "secretary", "fm", "formin", "defmin"]) | {a for a in MINISTRIES if " " not in a}
"""Words that make a portfolio a minister's title; ministries by acronym stand for their ministers before a name."""


def _plain(token: str) -> str:
    return token.strip(".'’").casefold()


def is_job(words: str, *, ends: bool) -> bool:
    """Whether `words` are a job title (`climate negotiator`, `Director of Political Affairs Ambassador`).

    `ends` asks that the job's word be the last, or go on with `of` or `for`: a name follows.

    >>> is_job("multilateral affairs officer", ends=True), is_job("told Ambassador", ends=True)
    (True, False)
    """
    tokens = _TOKEN.findall(words)
    folds = [_plain(t) for t in tokens]
    if not 0 < len(folds) <= _LONGEST or "".join(tokens) != words.replace(" ", ""):
        return False
    if folds[0] in {"and", "or", "the", "to", "in"}:
        return False
    where = [k for k, fold in enumerate(folds) if _is_job_word(fold) or (k == len(folds) - 1 and several(fold))]
    if not where or not {"to", "in"}.isdisjoint(folds[: where[0]]):
        return False
    for token, fold in zip(tokens, folds, strict=True):
        small = token[0].islower() and fold not in JOBS
        if small and fold not in _BETWEEN and (fold in SAYING or fold in _NO_JOB or fold.endswith(_VERB_ENDS)):
            return False
    last = where[-1]
    after = folds[last + 1 :]
    return not ends or not after or after[0] in {"of", "for", "to", "in"} or all(f in TITLES for f in after)


def several(word: str) -> bool:
    """Whether a word names a job of several (`officers`)."""
    fold = _plain(word)
    return fold.endswith("s") and fold[:-1] in JOBS


def _is_job_word(fold: str) -> bool:
    fold = fold.removesuffix("-equivalent")
    return fold in JOBS or fold in _SHORT_JOBS or (fold.rpartition("/")[2] in JOBS) or fold.rpartition("-")[2] in JOBS


def ministry_of(gazetteer: Gazetteer, title: set[str], place: Known) -> str:
    """Return the id of the ministry to which the words of a title point in a country; empty where they point to none.

    >>> from loaders.names.gazetteer import default_gazetteer
    >>> g = default_gazetteer()
    >>> ministry_of(g, {"defense", "minister"}, g.nations["CO"])
    'defense-ministry-colombia'
    """
    if title.isdisjoint(_HEADS) or "state" in title:
        return ""
    name = next((_PORTFOLIOS[w] for w in sorted(title) if w in _PORTFOLIOS), "")
    return national(gazetteer, place, name).id if name else ""


_MINISTRY_WORDS = frozenset(["ministry", "department", "secretariat", "secretaria", "ministerio", "dept"])
_MINISTERS = frozenset(["minister", "secretary", "minster", "undersecretary", "viceminister", "secretario", "ministro"])
_OTHER = frozenset(["of", "the", "for", "and", "de", "del", "la", "y", "us"])


def portfolio_of_body(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the words of a ministry's portfolio (`Ministry of Transport`: transport); none for another body.

    The State Department has none: every minister of foreign affairs is a secretary of some state.
    """
    folds = fold_phrase(name).split()
    if _MINISTRY_WORDS.isdisjoint(folds):
        return frozenset()
    words = frozenset(folds) - _MINISTRY_WORDS - _OTHER
    return frozenset(w for w in words if w not in gazetteer.national_words and w != "state")


def portfolio_of_title(folds: Sequence[str], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the words of the portfolio that a minister's title names (`Deputy Transport Minister`: transport)."""
    if _MINISTERS.isdisjoint(folds):
        return frozenset()
    words = frozenset(folds) - _MINISTERS - _OTHER
    return frozenset(w for w in words if w not in gazetteer.national_words and w not in _RANKS)


def only_titles(words: str) -> bool:
    """Whether words are nothing but titles before a name (`retired Brigadier General`)."""
    return all(_plain(t) in TITLES or _plain(t) in TITLE_PREFIX for t in _TOKEN.findall(words))
