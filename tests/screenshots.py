"""Makes the README's pictures (`make screenshots`): the explorer over the two samples, in a store of its own."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import FLAGS, executable
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
TRAMA = Path(sys.executable).with_name("trama")
KINGPIN = "arturo-beltran-leyva"
PICTURES = {
    "network": (f"show={KINGPIN}:25&entity={KINGPIN}", "light", ""),
    "evidence": (f"show={KINGPIN}:25&link={KINGPIN},mexican-navy&read=passage&order=telling", "light", ""),
    "paths": (f"show={KINGPIN}:25&colour=community&size=centrality&path=felipe-calderon,sinaloa-cartel", "dark", ""),
}
"""For each picture: the view, the theme, and a key to press in it."""


def main() -> None:
    """Load, serve, look, and take down again."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"TRAMA_HOME": home, "TRAMA_STORE": "default"}
        subprocess.run([TRAMA, "load", ROOT / "samples"], check=True, env=environment)
        service = subprocess.Popen([TRAMA, "serve", "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True)
        try:
            _take(_address(service))
        finally:
            service.terminate()
            service.wait(20)
            subprocess.run([TRAMA, "neo4j", "stop"], check=True, env=environment)


def _address(service: "subprocess.Popen[str]") -> str:
    assert service.stderr is not None
    for line in service.stderr:
        if found := re.search(r"http://[\d.]+:\d+", line):
            return found[0]
    sys.exit("The service did not start.")


def _take(site: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for name, (view, theme, key) in PICTURES.items():
            _picture(browser, f"{site}/#{view}", theme, key, IMAGES / f"{name}.png")
        browser.close()


def _picture(browser: Browser, address: str, theme: str, key: str, file: Path) -> None:
    page = browser.new_page(
        viewport={"width": 1200, "height": 720},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page.goto(address)
    page.wait_for_selector("body:not([aria-busy])")
    page.wait_for_selector("#panel h2")
    if key:
        page.keyboard.press(key)
    page.wait_for_timeout(2500)
    page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    main()
