"""Sessions: how a page stays let in, without ever holding a key.

The cookie says which key it was made for and when, under a signature. Nothing is kept of it: it ends with its hours,
with its key, and for all at once with the secret's file.
"""

import hashlib
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from itsdangerous import BadData, URLSafeTimedSerializer

from api.access.key import Key
from graph.errors import ConfigurationError
from graph.settings import Settings

SECONDS = 12 * 3600
"""How long a session lasts: a working day."""

BYTES = 32
_SECRET = re.compile(rb"[0-9a-f]{%d}" % (2 * BYTES))


class Sessions:
    """Makes and reads the cookies of one store's service; `secret` is what they are signed with."""

    def __init__(self, secret: str, store: str) -> None:
        options = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}
        self._signer = URLSafeTimedSerializer(secret, salt=f"trama session {store}", signer_kwargs=options)
        # Browsers send a cookie to every port of a host: services of several stores do not throw each other out.
        self._name = f"trama-{hashlib.sha256(f'{secret} {store}'.encode()).hexdigest()[:8]}"

    def cookie(self, *, secure: bool) -> str:
        """Return the cookie's name; over https one that no other host and no plain page can set."""
        return f"__Host-{self._name}" if secure else self._name

    def write(self, key: Key) -> str:
        """Return the cookie of a new session."""
        return str(self._signer.dumps(key.digest))

    def read(self, cookie: str) -> str | None:
        """Return the SHA-256 of the key that a cookie was made for; None where it is none of ours, or too old."""
        try:
            digest = self._signer.loads(cookie, max_age=SECONDS)
        except BadData:
            return None
        return digest if isinstance(digest, str) else None


def sessions(settings: Settings) -> Sessions:
    """Return the sessions of the settings' store, signed with what TRAMA_HOME keeps for it."""
    return Sessions(_kept_secret(settings.home / "session-secret"), settings.store)


def _kept_secret(file: Path) -> str:
    """Return the secret in a file that nobody else may read, made the first time; workers that start at once agree."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.{os.getpid()}.new")
        if not file.exists():
            try:
                with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
                    opened.write(secrets.token_hex(BYTES))
                with suppress(FileExistsError):
                    os.link(new, file)
            finally:
                new.unlink(missing_ok=True)
        kept, mode = file.read_bytes(), file.stat().st_mode
    except OSError as error:
        raise ConfigurationError(f"The secret of sessions, {file}, cannot be kept: {error.strerror}.") from error
    if mode & 0o077 or not _SECRET.fullmatch(kept):
        raise ConfigurationError(f"{file} is damaged, or others may read it: delete it, and everybody logs in again.")
    return kept.decode("ascii")
