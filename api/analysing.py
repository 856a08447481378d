"""Single questions to the whole graph, for commands: connect, ask, let go."""

from collections.abc import Callable
from typing import TypeVar

from api.progress import connected
from graph.analysis.analyst import Analyst
from graph.bolt import Bolt
from graph.settings import Settings

T = TypeVar("T")


def ask_analyst(settings: Settings, question: Callable[[Analyst], T]) -> T:
    """Return an analyst's answer about the store."""
    with Bolt(connected(settings)) as bolt:
        return question(Analyst(bolt))
