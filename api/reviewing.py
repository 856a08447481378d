"""What the service keeps of a review between two questions, and how significance follows judgements."""

import logging
import threading
from collections.abc import Callable

from graph.answer import Items
from graph.bolt import Bolt
from graph.errors import TramaError
from graph.reading.page import page
from graph.writer import Writer
from loaders.review.pairs import Pair, shown
from loaders.review.store import Review, look, state, undecided

QUIET = 10.0
"""Seconds without a judgement after which significance is computed anew: a reviewer makes one every few seconds."""

_log = logging.getLogger(__name__)


class Bench:
    """Keeps the pairs to review, until documents come, go or are read again, and refreshes after judgements."""

    def __init__(self) -> None:
        self._review: Review | None = None
        self._looking = threading.Lock()
        self._timer: threading.Timer | None = None
        self._turn = threading.Lock()

    def pairs(
        self, bolt: Bolt, kind: str | None = None, *, unsure: bool = False, limit: int = 10, cursor: str | None = None
    ) -> Items[Pair]:
        """Return pairs that nobody has decided."""
        here = page(limit, cursor)
        with self._looking:
            if self._review is None or self._review.state != state(bolt):
                self._review = look(bolt)
            review = self._review
        some = undecided(bolt, review, kind, unsure=unsure)
        listed = here.items(some[here.skip : here.skip + here.wanted], f"{len(some):,} pairs wait.")
        return Items(shown(bolt, listed.items), listed.next, listed.note)

    def weigh_soon(self, connect: Callable[[], Bolt], after: float = QUIET) -> None:
        """Refresh what is derived, where anything was written since, once no judgement came for so many seconds."""
        with self._turn:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(after, self._weigh, [connect])
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Forget what was to be refreshed: the next load or service does it, whose start asks for it."""
        with self._turn:
            if self._timer is not None:
                self._timer.cancel()

    @staticmethod
    def _weigh(connect: Callable[[], Bolt]) -> None:
        try:
            with connect() as bolt:
                Writer(bolt).refresh()
        except TramaError as error:
            _log.warning("Significance was not refreshed: %s", error)
