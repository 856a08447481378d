"""Loading from a notebook: the command line's own loading, in a process of its own.

So it reads the environment as it is now (a gazetteer that was just named), uses all cores wherever the caller's code
stands, and its processes cannot start that code again.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from graph.errors import InputError
from graph.settings import Settings
from loaders.summary import Summary, Unread

PROGRAM = "from api.cli import main; main()"


def load_apart(settings: Settings, paths: Sequence[str | Path]) -> Summary:
    """Load files and folders and return what was done.

    Files that could not be read are among it. Raises InputError with the sentence that `trama load` ends with.
    """
    command = [sys.executable, "-c", PROGRAM, "--store", settings.store, "load", "--json", "--", *map(str, paths)]
    done = subprocess.run(command, env=_environment(settings), capture_output=True, text=True, check=False)  # noqa: S603 - paths are arguments
    if not done.stdout.strip():
        raise InputError(done.stderr.strip().removeprefix("trama: ") or "Loading was stopped.")
    said = json.loads(done.stdout)
    del said["added"]
    for name in ("no_document", "unreadable"):
        said[name] = [Unread(**each) for each in said[name]]
    return Summary(**said)


def _environment(settings: Settings) -> dict[str, str]:
    given = {
        "TRAMA_HOME": str(settings.home),
        "NEO4J_URI": settings.uri,
        "NEO4J_USERNAME": settings.username,
        "NEO4J_PASSWORD": settings.password,
        "NEO4J_DATABASE": settings.database,
        "TRAMA_GAZETTEER": os.pathsep.join(map(str, settings.gazetteers)),
    }
    return os.environ | {name: value for name, value in given.items() if value is not None}
