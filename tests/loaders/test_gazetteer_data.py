"""The gazetteer's data files say what the README beside them promises."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "loaders" / "data"
FILES = sorted(DATA.glob("*.toml"))
KINDS = {"cartel", "agency", "official", "trafficker", "person", "organization", "place"}
ENTITY_KEYS = {
    "id", "kind", "name", "country", "aliases", "acronyms", "weak", "parent", "successor", "years", "posts", "tags",
    "demonyms",
}  # fmt: skip
POST_KEYS = {"name", "glued", "aliases", "id", "title", "kind", "place", "country"}
POST_KINDS = {"embassy", "consulate", "mission", "office", "department"}


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def entities() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in FILES:
        for entity in read(path).get("entity", []):
            yield path.name, entity


def posts() -> list[dict[str, Any]]:
    return read(DATA / "posts.toml")["post"]


def folded(name: str) -> str:
    """The form in which names are compared: no accents, no case, single spaces, one kind of apostrophe."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.replace("’", "'").replace("-", " ").casefold().split())


def spelled(entity: dict[str, Any]) -> set[str]:
    return {folded(name) for name in [entity["name"], *entity.get("aliases", [])]}


def known_ids() -> set[str]:
    return {entity["id"] for _, entity in entities()} | {post["id"] for post in posts()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_parses_says_its_source_and_stays_short(path: Path) -> None:
    """A file is TOML, names where it comes from, and is short enough to be read by a person."""
    assert read(path)["source"].strip()
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 1500


def test_ids_are_unique_and_readable() -> None:
    """An id names one entity only, in small letters, digits and hyphens."""
    seen = defaultdict(list)
    for file, entity in entities():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entity["id"]), entity
        seen[entity["id"]].append(file)
    assert {name: files for name, files in seen.items() if len(files) > 1} == {}


def test_entities_have_the_form_that_the_readme_gives() -> None:
    """Kinds and keys are the known ones, lists hold text without doubles, years are one or two in order."""
    for _, entity in entities():
        assert entity["kind"] in KINDS, entity
        assert set(entity) <= ENTITY_KEYS, entity
        assert entity["name"] == entity["name"].strip() != ""
        for key in ("aliases", "acronyms", "weak", "tags", "demonyms"):
            names = entity.get(key, [])
            assert all(isinstance(name, str) and name == name.strip() != "" for name in names), entity
            assert len(set(names)) == len(names), entity
        for years in [entity.get("years", []), *(post.get("years", []) for post in entity.get("posts", []))]:
            assert len(years) <= 2, entity
            assert years == sorted(years), entity
        assert set(entity) & {"tags", "demonyms"} == set() or entity["kind"] == "place", entity
        assert re.fullmatch(r"[A-Z]{2}", entity.get("country", "XX")), entity


def test_parents_successors_and_agencies_exist() -> None:
    """Whatever an entity refers to is in the gazetteer."""
    known = known_ids()
    missing = set()
    for _, entity in entities():
        refers = {entity.get("parent"), entity.get("successor"), *(p.get("agency") for p in entity.get("posts", []))}
        missing |= {(entity["id"], name) for name in refers - {None} if name not in known}
        assert entity["id"] not in refers, entity
    assert missing == set()


def test_a_spelled_name_stands_for_one_entity() -> None:
    """No two entities claim one name or alias; a name that could be either is weak in both."""
    claims = defaultdict(set)
    for _, entity in entities():
        for name in spelled(entity):
            claims[name].add(entity["id"])
    assert {name: ids for name, ids in claims.items() if len(ids) > 1} == {}


def test_aliases_are_no_common_words_and_acronyms_hold_a_capital() -> None:
    """What is matched without regard to case is longer than two letters; what is matched with case has capitals."""
    short = set()
    for _, entity in entities():
        short |= {name for name in spelled(entity) if len(name.replace(".", "")) < 3}
        assert all(re.search(r"[A-Z]", name) for name in entity.get("acronyms", [])), entity
        assert not {folded(name) for name in entity.get("weak", [])} & spelled(entity), entity
    assert short == set()


def test_posts_have_places_and_do_not_share_a_name() -> None:
    """Each U.S. post is at a known place, and each spelling of a post's name leads to one post."""
    places = {entity["id"] for _, entity in entities() if entity["kind"] == "place"}
    spellings = []
    for post in posts():
        assert set(post) <= POST_KEYS, post
        assert post["kind"] in POST_KINDS, post
        assert post["place"] in places, post
        assert post["name"] == post["name"].upper(), post
        spellings += [post["name"], *post.get("glued", []), *post.get("aliases", [])]
    assert sorted(set(spellings)) == sorted(spellings)
    assert len({post["id"] for post in posts()}) == len(posts())


def test_stopwords_stop_no_name_of_the_gazetteer() -> None:
    """A word that is never a name is nobody's name, alias or acronym here."""
    never = [folded(word) for word in read(DATA / "stopwords.toml")["never"]]
    names = set()
    for _, entity in entities():
        names |= spelled(entity) | {folded(name) for name in entity.get("acronyms", [])}
    assert sorted(set(never) & names) == []
