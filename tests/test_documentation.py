"""The README tells of every command, every route and every setting there is."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import typer.main

from api.app import create_app
from api.cli import app
from graph.settings import Settings, read_settings

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


class Recorder(Mapping[str, str]):
    """An environment without variables that remembers which ones were asked for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _commands(command: object, words: str) -> Iterator[str]:
    inner = getattr(command, "commands", {})
    if not inner:
        yield words
    for name, each in inner.items():
        yield from _commands(each, f"{words} {name}")


def _variables() -> set[str]:
    environment = Recorder()
    read_settings(environment)
    return environment.asked


def _routes() -> list[str]:
    return sorted(create_app(Settings(home=Path("nowhere"))).openapi()["paths"])


@pytest.mark.parametrize("command", sorted(_commands(typer.main.get_command(app), "trama")))
def test_every_command_is_in_the_readme(command: str) -> None:
    """With its whole name, or as one of the ways that `trama neo4j start|stop|status` lists."""
    *words, last = command.split()
    spelt = re.escape(" ".join(words)) + r" (?:[\w-]+\|)*" + re.escape(last) + r"\b"
    assert re.search(spelt, README)


@pytest.mark.parametrize("route", _routes())
def test_every_route_is_in_the_readme(route: str) -> None:
    """As the OpenAPI document spells it."""
    assert route in README


@pytest.mark.parametrize("variable", sorted(_variables()))
def test_every_setting_is_in_the_readme(variable: str) -> None:
    """By the variable that sets it."""
    assert variable in README
