"""Word lists: ordinary words, given names, titles, and the words that give a name's kind away (`data/lexicon.toml`)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"


def word_list(name: str) -> frozenset[str]:
    """Return the folded words of `data/NAME.txt`, one a line."""
    return frozenset((DATA / f"{name}.txt").read_text(encoding="utf-8").split())


def phrase_list(name: str) -> frozenset[str]:
    """Return the folded lines of `data/NAME.txt`."""
    return frozenset((DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")) - {""}


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads((DATA / "lexicon.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_lexicon()[name].split())


COMMON = word_list("common_words")
"""Words that cables also write with a small letter."""
GIVEN = word_list("given_names")
SURNAMES = word_list("surnames")
"""Words that end people's names, and are nothing else."""
PLACES = phrase_list("place_names")
ADJECTIVES = word_list("adjectives")
"""Peoples, languages and faiths: capitalised, and nobody's name."""

OFFICIAL_TITLES = _words("official_titles")
NEUTRAL_TITLES = _words("neutral_titles")
TITLES = OFFICIAL_TITLES | NEUTRAL_TITLES
TITLE_PREFIX = _words("title_prefixes")
JOBS = (OFFICIAL_TITLES | _words("jobs")) - {"king", "queen", "prince", "princess", "sultan", "emir", "amir"}
"""Words that name one's work at a body, before or after a name."""
NO_JOB = _words("no_job")
CRIMINAL_WORDS = _words("criminal_words")
CRIME_AROUND = _words("crime_around")
OFFICE_AROUND = _words("office_around")
AGENCY_WORDS = _words("agency_words")
AGENCY_HEADS = _words("agency_heads")
LEADING_BODIES = _words("leading_bodies")
CARTEL_WORDS = _words("cartel_words")
GROUP_WORDS = _words("group_words")
ORGANIZATION_WORDS = _words("organization_words")
PLACE_WORDS = _words("place_words")
PLACE_HEADS = _words("place_heads")
TREATY_WORDS = _words("treaty_words")
PREFIXES = _words("prefixes")
PARTICLES = _words("particles")
LINKS = _words("links")
FUNCTION = _words("function_words")
SAYING = _words("saying")
PLACE_BEFORE = _words("place_before")
MONTHS = _words("months")
MARKINGS = _words("markings")
NO_NAMES = _words("no_names")
NOT_BODIES = _words("not_bodies")
NOT_ALONE = _words("not_alone")

INSTITUTIONS = frozenset(_lexicon()["institutions"])
FORCES = frozenset(_lexicon()["forces"])
SMALL_INSTITUTIONS = frozenset(_lexicon()["small_institutions"])
FAMILIAR: dict[str, str] = _lexicon()["familiar"]
NO_OFFICES = frozenset(_lexicon()["symbols"]["none"])
MINISTRIES: dict[str, str] = _lexicon()["ministries"]
