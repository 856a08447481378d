"""Diplomatic posts, by the names under which cables print them (`loaders/data/posts.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.name import fold


@dataclass(frozen=True, slots=True)
class Post:
    """A post: `name` is what its cables print (`MEXICO`), `title` its full name (`U.S. Embassy Mexico City`).

    `kind` is embassy, consulate, mission, department or the like; `place` the city, `country` the country.
    """

    name: str
    id: str
    title: str
    kind: str = ""
    place: str = ""
    country: str = ""
    glued: str = ""
    """How file names and cable numbers write it: `CIUDADJUAREZ`."""


_KEY = re.compile(r"[^a-z]")


def _key(name: str) -> str:
    return _KEY.sub("", fold(name))


@cache
def _posts() -> dict[str, Post]:
    source = files("loaders") / "data" / "posts.toml"
    if not source.is_file():
        return {}
    known: dict[str, Post] = {}
    for row in tomllib.loads(source.read_text(encoding="utf-8")).get("post", []):
        glued = [row["glued"]] if isinstance(row.get("glued"), str) else row.get("glued", [])
        fields = {key: row[key] for key in Post.__dataclass_fields__ if key in row}
        post = Post(**{**fields, "glued": glued[0] if glued else ""})
        for spelling in (post.name, *glued, *row.get("aliases", [])):
            if spelling:
                known.setdefault(_key(spelling), post)
    return known


def post_named(printed: str) -> Post | None:
    """Return the post that a cable prints as `printed` (`MEXICO`, `CIUDAD JUAREZ`, `CIUDADJUAREZ`), if it is known."""
    return _posts().get(_key(printed))


def post_title(printed: str) -> str:
    """Return the full name of the post that a cable prints as `printed`, or the print itself."""
    post = post_named(printed)
    return post.title if post else " ".join(printed.split()).title()
