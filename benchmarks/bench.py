"""All that is measured, in one run: `make bench` writes the figures beside their goals, and a plot of them.

python benchmarks/bench.py [--corpora DIR] [--store NAME] [--small] [--only loading,latency,drawing] [--out DIR]

Without `--store` answers and drawing are measured on a store of their own, loaded from the corpora (the folders below
TRAMA_CORPORA), or from the two samples where there are none.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import drawing
import latency
import loading
from plot import plot
from result import Result
from service import environment

from graph.local.server import LocalServer
from graph.settings import Settings, read_settings

PARTS = ("loading", "latency", "drawing")
SMALL_REQUESTS = 70


def run(parts: Sequence[str], corpora: Path | None, store: Settings | None, small: bool) -> dict[str, list[Result]]:
    """Measure the parts that are wanted; `small` shows in a minute or two that all of it works, and nothing more."""
    found: dict[str, list[Result]] = {}
    with tempfile.TemporaryDirectory(prefix="trama-bench-") as folder:
        made = read_settings({**os.environ, "TRAMA_HOME": folder}, store="bench")
        settings = store or made
        if "loading" in parts:
            work = Path(folder) / "loading"
            work.mkdir()
            found["Loading"] = loading.measure(corpora, work, small=small)
            shutil.rmtree(work)
        if not {"latency", "drawing"} & set(parts):
            return found
        try:
            if store is None:
                _fill(made, corpora or ROOT / "samples")
            if "latency" in parts:
                found["Answering"] = latency.measure(settings, SMALL_REQUESTS if small else 1000)
            if "drawing" in parts:
                found["Drawing"] = drawing.measure(settings)
        finally:
            LocalServer(made).stop()
    return found


def _fill(settings: Settings, folder: Path) -> None:
    command = [Path(sys.executable).with_name("trama"), "--store", settings.store, "load", folder]
    subprocess.run(command, env=environment(settings), check=True)


def report(found: dict[str, list[Result]], what: str) -> str:
    """Return a Markdown text: a table for each part, with machine and date."""
    machine = f"{_processor()}, {os.cpu_count()} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB, "
    machine += f"{platform.system()}, Python {platform.python_version()}"
    missed = [each.name for results in found.values() for each in results if not each.kept]
    lines = [
        "# What was measured",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine}. {what}",
        "",
        f"Goals missed: {'; '.join(missed)}." if missed else "No goal is missed.",
        "",
        "![The figures as shares of their goals](results.svg)",
    ]
    for part, results in found.items():
        lines += ["", f"## {part}", "| what | figure | goal | |", "|---|---:|---:|---|"]
        lines += [f"| {x.name} | {_told(x.figure, x.unit)} | {_goal(x)} | {x.note} |" for x in results]
    return "\n".join(lines) + "\n"


def _goal(result: Result) -> str:
    if result.goal is None:
        return ""
    return f"{_told(result.goal, result.unit)}{'' if result.kept else ' **missed**'}"


def _told(figure: float, unit: str) -> str:
    return f"{figure:,.0f} {unit}" if abs(figure) >= 100 else f"{figure:.3g} {unit}"  # noqa: PLR2004 - three digits


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> int:
    """Measure, write the report, and tell by the exit code whether a goal was missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, default=os.environ.get("TRAMA_CORPORA"))
    parser.add_argument("--store", default="")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks")
    wanted = parser.parse_args()
    store = read_settings(store=wanted.store) if wanted.store else None
    parts = wanted.only.split(",") if wanted.only else PARTS
    corpora = Path(wanted.corpora) if wanted.corpora else None
    found = run(parts, corpora, store, wanted.small)
    whose = f"the store {wanted.store}" if wanted.store else "the corpora" if corpora else "the two samples"
    what = f"Of {whose}{', on a small scale' if wanted.small else ''}."
    text = report(found, what)
    wanted.out.mkdir(parents=True, exist_ok=True)
    (wanted.out / "RESULTS.md").write_text(text, encoding="utf-8")
    (wanted.out / "results.svg").write_text(plot([x for some in found.values() for x in some]), encoding="utf-8")
    print(text)
    return 0 if all(each.kept for results in found.values() for each in results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
