"""How soon the explorer's first picture stands in a real Chromium, and acts: networks of 150 and 500 names.

A picture is there when it is drawn for the first time, and at rest when its layout has settled; both are told by the
page's own marks, from the navigation on. A filter has acted when the frame after the click is drawn; a search when its
list stands, from the last key on.

python benchmarks/drawing.py [--store NAME]
"""

import argparse
import sys
from pathlib import Path
from statistics import median

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
SOUGHT = "beltran"
MOST_NAMED = "MATCH (e:Entity) WHERE e.mentions > 0 RETURN e.id AS id ORDER BY e.mentions DESC, e.id LIMIT 1"
LONG_TASKS = """
window.longest = 0;
new PerformanceObserver((seen) => {
  for (const task of seen.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });
"""
MARKS = "['drawn', 'rest'].map((name) => performance.getEntriesByName(`trama:${name}`)[0].startTime / 1000)"
FILTERED = """async () => {
  const begun = performance.now();
  document.querySelector("#legend li button").click();
  await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
  return performance.now() - begun;
}"""
FOUND = """async (words) => {
  const [box, list] = ["search", "found"].map((id) => document.getElementById(id));
  const stands = new Promise((done) => {
    const seen = new MutationObserver(() => list.querySelector("[role=option]") && (seen.disconnect(), done()));
    seen.observe(list, { childList: true });
  });
  const begun = performance.now();
  box.value = words;
  box.dispatchEvent(new Event("input"));
  await stands;
  return performance.now() - begun;
}"""
DRAWN = "async () => (await import('/static/explorer/main.js')).canvas.graph.order"


def measure(settings: Settings) -> list[Result]:
    """Return how long the first picture, its rest, a filter and a search take, and the longest task of the page."""
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
            first, rest, longest, drawn, filtered, found = (median(column) for column in zip(*seen, strict=True))
            what = f"{drawn:.0f} names"
            results += [
                Result(f"explorer, {size} names asked for: first picture", first, "s", note=what),
                Result(f"explorer, {size} names asked for: at rest", rest, "s", note=what),
                Result(f"explorer, {size} names asked for: longest task", longest, "ms", note=what),
                Result(f"explorer, {size} names asked for: a kind switched off", filtered, "ms", note=what),
                Result(f"explorer, {size} names asked for: a search", found, "ms", note=what),
            ]
        browser.close()
    return results


def _seen(browser: Browser, address: str) -> tuple[float, ...]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(LONG_TASKS)
    page.goto(address)
    page.wait_for_selector("body:not([aria-busy])", timeout=120_000)
    page.wait_for_selector("#picture:not([aria-busy])", state="attached", timeout=120_000)
    first, rest = page.evaluate(MARKS)
    longest, drawn = float(page.evaluate("window.longest")), int(page.evaluate(DRAWN))
    filtered, found = page.evaluate(FILTERED), page.evaluate(FOUND, SOUGHT)
    page.close()
    return first, rest, longest, drawn, filtered, found


def main() -> int:
    """Measure, and say what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", default="")
    for each in measure(read_settings(store=parser.parse_args().store)):
        print(f"{each.name:60}{each.figure:8.2f} {each.unit:4} {each.note}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
