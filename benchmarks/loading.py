"""How long loading takes beside a straightforward loader and the least work, and how it grows.

python benchmarks/loading.py [--corpora FOLDER] [--small]

FOLDER holds `cables-tagged` and `foia` (TRAMA_CORPORA where it is not given); without it, cables are written by a die.
Every time is from the files to a server that answers, Neo4j's own start included.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from baselines import floor, naive
from papers import write
from result import Result

from graph.bolt import Bolt
from graph.local.jars import class_path
from graph.local.server import LocalServer
from graph.progress import no_progress
from graph.settings import Settings

WRITTEN, WRITTEN_SMALL = 2_400, 120
NAIVE_RATIO = 1.0
FLOOR_RATIO = 2.5
GROWTH_RATIO = 4.4
FOIA_SECONDS = 360.0
MEGABYTES = 1_500.0
SKIPPED_MILLISECONDS = 0.5
"""Two thousand documents a second that are there already."""
LOOK = 0.2


def measure(corpora: Path | None, work: Path, *, small: bool = False) -> list[Result]:
    """Load into stores in the folder `work`, and return times, ratios and peak memory."""
    if corpora is None:
        files = sorted(write(work / "written", WRITTEN_SMALL if small else WRITTEN, tagged=True).iterdir())
        what = "cables written by a die"
    else:
        files = sorted((corpora / "cables-tagged").glob("*.txt"))[: WRITTEN_SMALL if small else None]
        what = "tagged cables"
    class_path(Settings(home=work), no_progress)  # nobody's time counts the network
    folders = {part: _linked(files[: len(files) * part // 4], work / f"part{part}") for part in (1, 2, 4)}
    loads = {part: _load(folder, Settings(home=work, store=f"part{part}")) for part, folder in folders.items()}
    again = _load(folders[4], Settings(home=work, store="part4"))
    slow, least = (_timed(files, run, Settings(home=work, store=run.__name__)) for run in (naive, floor))
    ours, most = loads[4]
    results = [
        Result(f"{len(files):,} {what}", ours, "s"),
        Result("the same by one transaction of MERGEs a document", slow, "s"),
        Result("the same by the least work", least, "s"),
        Result("ours beside the straightforward loader", ours / slow, "times", NAIVE_RATIO),
        Result("ours beside the least work", ours / least, "times", FLOOR_RATIO),
        *(Result(f"{part}N, N = {len(files) // 4:,}", loads[part][0], "s") for part in (1, 2)),
        Result("4N beside N", ours / loads[1][0], "times", GROWTH_RATIO, "Neo4j's start counts in both"),
        Result("peak memory at N", loads[1][1], "MB", MEGABYTES, "the loader and its processes, without Neo4j"),
        Result("peak memory at 4N", most, "MB", MEGABYTES),
        Result("a document that is there already", 1000 * again[0] / len(files), "ms", SKIPPED_MILLISECONDS,
               "the whole command, its start counted"),
    ]  # fmt: skip
    if corpora is not None and not small:
        seconds, peak = _load(corpora / "foia", Settings(home=work, store="foia"))
        results += [
            Result("foia", seconds, "s", FOIA_SECONDS),
            Result("peak memory with foia", peak, "MB", MEGABYTES),
        ]
    return results


def _linked(files: list[Path], folder: Path) -> Path:
    folder.mkdir()
    for file in files:
        (folder / file.name).symlink_to(file)
    return folder


def _load(folder: Path, settings: Settings) -> tuple[float, float]:
    """Load as a user does; return the seconds until the server answers, and the loader's peak memory in MB."""
    command = [sys.executable, "-c", "from api.cli import main; main()", "--store", settings.store, "load", "--json"]
    environment = os.environ | {"TRAMA_HOME": str(settings.home), "PYTHONPATH": str(Path(__file__).parents[1])}
    begun = perf_counter()
    loading = subprocess.Popen([*command, str(folder)], env=environment, stdout=subprocess.PIPE, text=True)
    done, peaks = Event(), [0.0]
    watch = Thread(target=_watch, args=(loading.pid, done, peaks))
    watch.start()
    told, _ = loading.communicate()
    server = LocalServer(settings)
    with Bolt(server.start()) as bolt:
        bolt.check()
    seconds = perf_counter() - begun
    done.set()
    watch.join()
    server.stop()
    if loading.returncode:
        raise SystemExit(f"{folder} could not be loaded")
    print(folder.name, {stage: round(n, 1) for stage, n in json.loads(told)["stages"].items()}, file=sys.stderr)
    return seconds, max(peaks)


def _watch(pid: int, done: Event, peaks: list[float]) -> None:
    while not done.wait(LOOK):
        try:
            process = psutil.Process(pid)
            family = [process, *process.children(recursive=True)]
            sizes = [each.memory_info().rss for each in family if "java" not in each.name()]
        except psutil.Error:
            continue
        peaks.append(sum(sizes) / 2**20)


def _timed(files: list[Path], run: type, settings: Settings) -> float:
    """Return the seconds that a baseline takes, and the start of a server on what it made."""
    begun = perf_counter()
    run(files, settings)
    if run is floor:
        server = LocalServer(settings)
        server.start()
        seconds = perf_counter() - begun
        server.stop()
        return seconds
    return perf_counter() - begun


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, default=os.environ.get("TRAMA_CORPORA"))
    parser.add_argument("--small", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trama-loading-") as work:
        results = measure(wanted.corpora and Path(wanted.corpora), Path(work), small=wanted.small)
    for each in results:
        goal = f"at most {each.goal:,g}: {'kept' if each.kept else 'NOT KEPT'}" if each.goal is not None else ""
        print(f"{each.name:55}{each.figure:10,.2f} {each.unit:6}{goal} {each.note}")
    return 0 if all(each.kept for each in results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
