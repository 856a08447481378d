"""Writing to the terminal: data on standard output, all that is said about it on standard error."""

import sys
import unicodedata

import typer


class WrongUseError(typer.TyperException):
    """A command was used in a way that it does not offer."""

    exit_code = 2


def say(sentence: str) -> None:
    """Tell the user something, beside the data."""
    print(plain(sentence), file=sys.stderr, flush=True)  # noqa: T201 - the one place that speaks


def show(line: str) -> None:
    """Write a line of the data asked for."""
    print(line, flush=True)  # noqa: T201 - the one place that shows


def plain(text: str) -> str:
    r"""Return `text` with every control character visible, so that no document can steer a terminal.

    >>> plain("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return "".join(repr(c)[1:-1] if unicodedata.category(c) == "Cc" and c != "\n" else c for c in text)
