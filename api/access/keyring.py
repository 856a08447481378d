"""The keys that a service lets in, as the file says now."""

import hmac
import logging
import os
import stat
from pathlib import Path

from api.access.key import Key, digest_of, read_keys
from graph.errors import ConfigurationError
from graph.settings import Settings

VARIABLE = "TRAMA_KEYS"

_log = logging.getLogger(__name__)


class Keyring:
    """The keys of a file and of TRAMA_KEYS. The file is read again when it changes: a key taken out is out at once.

    A file that can no longer be used lets nobody in, and the log says why. Raises ConfigurationError where it cannot
    be used at the start.
    """

    def __init__(self, text: str | None, file: Path | None) -> None:
        self._text = text
        self._file = file
        self._seen: tuple[int, ...] = ()
        self._keys = self._read()

    def find(self, secret: str) -> Key | None:
        """Return the key whose secret somebody gave; it takes as long whichever it is."""
        return self.of(digest_of(secret))

    def of(self, digest: str) -> Key | None:
        """Return the key of a SHA-256, None where there is none or it was taken out."""
        found = None
        for key in self._now():
            if hmac.compare_digest(key.digest, digest):
                found = key
        return found

    def _now(self) -> tuple[Key, ...]:
        if self._file is None or self._seen == _state(self._file):
            return self._keys
        try:
            self._keys = self._read()
        except ConfigurationError as error:
            _log.error("Nobody is let in any more: %s", error)
            self._keys = ()
        return self._keys

    def _read(self) -> tuple[Key, ...]:
        texts, origins = [], []
        if self._text is not None:
            texts.append(self._text)
            origins.append(VARIABLE)
        if self._file is not None:
            self._seen = _state(self._file)
            texts.append(_private(self._file))
            origins.append(str(self._file))
        return read_keys("\n".join(texts), " and ".join(origins))


def keyring(settings: Settings) -> Keyring | None:
    """Return the keys that the settings name, None where they name none. Raises ConfigurationError."""
    if settings.keys is None and settings.keys_file is None:
        return None
    return Keyring(settings.keys, settings.keys_file)


def _state(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return (0,)
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode


def _private(file: Path) -> str:
    """Return what a file holds that nobody else can have written."""
    try:
        with file.open(encoding="utf-8") as opened:
            found = os.fstat(opened.fileno())
            if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH) or found.st_uid not in {0, os.geteuid()}:
                raise ConfigurationError(
                    f"Others may write keys of their own into {file}: chmod go-w it, and let it be yours or root's."
                )
            return opened.read()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise ConfigurationError(f"The file of keys {file} cannot be read: {why}.") from error
