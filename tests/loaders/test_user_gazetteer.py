"""A user's own gazetteer file adds names, wins over the bundled ones, and fails with a sentence when it is wrong."""

import doctest
import importlib
from pathlib import Path

import pytest

from graph.entity import Kind
from graph.errors import ConfigurationError
from loaders.extract import extract
from loaders.names.gazetteer import DATA, load_gazetteer

TEXT = b"The Ruritanian Syndicate met Hugo Hackett. The RS and the Hentzau Group followed."
OWN = """
source = "mine"
[[entity]]
id = "ruritanian-syndicate"
kind = "cartel"
name = "Ruritanian Syndicate"
acronyms = ["RS"]
aliases = ["Hentzau Group"]
"""


def test_names_of_ones_own_file_are_found_as_one_entity(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    extraction = extract(TEXT, "note.txt", load_gazetteer([own, *sorted(DATA.glob("*.toml"))]))
    found = [m.surface for m in extraction.mentions if m.entity == "ruritanian-syndicate"]
    assert found == ["Ruritanian Syndicate", "RS", "Hentzau Group"]
    entity = next(e for e in extraction.entities if e.id == "ruritanian-syndicate")
    assert entity.kind == Kind.CARTEL
    assert entity.known


def test_what_ones_own_file_says_of_an_entity_stands(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('source = "mine"\n[[entity]]\nid = "los-zetas"\nkind = "organization"\nname = "The Zetas"\n')
    gazetteer = load_gazetteer([own, *sorted(DATA.glob("*.toml"))])
    assert gazetteer.entities["los-zetas"].kind == Kind.ORGANIZATION
    known = gazetteer.surely("Zetas")
    assert known is not None
    assert known.name == "The Zetas"


@pytest.mark.parametrize(
    "text", ["not toml [", '[[entity]]\nid = "x"\n', '[[entity]]\nid="x"\nname="X"\nkind="wizard"\n']
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "wrong.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"wrong\.toml"):
        load_gazetteer([own])


@pytest.mark.parametrize("module", ["words", "spelling", "acronyms", "body_words", "gazetteer", "resolve_formal"])
def test_the_examples_in_the_code_are_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(f"loaders.names.{module}")).failed == 0
