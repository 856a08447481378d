"""Tables of links that changed, for the commands that tell of them."""

from collections.abc import Sequence

from api.table import show_table
from api.terminal import show
from graph.analysis.links import Counts, LinkChanges


def show_changes(sorts: Sequence[tuple[str, LinkChanges]]) -> None:
    """Write a table for each sort of links; counts are passages / paragraphs / documents."""
    for title, links in sorts:
        show(f"{title}: {links.total:,}")
        if links.items:
            show_table(
                ["", "and", "before", "after", "surprise"],
                [
                    [each.a.name, each.b.name, _told(each.before), _told(each.after), f"{each.g2:.1f}"]
                    for each in links.items
                ],
            )


def _told(counts: Counts) -> str:
    return f"{counts.passages:,} / {counts.paragraphs:,} / {counts.documents:,}"
