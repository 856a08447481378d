"""Extraction on annotated documents that may lie beside the checkout: what is reached must not be lost again."""

import json
import tarfile
from pathlib import Path

import pytest

from loaders.evaluation.evaluate import evaluate
from loaders.extract import extract
from loaders.goldform import to_gold

GOLD = Path(__file__).parents[1] / "gold"
CORPORA = GOLD.parents[1].parent / "shared" / "corpora"
LEAST = {
    "tuned": {"mentions_actors": 0.97, "kind": 0.94, "linking": 0.95, "edges": 0.92, "relations": 0.87},
    "kept_back": {"mentions_actors": 0.91, "kind": 0.90, "linking": 0.90, "edges": 0.80, "relations": 0.80},
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The annotated documents, taken out of the archives."""
    folder = tmp_path_factory.mktemp("sources")
    wanted: dict[str, set[str]] = {}
    for name in LEAST:
        for file in (GOLD / name).glob("*.json"):
            form = json.loads(file.read_text(encoding="utf-8"))
            wanted.setdefault(form["corpus"], set()).add(form["file"])
    for corpus, names in wanted.items():
        with tarfile.open(CORPORA / f"{corpus}.tar.xz") as archive:
            for member in archive:
                name = member.name.rsplit("/", 1)[-1]
                if name in names and (content := archive.extractfile(member)):
                    (folder / name).write_bytes(content.read())
    return folder


@pytest.mark.skipif(not CORPORA.exists(), reason="the annotated documents are not beside this checkout")
@pytest.mark.parametrize("name", sorted(LEAST))
def test_what_is_reached_is_kept(name: str, sources: Path) -> None:
    """Each figure is at least what it was, give or take a mention."""
    compared = evaluate(GOLD / name, sources, lambda file: to_gold(extract(file.read_bytes(), file.name)))
    figures = compared.finished().rows()
    assert {what: figures[what] for what, least in LEAST[name].items() if figures[what] < least} == {}
