"""How soon the explorer's first picture stands in a real Chromium: networks of 150 and 500 names.

python benchmarks/drawing.py [--store NAME]
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT))

from browser import FLAGS, executable
from result import Result
from service import served

from graph.bolt import Bolt
from graph.connection import connect_address
from graph.settings import Settings, read_settings

SIZES = (150, 500)
TIMES = 3
MOST_NAMED = "MATCH (e:Entity) WHERE e.mentions > 0 RETURN e.id AS id ORDER BY e.mentions DESC, e.id LIMIT 1"
LONG_TASKS = """
window.longest = 0;
new PerformanceObserver((seen) => {
  for (const task of seen.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });
"""
DRAWN = "async () => (await import('/static/explorer/main.js')).canvas.graph.order"


def measure(settings: Settings) -> list[Result]:
    """Return seconds from the address to the first picture and to its rest, and the longest task of the page."""
    with Bolt(connect_address(settings)) as bolt:
        rows = bolt.read(MOST_NAMED)
    path = executable()
    if not rows or path is None:
        return []
    results = []
    with served(settings) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for size in SIZES:
            address = f"http://127.0.0.1:{port}/#show={rows[0]['id']}:{size - 1}"
            _seen(browser, address)  # what a browser does once: compile, fill its cache
            seen = [_seen(browser, address) for _ in range(TIMES)]
            first, rest, longest, drawn = (median(column) for column in zip(*seen, strict=True))
            what = f"{drawn:.0f} names"
            results += [
                Result(f"explorer, {size} names asked for: first picture", first, "s", note=what),
                Result(f"explorer, {size} names asked for: at rest", rest, "s", note=what),
                Result(f"explorer, {size} names asked for: longest task", longest, "ms", note=what),
            ]
        browser.close()
    return results


def _seen(browser: Browser, address: str) -> tuple[float, float, float, int]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(LONG_TASKS)
    begun = perf_counter()
    page.goto(address)
    page.wait_for_selector("body:not([aria-busy])", timeout=120_000)
    first = perf_counter() - begun
    page.wait_for_selector("#picture:not([aria-busy])", state="attached", timeout=120_000)
    rest = perf_counter() - begun
    found = first, rest, float(page.evaluate("window.longest")), int(page.evaluate(DRAWN))
    page.close()
    return found


def main() -> int:
    """Measure, and say what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", default="")
    for each in measure(read_settings(store=parser.parse_args().store)):
        print(f"{each.name:60}{each.figure:8.2f} {each.unit:4} {each.note}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
