"""Documents damaged by a seeded die: each is read or named, none brings its reader down, none takes long.

`make test` reads ten thousand small ones, `make soak` a hundred thousand, longer ones among them, of the documents in
the folder that TRAMA_CORPORA names as well where it is set.
"""

import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from laws import laws
from mutants import mutant
from papers import SAMPLES, SMALL

from graph.extraction import Extraction
from loaders.names.gazetteer import default_gazetteer
from loaders.work import NoDocument, gather_files, read_files

CORPORA = os.environ.get("TRAMA_CORPORA")
FIRST_SEED = 20261124
PATH = "box 7/paper.txt"
SECONDS, SECONDS_A_BYTE = 1.0, 0.000_03
"""The most that reading may take of a core: ten times the slowest of them, and more than a thousand times the usual."""


def check(seed: int, raw: bytes) -> str:
    """Read one; return what came of it."""
    begun = time.process_time()
    (outcome,) = read_files([(PATH, raw)])
    spent = time.process_time() - begun
    assert spent < SECONDS + SECONDS_A_BYTE * len(raw), f"seed {seed}: {len(raw)} bytes took {spent:.1f} s"
    if isinstance(outcome, Extraction):
        laws(outcome)
    else:
        assert isinstance(outcome, NoDocument), f"seed {seed}: {outcome.reason}"
        assert PATH in outcome.reason
    return type(outcome).__name__


@pytest.mark.timeout(600)
def test_ten_thousand_damaged_documents_are_read_or_named() -> None:
    """Cut, doubled, nested, in other encodings, a picture by mistake: the laws of reading hold for each."""
    default_gazetteer()
    came = [check(FIRST_SEED + n, mutant(FIRST_SEED + n, [*SMALL, *SAMPLES], size=400)) for n in range(10_000)]
    assert came.count("Extraction") > came.count("NoDocument") > 500


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_a_hundred_thousand_damaged_documents_are_read_or_named() -> None:
    """One in fifty is long; each is made ready for an import as well."""
    default_gazetteer()
    papers = [*SMALL, *SAMPLES, *_from_corpora(2_000)]
    slowest = (0.0, 0)
    for n in range(100_000):
        seed = FIRST_SEED + 10_000 + n
        raw = mutant(seed, papers, size=20_000 if n % 50 == 0 else 1_200)
        begun = time.process_time()
        check(seed, raw)
        slowest = max(slowest, (time.process_time() - begun, len(raw)))
        gathering = gather_files([(PATH, raw)])
        assert len(gathering.chunk.told) + len(gathering.rest) == 1
    told = f"slowest: {slowest[0]:.2f} s of {slowest[1]:,} bytes; {len(papers):,} documents to start from\n"
    sys.stdout.write(told)


def _from_corpora(most: int) -> Sequence[bytes]:
    """Some documents of the corpora, where there are any, the same ones each time."""
    if CORPORA is None:
        return []
    files = sorted(_files(Path(CORPORA)))
    chosen = random.Random(FIRST_SEED).sample(files, min(most, len(files)))  # noqa: S311 - no secret
    return [file.read_bytes() for file in chosen]


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.txt") if file.is_file() and file.stat().st_size < 200_000)
