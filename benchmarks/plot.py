"""A plot of figures as shares of their goals, as SVG."""

from collections.abc import Sequence
from html import escape

from result import Result

ROW = 18
LABEL = 330
SCALE = 300
"""Pixels from nothing to the goal; what is beyond twice the goal is cut there."""


def plot(results: Sequence[Result]) -> str:
    """Return a bar for every figure that has a goal: full length is the goal, red is beyond it."""
    shown = [result for result in results if result.goal]
    height = ROW * (len(shown) + 1) + 10
    bars = "".join(_bar(n, result) for n, result in enumerate(shown))
    x = LABEL + SCALE
    goal = f'<line x1="{x}" y1="0" x2="{x}" y2="{height}" stroke="#333" stroke-dasharray="3 3"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LABEL + 2 * SCALE + 20}" height="{height}" '
        f'font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="#fff"/>\n{bars}{goal}\n'
        f'<text x="{LABEL + SCALE + 4}" y="{height - 6}">the goal</text>\n</svg>\n'
    )


def _bar(n: int, result: Result) -> str:
    share = result.figure / (result.goal or 1)
    y = ROW * n + 5
    colour = "#2f7d5b" if result.kept else "#b3402f"
    return (
        f'<text x="{LABEL - 6}" y="{y + 10}" text-anchor="end">{escape(result.name)}</text>'
        f'<rect x="{LABEL}" y="{y}" width="{min(share, 2) * SCALE:.1f}" height="{ROW - 6}" fill="{colour}"/>'
        f'<text x="{LABEL + 4}" y="{y + 10}" fill="#fff">{100 * share:.0f} %</text>\n'
    )
