"""A conditional random field as one more recogniser: whether it would help (docs/decisions/0013).

python benchmarks/crf_names.py FOLDER [--files 400] [--but GOLD ...]    # python-crfsuite must be installed

Trains on what Trama itself finds in a folder of tagged cables, but for those that are annotated. After that
`trama evaluate GOLD --recogniser benchmarks/crf_names.py:recognise` reads the model that stands beside this
file, `crf_names.model`.
"""

import argparse
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pycrfsuite

from graph.entity import PEOPLE, Kind
from graph.errors import TramaError
from graph.extraction import Extraction
from graph.mention import Method
from loaders.extract import extract
from loaders.names.span import Span
from loaders.names.view import View

MODEL = Path(__file__).with_suffix(".model")
CONFIDENCE = 0.45
"""Weak: a name counts where the document supports it."""
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_ROUNDS = 12
_MOSTLY = 0.6
Words = list[str]


def recognise(view: View) -> list[Span]:
    """Return the names that the model sees, passage by passage; what they are is left to Trama."""
    found = []
    for passage, begin in zip(view.reading.passages, view.reading.starts, strict=True):
        places = [match.span() for match in _TOKEN.finditer(passage.text)]
        labels = _tagger().tag(_features([passage.text[a:b] for a, b in places])) if places else []
        starts = [n for n, label in enumerate(labels) if label.startswith("B")]
        for n in starts:
            end = n + 1
            while end < len(labels) and labels[end] == f"I{labels[n][1:]}":
                end += 1
            found.append(Span(begin + places[n][0], begin + places[end - 1][1], Method.MODEL, CONFIDENCE))
    return found


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


def _features(words: Words) -> list[list[str]]:
    """Describe each word by itself, its shape, its ends, and two words on either side."""
    small, shapes = [word.lower() for word in words], [_shape(word) for word in words]
    shouted = sum(word.isupper() for word in words) > _MOSTLY * len(words)
    rows = []
    for n, word in enumerate(small):
        row = [f"w={word}", f"s={shapes[n]}", f"p={word[:3]}", f"x={word[-3:]}", f"y={word[-2:]}", f"u={shouted}"]
        for step in (-2, -1, 1, 2):
            beside = n + step
            inside = 0 <= beside < len(words)
            row += [f"w{step}={small[beside]}", f"s{step}={shapes[beside]}"] if inside else [f"edge{step}"]
        rows.append(row)
    return rows


def _shape(word: str) -> str:
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c for c in word)
    return re.sub(r"(.)\1{2,}", r"\1\1", kinds)


def _labelled(read: Extraction) -> list[tuple[Words, list[str]]]:
    kinds = {entity.id: entity.kind for entity in read.entities}
    rows = []
    for passage in read.passages:
        places = [match.span() for match in _TOKEN.finditer(passage.text)]
        labels = ["O"] * len(places)
        for mention in (m for m in read.mentions if m.passage == passage.ordinal):
            within = [n for n, (a, b) in enumerate(places) if a >= mention.shown_start and b <= mention.shown_end]
            for n in within:
                labels[n] = f"{'B' if n == within[0] else 'I'}-{_group(kinds[mention.entity])}"
        rows.append(([passage.text[a:b] for a, b in places], labels))
    return [row for row in rows if row[0]]


def _group(kind: Kind) -> str:
    return "PER" if kind in PEOPLE else "LOC" if kind == Kind.PLACE else "ORG"


def main() -> None:
    """Train, and tell what on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--but", type=Path, nargs="*", default=[], help="folders of annotations: never trained on")
    asked = parser.parse_args()
    kept_back = {file.stem for folder in asked.but for file in folder.iterdir()}
    files = [file for file in sorted(asked.folder.iterdir()) if file.stem not in kept_back]
    random.Random(1).shuffle(files)  # noqa: S311 -- a draw that can be repeated
    trainer, read = pycrfsuite.Trainer("ap", {"max_iterations": _ROUNDS}, verbose=False), 0
    for file in files:
        if read == asked.files:
            break
        try:
            found = extract(file.read_bytes(), file.name)
        except TramaError:
            continue
        read += 1
        for words, labels in _labelled(found):
            trainer.append(_features(words), labels)
    trainer.train(str(MODEL))
    print(f"trained on {read} documents: {MODEL}, {MODEL.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
