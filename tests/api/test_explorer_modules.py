"""The explorer's modules on their way to the browser."""

import re
from pathlib import Path

API = Path(__file__).parents[2] / "api"


def test_every_module_is_asked_for_at_once() -> None:
    """The page names them all, so that none waits for another to be read first."""
    page = (API / "pages" / "index.html").read_text(encoding="utf-8")
    named = set(re.findall(r"/static/explorer/([a-z]+\.js)", page))
    there = {file.name for file in (API / "static" / "explorer").glob("*.js")}
    assert named == there
