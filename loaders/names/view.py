"""A reading seen through the gazetteer: its words, its country and post, what every recogniser asks first."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from graph.document import DateSource
from graph.mention import Method
from graph.passage import Part
from loaders.names.gazetteer import Gazetteer
from loaders.names.lexicon import COMMON
from loaders.names.words import Words, split_words
from loaders.posts import Post
from loaders.reading import Reading

_SHORTEST_SHOUT = 4
_LONGEST_TITLE, _SHORTEST_TITLE = 200, 4
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"\b(19[6-9]\d|20[0-4]\d)\b")


@dataclass(slots=True)
class View:
    """A reading with its words.

    `country` is the ISO code of the document's country, `year` when it was written (when it was released says nothing).
    """

    reading: Reading
    shown: str
    """The text a person is shown."""
    gazetteer: Gazetteer
    words: Words
    post: Post | None
    country: str
    year: int | None
    tagged: bool
    caps: list[bool]
    """Whether each passage is written in capitals alone, so that capitals tell nothing."""
    titles: list[bool]
    """Whether each passage is written as a title, so that a capital tells no more than in capitals alone."""
    nations: Counter[str]
    """How often the document names each country or its people, by ISO code."""
    lower: frozenset[str]
    """Words that the document also writes with a small letter."""

    def passage(self, position: int) -> int:
        """Return the ordinal of the passage at a place of the shown text."""
        return bisect_right(self.reading.starts, position) - 1

    def words_of(self, passage: int) -> range:
        """Return the indices of the words of a passage, by its ordinal."""
        starts, own = self.words.starts, self.reading.starts
        first = bisect_left(starts, own[passage])
        return range(first, bisect_left(starts, own[passage + 1], first) if passage + 1 < len(own) else len(starts))

    def part(self, position: int) -> Part:
        """Return the part of the document at a place of the shown text."""
        return self.reading.passages[self.passage(position)].part

    def all_caps(self, position: int) -> bool:
        """Whether the passage there is written in capitals alone."""
        return self.caps[self.passage(position)]

    def titled(self, position: int) -> bool:
        """Whether the passage there is written as titles are, with a capital on every word that counts."""
        return self.titles[self.passage(position)]

    def ordinary(self, index: int) -> bool:
        """Whether a word is one that English, or this document, also writes with a small letter."""
        fold = self.words.folds[index]
        return fold in COMMON or fold in self.lower


def see(reading: Reading, gazetteer: Gazetteer) -> View:
    """Look at a reading: split its words, find its post, country and year."""
    words = split_words(reading.shown)
    document = reading.document
    post = gazetteer.post(document.origin) if document.origin else None
    country = post.country if post else ""
    if not country:
        country = next((gazetteer.countries[t].country for t in document.tags if t in gazetteer.countries), "")
    dated = document.date if document.date and document.date.source != DateSource.STAMPED else None
    year = _YEAR.search(dated.value) if dated else None
    return View(
        reading=reading,
        shown=reading.shown,
        gazetteer=gazetteer,
        words=words,
        post=post,
        country=country,
        year=int(year.group()) if year else None,
        tagged=any(f.method == Method.TAG for f in reading.findings),
        caps=[passage.text.isupper() and len(passage.text) >= _SHORTEST_SHOUT for passage in reading.passages],
        titles=[_is_title(passage.text) for passage in reading.passages],
        nations=_nations(gazetteer, words),
        lower=frozenset(t for t in words.texts if t.islower()),
    )


def _is_title(text: str) -> bool:
    """Whether of four long words or more at most one is written small."""
    if len(text) > _LONGEST_TITLE:
        return False
    long = _LONG_WORD.findall(text)
    return len(long) >= _SHORTEST_TITLE and sum(word[0].islower() for word in long) <= 1 < sum(
        not word.isupper() for word in long
    )


def _nations(gazetteer: Gazetteer, words: Words) -> Counter[str]:
    counts: Counter[str] = Counter()
    for fold in words.folds:
        place = gazetteer.national_words.get(fold)
        if place is not None:
            counts[place.country] += 1
    return counts
