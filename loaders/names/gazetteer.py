"""The gazetteer: names of known entities, read from TOML files, indexed by their folded words."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.entity import Kind
from graph.errors import ConfigurationError
from graph.settings import read_settings
from loaders.names.known import Known, KnownPost, Name, Strength, Years
from loaders.names.words import Words, fold_phrase
from loaders.posts import Post

DATA = Path(__file__).parents[1] / "data"
_NATIONS = frozenset(["UK", "UAE", "PRC", "ROK", "DPRK", "KSA", "DRC", "USSR"])
"""Acronyms of countries that are no words, nor anything else."""
_DOUBLED = re.compile(r"(.)\1")


@dataclass(slots=True)
class Gazetteer:
    """Known entities by id and by name.

    `names` maps a folded phrase to what it may mean; `lengths` a phrase's first word to the numbers of words that
    phrases beginning with it have, longest first.
    """

    entities: dict[str, Known] = field(default_factory=dict)
    names: dict[str, list[Name]] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    never: frozenset[str] = frozenset()
    squeezed: dict[str, Known] = field(default_factory=dict)
    countries: dict[str, Known] = field(default_factory=dict)
    """Countries by TAGS code."""
    nations: dict[str, Known] = field(default_factory=dict)
    """Countries by ISO 3166 code, as `Known.country` and posts give it."""
    demonyms: dict[str, Known] = field(default_factory=dict)
    national_words: dict[str, Known] = field(default_factory=dict)
    """Countries by the single words of their names and peoples."""

    def add(self, entity: Known, names: Iterable[tuple[str, Strength]]) -> None:
        """Add an entity with its names; the first file to name an id wins, later ones add names to it."""
        names = list(names)
        entity = self.entities.setdefault(entity.id, entity)
        for tag in entity.tags:
            self.countries.setdefault(tag, entity)
        if entity.tags and entity.country and entity.kind == Kind.PLACE:
            self.nations.setdefault(entity.country, entity)
            short = (text for text, strength in names if strength == Strength.ACRONYM and text in _NATIONS)
            for text in (entity.name, *entity.demonyms, *short):
                self.national_words.setdefault(fold_phrase(text), entity)
        for demonym in entity.demonyms:
            self.demonyms.setdefault(fold_phrase(demonym), entity)
        for text, strength in names:
            key = fold_phrase(text)
            if not key:
                continue
            known = self.names.setdefault(key, [])
            writing = text.replace(".", "") if strength == Strength.ACRONYM else ""
            if not any(n.known.id == entity.id and _covers(n, strength, writing) for n in known):
                known.append(Name(entity, strength, writing, "," in text or "(" in text))
            words = key.split()
            have = self.lengths.get(words[0], ())
            if len(words) not in have:
                self.lengths[words[0]] = tuple(sorted({*have, len(words)}, reverse=True))
            if strength == Strength.ALIAS and len(words) > 1:
                self.squeezed.setdefault(squeeze(key), entity)

    def meanings(self, text: str) -> list[Name]:
        """Return what a whole phrase may mean, case-sensitive acronyms only in their own writing."""
        plain = text.replace(".", "")
        return [n for n in self.names.get(fold_phrase(text), ()) if not n.writing or n.writing == plain]

    def surely(self, text: str) -> Known | None:
        """Return the one entity that a phrase surely means, allowing for a doubled letter too many or too few."""
        sure = {n.known.id: n.known for n in self.meanings(text) if n.strength > Strength.WEAK}
        if len(sure) == 1:
            return next(iter(sure.values()))
        return None if sure else self.squeezed.get(squeeze(fold_phrase(text)))

    def matches(self, words: Words) -> Iterator[tuple[int, int, list[Name]]]:
        """Yield every place where known names stand, as (first word, one past the last, what it may mean)."""
        lengths, names, folds, texts, joins = self.lengths, self.names, words.folds, words.texts, words.joins
        total = len(folds)
        for i, first in enumerate(folds):
            for length in lengths.get(first, ()):
                j = i + length
                if j > total:
                    continue
                found = names.get(first if length == 1 else " ".join(folds[i:j]))
                if not found:
                    continue
                if length > 1 and not all(joins[i : j - 1]):
                    found = [n for n in found if n.comma]
                if length == 1 or any(n.writing for n in found):
                    raw = texts[i] if length == 1 else words.text[words.starts[i] : words.ends[j - 1]]
                    plain = raw.replace(".", "")
                    found = [n for n in found if not n.writing or n.writing == plain]
                if found:
                    yield i, j, found

    def post(self, text: str) -> Post | None:
        """Return the diplomatic post that a text names (`MEXICO`, `AMEMBASSY MEXICO`, `U.S. Embassy Mexico City`)."""
        return self.posts.get(fold_phrase(text))


def _covers(name: Name, strength: Strength, writing: str) -> bool:
    """Whether a name already says what one of that strength would; an acronym is another in each writing."""
    return name.strength >= strength and not (writing and name.writing and name.writing != writing)


def squeeze(key: str) -> str:
    """Return a phrase without doubled letters, the commonest slip in copying a name.

    >>> squeeze("ignacio coronel villarreal")
    'ignacio coronel vilareal'
    """
    return _DOUBLED.sub(r"\1", key)


def _years(value: Any) -> Years:
    if not value:
        return Years()
    return Years(int(value[0]), int(value[1]) if len(value) > 1 else 9999)


def _known(row: dict[str, Any]) -> Known:
    posts = tuple(
        KnownPost(p.get("title", ""), p.get("agency", ""), _years(p.get("years"))) for p in row.get("posts", ())
    )
    return Known(
        id=row["id"],
        kind=Kind(row["kind"]),
        name=row["name"],
        country=row.get("country", ""),
        parent=row.get("parent", ""),
        posts=posts,
        demonyms=tuple(row.get("demonyms", ())),
        tags=tuple(row.get("tags", ())),
        years=_years(row.get("years")),
    )


def _add_post(gazetteer: Gazetteer, row: dict[str, Any]) -> None:
    """Add a diplomatic post by all the names that cables give it, and by its place."""
    glued = row.get("glued", "")
    spellings = [glued] if isinstance(glued, str) else list(glued)
    post = Post(
        **{key: row[key] for key in ("name", "id", "title", "kind", "place", "country") if key in row},
        glued=spellings[0] if spellings else "",
    )
    for text in (post.name, post.title, post.id.replace("-", " "), *spellings, *row.get("aliases", ())):
        if text:
            gazetteer.posts.setdefault(fold_phrase(text), post)
    key = f"us {post.kind} {fold_phrase(post.place)}"
    gazetteer.posts.setdefault(key, post)


def _read(gazetteer: Gazetteer, path: Path) -> None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in data.get("entity", ()):
            names = [(row["name"], Strength.ALIAS)]
            names += [(text, Strength.ALIAS) for text in row.get("aliases", ())]
            names += [(text, Strength.ACRONYM) for text in row.get("acronyms", ())]
            names += [(text, Strength.WEAK) for text in row.get("weak", ())]
            gazetteer.add(_known(row), names)
        for row in data.get("post", ()):
            _add_post(gazetteer, row)
        gazetteer.never |= frozenset(fold_phrase(text) for text in data.get("never", ()))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ConfigurationError(f"The gazetteer file {path} cannot be read: {error}") from error


def load_gazetteer(files: Iterable[Path]) -> Gazetteer:
    """Read gazetteer files, in the form that `loaders/data/README.md` describes.

    Raises ConfigurationError, naming the file, when one cannot be read.
    """
    gazetteer = Gazetteer()
    for path in files:
        _read(gazetteer, path)
    return gazetteer


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """Return the bundled gazetteer with the user's own files (settings), read once a process.

    The user's files come first: what they say of an entity's kind or name stands.
    """
    return load_gazetteer([*read_settings().gazetteers, *sorted(DATA.glob("*.toml"))])
