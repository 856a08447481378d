"""The command line `trama`: its commands, and how their failures are told.

An error is one sentence on standard error and exit code 1 (what was asked failed) or 2 (wrong use). Commands import
what they need when they run, so that `trama --help` answers at once.
"""

import logging
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from api.commands import (
    analyse,
    audit,
    backup,
    cypher,
    delete,
    demo,
    evaluate,
    export,
    extract,
    gazetteer,
    judge,
    key,
    load,
    neo4j,
    path,
    reextract,
    review,
    serve,
    stats,
)
from api.terminal import WrongUseError, say, show
from graph.errors import ConfigurationError, TramaError
from graph.settings import read_settings

STOPPED = 130
"""The exit code of a program stopped by Ctrl-C, as shells have it."""

app = typer.Typer(
    name="trama",
    help="Read declassified documents as a graph of who is named with whom.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(demo.demo)
app.command()(load.load)
app.command()(extract.extract)
app.command()(evaluate.evaluate)
app.command()(serve.serve)
app.command()(key.key)
app.command()(cypher.cypher)
app.command()(path.path)
app.command()(export.export)
app.add_typer(gazetteer.app)
app.add_typer(neo4j.app)
app.add_typer(analyse.app)
app.command()(stats.stats)
app.command()(audit.audit)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(delete.delete)
app.command()(reextract.reextract)
app.command()(review.review)
app.command()(judge.judge)
app.command()(judge.judgements)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - costs 20 ms, for one option

        show(f"trama {version('trama')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def trama(
    context: typer.Context,
    store: Annotated[str, typer.Option(metavar="NAME", help="Which store, where separate ones are kept.")] = "",
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None:
    """Read declassified documents as a graph of who is named with whom."""
    if context.invoked_subcommand is None:
        show(context.get_help())
        return
    try:
        context.obj = read_settings(store=store or None)
    except ConfigurationError as error:
        raise WrongUseError(str(error)) from error


def main() -> None:
    """Run the command line."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code, every failure told in a sentence."""
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what the driver warns of, Trama tells in its own words
    if os.name == "nt":
        say("trama: it runs on Linux and macOS only.")
        return 1
    try:
        return app(arguments, prog_name="trama", standalone_mode=False) or 0
    except typer.TyperException as error:
        say(f"trama: {error.format_message()}")
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return STOPPED
    except TramaError as error:
        say(f"trama: {error}")
    except BrokenPipeError:
        # Whoever read standard output has enough; Python would complain of it once more at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        say(f"trama: {error.strerror or error}{place}.")
    except Exception as error:  # noqa: BLE001 - the last stop before a traceback
        say(f"trama: something unexpected went wrong ({type(error).__name__}: {error}).{_kept_trace()}")
    return 1


def _kept_trace() -> str:
    """Keep the traceback in a file for whoever mends it, and return the words that say where."""
    try:
        file = Path(read_settings().home) / "last-error.txt"
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # an older one may be open to others
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(traceback.format_exc(), encoding="utf-8")
    except (OSError, TramaError):
        return ""
    return f" The details are in {file}."
