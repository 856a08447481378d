"""`make bench` on a small scale: that it measures, not how much."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]


def test_the_bench_writes_its_figures_beside_their_goals(tmp_path: Path) -> None:
    """A table and a plot, with the machine and the date, of a store that it makes and leaves nothing of."""
    environment = {name: value for name, value in os.environ.items() if name != "TRAMA_CORPORA"}
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "bench.py", "--small", "--out", tmp_path],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr  # a goal may be missed on a busy machine
    report = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    for line in ("| path, median |", "| network, 95th percentile |", "names asked for: first picture", "cores"):
        assert line in report
    assert (tmp_path / "results.svg").read_text(encoding="utf-8").startswith("<svg")
