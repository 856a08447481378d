"""How long work tells how far it is, and how it says something aloud; the command line draws the first as a bar."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done and how much there is (0: not known)."""

Notify = Callable[[str], None]
"""Called with one sentence that the user should see."""


def no_progress(what: str, done: int, total: int) -> None:
    """Show nothing."""


def no_notice(sentence: str) -> None:
    """Say nothing."""
