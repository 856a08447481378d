"""Long work drawn as bars on a terminal, and connecting to the store with them."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from api.terminal import plain, say
from graph.settings import Settings

if TYPE_CHECKING:
    from graph.bolt import Address


class _Rate(TextColumn):
    """How much is done in a second."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s", style="progress.data.speed")


class Bars:
    """Draws one bar for each kind of work on standard error; on anything but a terminal, nothing.

    It is called as `graph.progress.Progress` says: with what is done, how much of it is done, and of how much.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        console = Console(stderr=True)
        self._drawn = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._drawn.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drawn.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw how far some work is; a `total` of 0 means that nobody knows."""
        if what not in self._tasks:
            self._tasks[what] = self._drawn.add_task(plain(what), total=total or None)
        self._drawn.update(self._tasks[what], completed=done, total=total or None)

    def notice(self, sentence: str) -> None:
        """Say a sentence above the bars."""
        if self._drawn.disable:
            say(sentence)
        else:
            self._drawn.console.print(Text(plain(sentence)))


def connected(settings: Settings, *, new: bool = False) -> "Address":
    """Return the address of the store, after starting the local Neo4j where that is what it is.

    Raises ConfigurationError for a store that a newer Trama wrote, and, unless it may be `new`, for one that is not
    there; one whose filling was cut off is finished first.
    """
    from graph import schema  # noqa: PLC0415 - the driver takes longer to import than Rich
    from graph.bolt import Bolt  # noqa: PLC0415 - likewise
    from graph.connection import connect_address  # noqa: PLC0415 - likewise
    from graph.local.stores import require  # noqa: PLC0415 - likewise

    if not new:
        require(settings)

    with Bars() as bars:
        address = connect_address(settings, progress=bars, notify=bars.notice)
        with Bolt(address) as bolt:
            schema.look(bolt)
    return address
