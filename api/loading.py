"""Loading for commands: connect, load with bars, let go."""

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from api.progress import Bars
from graph.connection import connect_address
from graph.settings import Settings
from loaders.cluster import cluster
from loaders.filling import load_into
from loaders.summary import Summary


def load_files(settings: Settings, paths: Sequence[Path], workers: int | None = None, scheduler: str = "") -> Summary:
    """Load what is at the paths into the store, read by processes or by a cluster, and return what was done."""
    with Bars() as bars, cluster(scheduler) if scheduler else nullcontext() as executor:
        return load_into(
            settings,
            paths,
            lambda: connect_address(settings, bars, bars.notice),
            workers=workers,
            executor=executor,
            on_progress=bars,
            notify=bars.notice,
        )


def told(summary: Summary) -> list[str]:
    """Return what a load did, in lines."""
    kinds = ", ".join(f"{n:,} {kind}" for kind, n in sorted(summary.documents.items()))
    documents = f"{summary.added:,} document{'' if summary.added == 1 else 's'}"
    lines = [f"Loaded {documents}{f' ({kinds})' if kinds else ''} in {summary.seconds:.1f} s."]
    spent = sorted(summary.stages.items(), key=lambda stage: -stage[1])
    if spent:
        lines.append(f"Time went to {', '.join(f'{stage} ({seconds:.1f} s)' for stage, seconds in spent)}.")
    if summary.added:
        lines.append(f"They hold {summary.passages:,} passages and {summary.mentions:,} mentions.")
    if summary.already_there:
        lines.append(f"{summary.already_there:,} were there already.")
    if summary.replaced:
        lines.append(f"{len(summary.replaced):,} took the place of their old selves.")
    lines += [f"No document: {each.reason}" for each in summary.no_document]
    if summary.versions:
        lines.append(f"Of all documents {summary.versions:,} are other forms of others, and count no second time.")
    lines.append(f"The store holds {summary.entities:,} entities and {summary.links:,} links.")
    return lines
