"""The service's log: a line for each event, JSON for programs that read it, words and colours on a terminal.

The rooms log by Python's own `logging`; structlog gives the lines their form, and the request that they belong to.
Logs go to standard output, what the command says to its user to standard error.
"""

import logging
import sys
from typing import TextIO

from structlog.contextvars import merge_contextvars
from structlog.dev import ConsoleRenderer, plain_traceback
from structlog.processors import JSONRenderer, TimeStamper, format_exc_info
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level
from structlog.typing import EventDict, Processor, WrappedLogger

from api.level import Level
from api.terminal import plain

OWN = ("api", "graph", "loaders")
"""The rooms, whose loggers get the level that was asked for; libraries are heard from `warning` on."""


def configure(level: Level, stream: TextIO | None = None) -> None:
    """Send what is logged in this process to a stream, standard output if none is given."""
    out = stream or sys.stdout
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        ProcessorFormatter(
            processors=[ProcessorFormatter.remove_processors_meta, *_rendering(terminal=out.isatty())],
            foreign_pre_chain=[merge_contextvars, add_log_level, ExtraAdder()],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for room in OWN:
        logging.getLogger(room).setLevel(level.upper())
    # The driver would write down queries with their parameters; what it warns of, Trama tells in its own words.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    logging.raiseExceptions = False  # whoever read the log may have enough of it


def _rendering(*, terminal: bool) -> list[Processor]:
    if terminal:
        # Never tracebacks that show variables: those hold parameters, passwords and keys.
        return [TimeStamper("%H:%M:%S", utc=False), _harmless, ConsoleRenderer(exception_formatter=plain_traceback)]
    return [TimeStamper("iso", key="time"), format_exc_info, JSONRenderer(ensure_ascii=False)]


def _harmless(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Let no name or path from outside steer the terminal."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in event.items()}
