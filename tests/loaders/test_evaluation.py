"""Evaluation: the figures on the samples, and the laws that its measures keep."""

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from api.cli import run
from loaders.evaluation.evaluate import Comparison
from loaders.evaluation.figures import Figures
from loaders.extract import extract
from loaders.goldform import to_gold

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds"
SAMPLES = ROOT / "samples"
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
LEAST = {"mentions_actors": 0.95, "kind": 0.97, "linking": 0.95, "edges": 0.90, "relations": 0.90}


def golds() -> list[dict[str, Any]]:
    """The two annotations."""
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(GOLD.glob("*.json"))]


def text_of(gold: dict[str, Any]) -> str:
    """The source text of an annotation."""
    return (SAMPLES / gold["file"]).read_bytes().decode()


def compared(found: list[dict[str, Any]]) -> Figures:
    """The figures of what was found in the two samples."""
    comparison = Comparison()
    for gold, form in zip(golds(), found, strict=True):
        comparison.add(gold, form, text_of(gold))
    return comparison.finished()


def test_the_samples_are_read_as_well_as_promised(capsys: pytest.CaptureFixture[str]) -> None:
    """`trama evaluate` prints the figures that the README gives."""
    assert run(["evaluate", str(GOLD), "--sources", str(SAMPLES), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["documents"] == 2
    assert {name: figures[name] for name in LEAST if figures[name] < LEAST[name]} == {}


def test_an_annotation_compared_with_itself_is_perfect() -> None:
    """Every figure is 1."""
    assert set(compared(golds()).rows().values()) == {1.0}


def test_nothing_found_is_nothing_right() -> None:
    """Every figure is 0, and nothing is divided by it."""
    empty = [form | {"entities": [], "mentions": [], "relations": []} for form in golds()]
    assert set(compared(empty).rows().values()) == {0.0}


def test_names_of_identifiers_do_not_matter() -> None:
    """Entities are aligned by their mentions, so that an extractor's own ids are as good as the annotator's."""
    text = json.dumps(golds())
    for entity in {e["id"] for form in golds() for e in form["entities"]}:
        text = text.replace(f'"{entity}"', f'"own-{entity}"')
    assert set(compared(json.loads(text)).rows().values()) == {1.0}


def test_a_source_that_is_missing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence."""
    assert run(["evaluate", str(GOLD), "--sources", str(tmp_path)]) == 1
    assert "is missing" in capsys.readouterr().err


def scorer() -> ModuleType:
    """The scorer that the annotations came with."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer that came with the annotations is not beside this checkout")
@pytest.mark.parametrize("seed", range(6))
def test_figures_are_those_of_the_scorer_that_the_annotations_came_with(seed: int, tmp_path: Path) -> None:
    """On extractions damaged at random: names lost, moved, given to another entity; kinds and relations changed."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    found = [damaged(to_gold(extract((SAMPLES / g["file"]).read_bytes(), g["file"])), chance) for g in golds()]
    for file, form in zip(sorted(GOLD.glob("*.json")), found, strict=True):
        (tmp_path / file.name).write_text(json.dumps(form), encoding="utf-8")
    theirs = scorer().score(GOLD, tmp_path, SAMPLES)
    ours = compared(found).rows()
    for name, value in ours.items():
        other = theirs[name]
        assert value == pytest.approx(
            other if isinstance(other, float) else other.get("f1", other.get("share")), abs=0.002
        )


def damaged(form: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return an extraction with a fifth of it spoilt."""
    form = copy.deepcopy(form)
    ids = [e["id"] for e in form["entities"]]
    form["mentions"] = [m for m in form["mentions"] if chance.random() > 0.1]
    for mention in form["mentions"]:
        if chance.random() < 0.1:
            mention["entity"] = chance.choice(ids)
        if chance.random() < 0.1:
            mention["end"] += chance.randint(1, 12)
    for entity in form["entities"]:
        if chance.random() < 0.1:
            entity["kind"] = chance.choice(["place", "agency", "person"])
    form["relations"] = [r for r in form["relations"] if chance.random() > 0.2]
    return form
