"""Keys for tests: a service that asks for them, and who comes to it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from itsdangerous.timed import TimestampSigner

from api.access.allowance import Allowance
from api.access.key import Key, make_key
from api.access.role import Role
from api.access.session import SECONDS, sessions
from graph.settings import Settings

PLENTY = Allowance(key=1_000_000, stranger=1_000_000, wrong=1_000_000)


class Holders:
    """A file of keys: one for each role, called by it, and who was given them."""

    def __init__(self, settings: Settings, file: Path) -> None:
        made = {role: make_key(str(role), role) for role in Role}
        self.secrets = {role: secret for role, (secret, _) in made.items()}
        self.keys: Mapping[Role, Key] = {role: key for role, (_, key) in made.items()}
        self.file = file
        self.write(*self.keys.values())
        self.settings = replace(settings, keys_file=file)
        self.sessions = sessions(settings)

    def write(self, *keys: Key) -> None:
        """Let these in, and no other."""
        self.file.write_text("# who may come\n" + "".join(f"{key.line}\n" for key in keys), encoding="utf-8")
        self.file.chmod(0o600)

    def bearer(self, role: Role) -> dict[str, str]:
        """The header of a program."""
        return {"Authorization": f"Bearer {self.secrets[role]}"}

    def cookie(self, key: Key, *, ago: int = 0) -> dict[str, str]:
        """The header of a page whose session began so many seconds ago."""
        now = TimestampSigner.get_timestamp
        TimestampSigner.get_timestamp = lambda self: now(self) - ago  # type: ignore[method-assign]
        try:
            return {"Cookie": f"{self.sessions.cookie(secure=False)}={self.sessions.write(key)}"}
        finally:
            TimestampSigner.get_timestamp = now  # type: ignore[method-assign]

    def expired(self, key: Key) -> dict[str, str]:
        """The header of a page that was left open over night."""
        return self.cookie(key, ago=SECONDS + 2)
