"""The folder of one store: where Neo4j's data, configuration, logs and password lie."""

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from string import Template

from graph.local.memory import Memory

TEMPLATE = Path(__file__).with_name("neo4j.conf.txt")
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Home:
    """The paths in a store's folder, which is the Neo4j home as well."""

    path: Path

    @property
    def config(self) -> Path:
        """The folder of neo4j.conf."""
        return self.path / "conf"

    @property
    def password_file(self) -> Path:
        """The file that holds nothing but the password."""
        return self.path / "password"

    @property
    def auth_file(self) -> Path:
        """Where Neo4j looks for its first password, hashed."""
        return self.path / "data" / "dbms" / "auth.ini"

    @property
    def arguments(self) -> Path:
        """Java's argument file: how the server is started, and what its process is known by."""
        return self.path / "conf" / "java.args"

    @property
    def console(self) -> Path:
        """What the server and its keeper wrote while they ran; renewed at every start."""
        return self.path / "logs" / "console.log"

    @property
    def state(self) -> Path:
        """What runs; touched by every command that uses the server."""
        return self.path / "running.json"

    @property
    def unborn(self) -> Path:
        """There from before the first start until the server has answered once: so long the store holds nothing.

        Nothing but what was put there before the first start, in which case it says `FILLED`.
        """
        return self.path / "unborn"

    @property
    def start_lock(self) -> Path:
        """Held by whoever starts or stops the server."""
        return self.path / "start.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the keeper for as long as it lives."""
        return self.path / "keeper.lock"

    @property
    def database(self) -> Path:
        """What Neo4j keeps of the store itself; not there before the first start."""
        return self.path / "data" / "databases" / "neo4j"

    @property
    def transactions(self) -> Path:
        """The log of the store's transactions, without which it is not whole."""
        return self.path / "data" / "transactions" / "neo4j"

    @property
    def incoming(self) -> Path:
        """A home inside this one: a store that is being made, to take the place of this one's."""
        return self.path / "incoming"

    @property
    def filling_lock(self) -> Path:
        """Held by whoever makes a store in `incoming`."""
        return self.path / "filling.lock"

    def make(self) -> None:
        """Make the folders that are not there; nobody else may look into them."""
        for folder in (self.path, self.config, self.console.parent):
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        self.path.chmod(PRIVATE_FOLDER)

    def begin(self) -> None:
        """Prepare the first start; remove what an earlier one left that failed or was killed, as on a full disk.

        Neo4j goes on with what it finds, and does not start on half a store.
        """
        if self.unborn.exists():
            filled = self.unborn.read_text(encoding="ascii") == FILLED
            for part in (self.auth_file.parent, self.database.parent, self.transactions.parent):
                for each in part.glob("*"):
                    if not (filled and each in {self.database, self.transactions}):
                        shutil.rmtree(each) if each.is_dir() else each.unlink()
        elif not self.auth_file.exists():
            write_private(self.unborn, FILLED if self.database.exists() else "")

    def password(self) -> str:
        """Return the password, made at random and kept the first time."""
        if not self.password_file.exists():
            write_private(self.password_file, secrets.token_hex(24))
        return self.password_file.read_text(encoding="ascii").strip()

    def configure(self, port: int, memory: Memory) -> None:
        """Write neo4j.conf."""
        text = Template(TEMPLATE.read_text(encoding="utf-8"))
        write_private(self.config / "neo4j.conf", text.substitute(port=port, page_cache=memory.page_cache))

    def console_text(self) -> str:
        """Return what the server wrote since it was started."""
        try:
            return self.console.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""

    def last_words(self, lines: int = 5) -> str:
        """Return the last lines that the server wrote, in one line, without Java's stack traces."""
        said = (line.strip() for line in self.console_text().splitlines())
        return " / ".join([line for line in said if line and not line.startswith(("at ", "... "))][-lines:])


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(
            os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE), "w", encoding="utf-8"
        ) as file:
            file.write(text)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
