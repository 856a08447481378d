"""`trama evaluate`: how well extraction reads, against annotations made by hand. Needs no store."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.options import Recognisers, plug
from api.terminal import WrongUseError, plain, show

if TYPE_CHECKING:
    from loaders.evaluation.faults import FaultGroup


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", exists=True, file_okay=False, help="The folder of annotations.")
    ],
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", exists=True, file_okay=False, help="The annotated files; GOLD itself.")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="How many of the worst errors of each type to show.")] = 5,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="An earlier run's --json, to compare with."),
    ] = None,
    recogniser: Recognisers = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write figures and all errors as JSON.")] = False,
) -> None:
    """Compare what is found in documents with annotations made by hand."""
    plug(recogniser)
    from loaders.evaluation.evaluate import evaluate as compare
    from loaders.evaluation.faults import grouped
    from loaders.extract import extract
    from loaders.goldform import to_gold

    earlier = _read(against) if against else None
    compared = compare(gold, sources or gold, lambda file: to_gold(extract(file.read_bytes(), file.name)))
    figures = compared.finished()
    groups = grouped(compared.faults)
    if as_json:
        listed = [{"type": g.kind, "what": g.what, "count": g.count, "files": g.files, "text": g.text} for g in groups]
        show(json.dumps({"documents": figures.documents, **figures.rows(), "errors": listed}, ensure_ascii=False))
        return
    show(f"{figures.documents} annotated document{'' if figures.documents == 1 else 's'}")
    for name, value in figures.rows().items():
        before = earlier.get(name) if earlier else None
        change = f"   was {before:.3f}  ({value - before:+.3f})" if isinstance(before, float | int) else ""
        show(f"{name:16} {value:.3f}{change}")
    if earlier:
        _show_difference(groups, earlier, errors)
    else:
        _show_worst(groups, errors)


def _show_worst(groups: list[FaultGroup], most: int) -> None:
    for kind, some in groupby(groups, key=lambda group: group.kind):
        listed = list(some)
        show(f"\n{kind}: {sum(group.count for group in listed)}")
        for group in listed[:most]:
            show(plain(f"  {group.count}x {group.what}" + (f"   {group.text}" if group.text else "")))


def _show_difference(groups: list[FaultGroup], earlier: dict[str, Any], most: int) -> None:
    """Show what is wrong now and was not then, and the reverse."""
    now = {(str(group.kind), group.what): group.count for group in groups}
    then = {(row["type"], row["what"]): row["count"] for row in earlier.get("errors", ())}
    for title, here, there in (("new errors", now, then), ("errors gone", then, now)):
        more = {key: count - there.get(key, 0) for key, count in here.items() if count > there.get(key, 0)}
        show(f"\n{title}: {sum(more.values())}")
        for (kind, what), count in sorted(more.items(), key=lambda row: -row[1])[: most * 6]:
            show(plain(f"  {count}x {kind}: {what}"))


def _read(file: Path) -> dict[str, Any]:
    try:
        form = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        form = None
    if not isinstance(form, dict) or "documents" not in form:
        raise WrongUseError(f"{file} is not what trama evaluate --json writes.")
    return form
